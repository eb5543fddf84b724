import type { Language } from '../../data/core/schema/localized-text.ts';

/** Words of the service worker's own page, where the network is gone and the page asked for is not kept. */
interface OfflineWords {
  readonly title: string;
  readonly text: string;
  readonly sameIn: string;
  readonly nothing: string;
  readonly again: string;
}

/** All languages in one file: the worker has no use for the catalogues, and answers a page of any language. */
export const OFFLINE_WORDS: Readonly<Record<Language, OfflineWords>> = {
  ru: {
    title: 'Сети нет',
    text: 'Эта страница на устройстве не сохранена. Без сети открываются такие:',
    sameIn: 'Та же страница на другом языке:',
    nothing: 'На устройстве пока ничего не сохранено: откройте карту, когда появится сеть.',
    again: 'Попробовать ещё раз',
  },
  en: {
    title: 'No network',
    text: 'This page is not kept on the device. These open without a network:',
    sameIn: 'The same page in another language:',
    nothing: 'Nothing is kept on the device yet: open the map once there is a network.',
    again: 'Try again',
  },
  zh: {
    title: '没有网络',
    text: '设备上没有保存此页面。没有网络时可以打开：',
    sameIn: '同一页面的其他语言版本：',
    nothing: '设备上还没有保存任何页面：联网后请先打开地图。',
    again: '重试',
  },
};
