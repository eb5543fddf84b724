import type * as ru from '../ru/answers.ts';
import { verdictNames } from './map.ts';

const { partial, unknown } = verdictNames;

export const axes: typeof ru.axes = {
  presence: {
    name: '本地区有无该运营商',
    question: '运营商是否在本地区签订合同？',
    whether: '是否在本地区签约',
    values: { yes: '有', partial: '有，但有保留', unknown, no: '很可能没有' },
  },
  esim: {
    name: 'eSIM',
    question: '是否在这里向个人发放 eSIM？',
    whether: '是否在这里发放 eSIM',
    values: { yes: '发放', partial, unknown, no: '很可能不发放' },
  },
  sharedPlan: {
    name: '共享套餐',
    question: '有没有向新用户开放的共享或家庭套餐？',
    whether: '共享套餐是否向新用户开放',
    values: { yes: '可办理', partial, unknown, no: '很可能办不了' },
  },
  formFactor: {
    name: '共享套餐中的 eSIM',
    question: '共享套餐里的号码可以用 eSIM 吗？',
    whether: '共享套餐里的号码能否用 eSIM',
    values: { yes: '可以用', partial, unknown, no: '很可能不能用' },
  },
  sameRegion: {
    name: '同一地区',
    question: '所有号码是否属于同一资费区？',
    whether: '所有号码是否必须属于同一地区',
    values: { yes: '符合', partial: '有条件符合', unknown, no: '很可能不符合' },
  },
  lineCount: {
    name: '号码数量',
    question: '套餐能容纳全家的号码吗？',
    whether: '最多可以合并多少个号码',
    values: { yes: '够用', partial: '有条件够用', unknown, no: '很可能不够' },
  },
  numberCap: {
    name: '每人号码上限',
    question: '每个人名下的号码是否都在法定上限之内？',
    whether: '每人名下已有多少个号码',
    values: { yes: '未超过', partial: '已到或接近上限', unknown, no: '很可能超过' },
  },
  customer: {
    name: '签约',
    question: '每个人都能用这种方式签约吗？',
    whether: '每个人如何签约',
    values: { yes: '可以签', partial: '有条件可签', unknown, no: '很可能签不了' },
  },
  companion: {
    name: '手表、平板、汽车',
    question: '能否接入这类设备，用哪个号码？',
    whether: '能否接入这类设备、用哪个号码',
    values: { yes: '可接入', partial: '有条件可接入', unknown, no: '很可能接入不了' },
  },
  device: {
    name: '设备',
    question: '每台设备都支持 eSIM 吗？',
    whether: '设备是否合适',
    values: { yes: '合适', partial: '需要核实', unknown, no: '很可能不合适' },
  },
};

export const supportNames: typeof ru.supportNames = {
  stated: '运营商或官方已说明',
  reported: '有本地区的报道',
  countrywide: '就俄罗斯整体而言，本地区尚未证实',
  lead: '只有线索',
  none: '没有查到',
};

export const reasons: typeof ru.reasons = {
  'claims-decide': () => '依据所引来源。',
  'contradiction-resolved': () => '来源说法不一，以较可靠者为准。',
  'no-claim': () => '没有查到资料。',
  'only-stale-claims': () => '现有资料太久没有核查。',
  'only-later-claims': ({ date }) => `现有资料只说明${date('from')}起的情况。`,
  'no-plan-known': () => '没有查到该运营商的共享套餐。',
  assumption: () => '假定：对套餐而言，eSIM 号码与实体卡号码没有区别。',
  'one-region': () => '所有号码属于同一地区。',
  'one-tariff-area': () => '地区不同，但运营商视为同一资费区。',
  'regions-differ': () => '号码属于不同地区。',
  'region-rule-unknown': () => '是否要求同一地区，没有查到。',
  'lines-fit': () => '依据套餐的号码上限。',
  'too-many-lines': ({ number }) =>
    `共有 ${number('lines')} 个号码，套餐最多容纳 ${number('limit')} 个。`,
  'line-limit-unknown': () => '套餐能容纳多少号码，没有查到。',
  'cap-kept': ({ number, count }) =>
    count('limit') === 0
      ? '法律尚未规定上限。'
      : `法律规定每人最多 ${number('limit')} 个，家中号码已计入。`,
  'cap-exceeded': () => '有人名下的号码会超过法定上限。',
  'cap-unknown': () => '没有查到现行的号码上限。',
  'all-can-sign': () => '家中每个号码都有可以签约的人。',
  'visit-needed': () => '家中有人需要去营业厅。',
  'remote-not-possible': () => '不去营业厅无法签约。',
  'no-adult-holder': () => '没有人能为孩子的号码签约：需要一名成人。',
  'devices-take-esim': () => '所有设备都支持 eSIM。',
  'device-cannot': ({ model, line }) => `${model} 不支持 eSIM（${line}）。`,
  'device-takes-plastic': ({ model, line }) =>
    `${model} 不支持 eSIM，但可使用实体 SIM 卡（${line}）。`,
  'no-car-known': () => '我们没有查到车主可以自行写入运营商 eSIM 的汽车。',
  'device-unknown': () => '型号没有填写，或资料很少：查到 EID 就说明有 eSIM。',
  'own-number-line': () => '该设备以单独的号码接入。',
  'only-leads': () => '只有线索，不足以下结论。',
  corroborated: ({ number }) =>
    `有 ${number('publishers')} 个相互独立的来源这样说，但都不是针对本地区。`,
  'line-limit-assumed': () => '假定：除付款人外，套餐还可加两个号码。',
  'not-in-force': ({ date }) => `当时尚无此规定：自 ${date('from')} 起施行。`,
  'merged-territory': ({ regions }) => `号码登记册把这些地区作为同一区域：${regions}。`,
  'consent-needed': ({ holder }) => `${holder}须经家长书面同意才能签约。`,
};

