import type * as ru from '../ru/page.ts';

export const page: typeof ru.page = {
  siteName: '家庭 eSIM 地图',
  tagline: '在俄罗斯各地区，一家人能否用 eSIM 共享一个套餐，依据是什么',
  skip: '跳到正文',
  menu: '菜单',
  navigation: '栏目',
  languages: '语言',
  nav: {
    map: '地图',
    check: '按我家情况查询',
    compare: '对比',
    guide: '指南',
    data: '数据',
    about: '关于',
  },
  theme: { title: '外观', light: '浅色', dark: '深色', auto: '跟随系统' },
  dataOf: (date) => `数据截至 ${date}`,
  licence: '代码：MIT；数据：CC BY 4.0',
  notCopied: '复制失败',
  notFound: {
    title: '没有这个页面',
    text: (path) => `地址 ${path} 下没有内容，可能有拼写错误。请从地图或地区列表开始。`,
    toMap: '前往地图',
  },
};
