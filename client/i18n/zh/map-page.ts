import type * as ru from '../ru/map-page.ts';

export const mapPage: typeof ru.mapPage = {
  title: '地图：俄罗斯各地区的家庭 eSIM 共享套餐',
  description:
    '逐一回答 83 个地区：一家人能否用 eSIM 共享一个手机套餐、可选哪些运营商、依据哪些来源。',
  searchLabel: '地区或城市',
  searchButton: '查找',
  searchFound: (query) => `“${query}”的查找结果`,
  searchNothing: (query) => `没有找到“${query}”。请试试地区名称。`,
  regions: '地区',
  regionsHint: '答案针对三口之家：两名成人和一名青少年，每人一部支持 eSIM 的手机。',
  regionsToggle: '地区列表',
  map: '地图',
  mapLabel: '俄罗斯地图：各地区的答案',
  card: '地区卡片',
  closeCard: '关闭卡片',
  resizeCard: '展开或收起卡片',
  legend: '图例',
  operatorCount: { other: '家运营商' },
  regionCount: { other: '个地区' },
};
