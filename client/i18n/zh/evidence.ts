import type * as ru from '../ru/evidence.ts';

export const evidence: typeof ru.evidence = {
  confidence: {
    official: '官方页面',
    register: '国家登记册',
    press: '媒体报道',
    secondary: '间接来源',
  },
  freshness: {
    current: '较新',
    ageing: '超过一年',
    old: '超过三年',
    undated: '无日期',
  },
  method: {
    stated: '来源明示',
    measured: '统计得出',
    inferred: '推断',
    assumed: '假定',
  },
  role: {
    decisive: '起决定作用',
    supporting: '一致',
    contradicting: '说法相反，但依据较弱',
    stale: '久未核查，未计入',
  },
  observed: (date) => `资料日期：${date}`,
  checked: (date) => `核查于 ${date}`,
  checkDue: '该重新核查了',
  inherited: (operator) => `沿用 ${operator} 网络的资料`,
  source: '来源',
  back: '返回正文',
};
