import type * as ru from '../ru/names.ts';

export const things: typeof ru.things = {
  plan: (name, meaning) => `“${name}”（${meaning.zh}）`,
  anyPlan: '共享套餐',
  anyOperator: '运营商',
  anyRegion: '本地区',
  anyPlace: '个别地点',
  anyModel: '该设备',
  anyDevice: '设备',
  anyHolder: '持有人',
  anyTariff: '合适的套餐',
  anyChannel: '应用、网站或营业厅',
  anyNumber: '…',
  anyDay: '较晚日期',
  line: (position) => `号码 ${position}`,
  anyLine: '该号码',
  member: (ageBand, position) =>
    `${{ adult: '成人', '14-17': '青少年', 'under-14': '儿童' }[ageBand]} ${position}`,
  tariffKind: { 'home-internet-bundle': '手机加宽带的融合套餐' },
  deviceKind: {
    phone: '手机',
    tablet: '平板',
    watch: '手表',
    'childrens-watch': '儿童手表',
    car: '汽车',
  },
  ageBand: { 'under-14': '14 岁以下', '14-17': '14 至 17 岁', adult: '成人' },
  citizenship: { russian: '俄罗斯', foreign: '其他国家' },
  channel: {
    app: '应用',
    account: '网上账户',
    ussd: '短代码',
    shop: '营业厅',
    phone: '致电运营商',
    sms: '短信',
  },
};