export const conditions: typeof ru.conditions = {
  'confirm-with-operator': ({ whether }) =>
    `请向运营商确认：${whether}。查到的资料较旧或没有日期。`,
  'esim-treated-as-plastic': () => '请确认共享套餐是否接受 eSIM 号码：没有运营商对此作过明确说明。',
  'issue-channel-unknown': () =>
    '请确认在哪里领取 eSIM（应用、网站还是营业厅）：本地区的渠道没有查到。',
  'terms-not-read': ({ plan }) => `请阅读${plan}的条款：我们没有看到。`,
  'plan-openness-unknown': ({ plan }) => `请询问新用户能否办理${plan}：现有来源无法确定。`,
  'payer-needs-tariff': ({ tariffs }) => `付款人须使用下列套餐之一：${tariffs}。`,
  'payer-funded-not-pooled': () => '每人各有自己的套餐，由一人付款：通话分钟和流量并不共用。',
  'line-limit-depends-on-tariff': ({ number }) =>
    `可合并的号码数取决于付款人的套餐：${number('minLines')} 至 ${number('maxLines')} 个。`,
  'payer-may-count': ({ number }) =>
    `${number('minLines')} 个或 ${number('maxLines')} 个号码：来源未说明付款人的号码是否计入。`,
  'same-tariff-area': ({ regions }) => `所有号码须属于同一资费区：${regions}。`,
  'local-exception': ({ exception }) => `地区内有一处条款不同：${exception}。`,
  'visit-office': () => '外国公民须亲自前往营业厅：不能远程签约。',
  'foreign-documents': () =>
    '外国公民需要 SNILS（个人保险账号）、已认证的 Gosuslugi（国家政务服务网）账户和生物识别信息登记。',
  'declare-imei': () => '设备的 IMEI 会写入合同：更换设备须变更合同。',
  'adult-holds-line': () => '未满 14 岁儿童的号码由成人签约，并计入该成人名下。',
  'no-self-ban': () => 'Gosuslugi 上不得设有“禁止新签通信合同”的自我限制。',
  'remote-needs-signature': () =>
    '不去营业厅签约，可能需要电子签名和 Gosuslugi 账户：这是针对 eSIM 的说法，是否已生效没有查到。',
  'check-market-variant': ({ model }) => `${model}：有没有 eSIM 取决于设备的销售地区。`,
  'check-eid': () => '手机请拨 *#06#，手表和平板请在设置里查找 EID：有 EID 就有 eSIM 芯片。',
  'plastic-line': ({ lines }) => `以下号码请使用实体 SIM 卡，这不影响加入共享套餐：${lines}。`,
  'check-foreign-profiles': ({ model }) =>
    `${model}：请确认能否使用俄罗斯运营商的 eSIM。芯片是有的，但这一版本可能只接受部分运营商。`,
  'separate-number': ({ device }) => `该设备（${device}）会有单独的号码，与手机号码不同。`,
  'take-number-along': ({ lines, operator }) =>
    `请先把号码转到 ${operator}：${lines}。如果不能携号转网，就需要新号码。`,
  'ask-line-limit': () => '请询问套餐能容纳几个号码：我们没有查到，暂按付款人之外还可加两个号码。',
  'ask-what-is-shared': ({ plan }) => `请询问${plan}的通话分钟和流量是否共用：目前只有线索。`,
  'parent-consents': () => '14 至 17 岁的少年可以自己签约，但须有家长的书面同意。',
  'child-number-law': () =>
    '关于儿童号码的法律已经签署：请询问运营商，孩子使用的号码现在如何登记。',
  'local-terms': ({ exception }) => `运营商在此地另有条款：${exception}。`,
  'near-number-cap': ({ number }) =>
    `有一人名下已有 ${number('held')} 个号码，上限为 ${number('limit')} 个。`,
};

export const labels: typeof ru.labels = {
  plan: (name, meaning) => `“${name}”（${meaning.zh}）`,
  tariff: (name) => `“${name}”`,
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
  lineGroup: {
    phone: ['手机', '手机'],
    'child-phone': ['孩子的手机', '孩子的手机'],
    tablet: ['平板', '平板'],
    watch: ['手表', '手表'],
    'childrens-watch': ['儿童手表', '儿童手表'],
    car: ['汽车', '汽车'],
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
