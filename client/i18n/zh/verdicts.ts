import type * as ru from '../ru/verdicts.ts';

export const verdictNames: typeof ru.verdictNames = {
  yes: '可以',
  partial: '有条件可行',
  unknown: '不清楚',
  no: '很可能不行',
};

export const regionVerdict: typeof ru.regionVerdict = {
  yes: (operators) => `可以：${operators}。可以直接办理。`,
  partial: (operators) => `有可能：${operators}，前提是所有号码都属于本地区。请先确认套餐条款。`,
  unknown: () => '不清楚：没有查到这里支持 eSIM 的共享套餐，也没有查到明确拒绝。请询问运营商。',
  no: () => '很可能不行：这里没有合适的运营商。下面列出了可以改变结果的办法。',
};

export const operatorVerdict: typeof ru.operatorVerdict = {
  yes: '可以，可以直接办理。',
  partial: '有可能：请先核实下列条件。',
  unknown: '不清楚：请询问运营商。',
  no: '很可能不行。',
};
