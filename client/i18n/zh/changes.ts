import { counted } from '../format.ts';
import type * as ru from '../ru/changes.ts';

export const changes: typeof ru.changes = {
  'switch-operator': ({ operator }) => `把号码转到另一家运营商：${operator}。`,
  'move-line-to-region': ({ line, region }) => `在另一地区签约（${line}）：${region}。`,
  'free-numbers': ({ holder, count }) =>
    `注销 ${counted('zh', count('count'), { other: '个号码' })}（${holder}）。`,
  'replace-device': ({ line }) => `换用支持 eSIM 的设备（${line}）。`,
  'change-holder': ({ line, holder }) => `改由另一人持有（${line}）：${holder}。`,
  'sign-in-person': () => '去营业厅签约，不用远程方式。',
  'remove-line': ({ line }) => `不放进共享套餐：${line}。`,
};
