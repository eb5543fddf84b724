import type * as ru from '../ru/about.ts';

export const about: typeof ru.about = {
  title: '关于',
  description: '答案如何得出：问题、如何合并、资料新旧、边界、许可。',
  lead: '地图只回答一个问题：一家人能否用 eSIM 共享一个手机套餐，在哪个地区、用哪家运营商，依据是什么。“不清楚”也是一种答案，绝不会变成“不可以”。',
  axes: '答案由什么组成',
  axesText: '答案由下列问题的答案组成。与家庭无关的问题不会提出。',
  combine: '如何合并',
  combineText:
    '结果取最差的一项，顺序为：很可能不行、不清楚、有条件可行、可以。“很可能不行”强于“不清楚”，“不清楚”强于条件。下表为两个问题的情形，更多问题依此类推。',
  and: '与',
  temporary: '临时限制（24 小时冷却期、移动网络关停）列在答案旁边，不改变答案。',
  freshness: '资料的新旧',
  freshnessText: '从来源所述日期算起。我们核查条目的日期另行记录。',
  upTo: (days) => `${days} 天以内`,
  over: (days) => `超过 ${days} 天`,
  undated: '没有日期',
  confirm: '依据较旧或无日期的资料，答案最多是“有条件可行”：请询问运营商。',
  recheck: (due, stale) => `${due} 天未核查的条目需要重新核查；超过 ${stale} 天则不再计入。`,
  borders: '边界',
  bordersText:
    '地图包含 ISO 3166-2:RU 的 83 个联邦主体，各比例尺使用同一套几何数据。名单以外的地点标为“地图之外”，不给答案。这只是遵循标准，不代表对领土归属的看法。轮廓取自 Natural Earth 并经简化：边界附近会同时列出两个地区。',
  licences: '许可',
  licencesText:
    '代码：MIT。整理的数据：CC BY 4.0，请注明“Family eSIM Map”。边界：Natural Earth（公有领域）。居民点：GeoNames（CC BY 4.0）。',
  privacy: '隐私',
  privacyText: '家庭查询在您的浏览器中计算，答案不会发送到任何地方。没有账户、统计或广告。',
  api: 'API',
  apiText: '地址为 /api/v1，无需密钥。',
  embed: {
    title: (region) => `把答案嵌入网站：${region}`,
    frame: '带答案的框架',
    badge: '徽章',
    full: '详情与来源',
    code: '嵌入代码',
  },
};
