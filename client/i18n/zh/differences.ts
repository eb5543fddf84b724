import type { differences as russian } from '../ru/differences.ts';

export const differences: typeof russian = {
  title: '各地区有何不同',
  description: '共享套餐、eSIM、移动互联网和网络与全俄一般情况不同的地区，附来源。',
  lead: '本页只列出来源专门谈及个别地区的内容。未列出的地区不代表情况相同，只是没有查到。',
  asOf: (day) => `截至 ${day}。`,
  count: (regions) => `有专门信息的地区：${regions}。`,
  files: '表格：',
  place: '地区',
  what: '已知情况',
  since: '日期',
  sources: '来源',
  undated: '无日期',
  topic: {
    plans: {
      title: '共享套餐及条件',
      common: '通常只知道全国性的说法：套餐存在，当地条件需要询问。',
    },
    esim: {
      title: '何处提供 eSIM',
      common: '通常只知道运营商提供 eSIM，不知道具体地点和方式。',
    },
    limits: {
      title: '移动互联网限制',
      common: '近几个月的断网大多未见报道。地点只写到地区一级。',
    },
    presence: {
      title: '哪些运营商有售',
      common: 'MTS、MegaFon、Beeline 和 Yota 在地图上每个地区都持有号码。',
    },
    terms: {
      title: '归属地与特殊地点',
      common: '归属地通常是签订合同所在的联邦主体。',
    },
    networks: {
      title: '网络',
      common: '各机构统计口径不同，不能据此给地区排名。',
    },
  },
  numbers: '统计数据',
  measure: '指标',
  value: '数值',
  year: '年份',
  of: (value, whole) => `${whole} 中的 ${value}`,
  bound: {
    about: (value) => `约 ${value}`,
    'at-least': (value) => `不少于 ${value}`,
    'fewer-than': (value) => `少于 ${value}`,
    'more-than': (value) => `多于 ${value}`,
  },
  unit: {
    settlements: '居民点',
    'base-stations': '基站',
    percent: '%',
    hours: '小时',
    events: '次',
    'sim-cards': '张 SIM 卡',
  },
};
