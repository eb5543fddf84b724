import { counted } from '../grammar/format.ts';
import type { MapMessages, VerdictNames } from '../ru/map.ts';

export const verdictNames: VerdictNames = {
  yes: '可以',
  partial: '有条件可行',
  unknown: '不清楚',
  no: '很可能不行',
};

/** Words that only the map needs. */
export const map: MapMessages = {
  label: '地区地图。方向键移到相邻地区，回车键打开，Esc 键返回。',
  noWebgl: '此浏览器无法显示完整地图，这里是简化版，其他功能不受影响。',
  failed: '完整地图未能加载，这里是简化版。列表、搜索和地区卡片可以照常使用。',
  layerTitle: '地图显示',
  sign: '当地特殊条款或长期上网限制',
  operator: '运营商',
  verdict: verdictNames,
  shown: (layer) => `地图显示：${layer}`,
  focused: (name, value) => `${name}：${value}`,
  opened: (name, verdict) => `已打开${name}：${verdict}`,
  openPage: '打开地区页面',
  closed: '卡片已关闭',
  zoomIn: '放大',
  zoomOut: '缩小',
  wholeCountry: '全国',
  globe: '地球仪',
  flat: '平面地图',
  whereAmI: '我的位置',
  locating: '正在定位，位置信息不会离开浏览器。',
  located: {
    certain: (name) => `您在${name}。起决定作用的是合同所属地区。`,
    border: (names) => `您靠近边界，可能在${names}。边界线较粗略，请自行选择。`,
    snapped: (name) => `最近的是${name}：该点略在其轮廓之外。`,
    outside: () => '您不在地图的 83 个地区之内，请在列表中选择合同所属地区。',
  },
  locateDenied: '浏览器未允许定位，请改用搜索。',
  locateFailed: '无法定位，请改用搜索。',
  search: {
    results: '找到的地区和城市',
    count: (count) => counted('zh', count, { other: '个结果' }),
    none: '没有找到。请输入城市名称，而不是城区或小村庄，或在地图、列表中选择地区。',
    region: '地区',
    federalCity: '联邦直辖市',
    outside: (where) => `地图以外：${where}`,
  },
  newVersion: '数据已更新。',
  reload: '显示新数据',
  offline: (date) => `没有网络，显示的是 ${date}的数据。`,
};
