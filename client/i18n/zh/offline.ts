import type * as ru from '../ru/offline.ts';

export const offline: typeof ru.offline = {
  title: '没有网络',
  text: '设备上没有保存此页面。没有网络时可以打开：',
  sameIn: '同一页面的其他语言版本：',
  nothing: '设备上还没有保存任何页面：联网后请先打开地图。',
  again: '重试',
};
