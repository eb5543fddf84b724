import type * as ru from '../ru/conditions.ts';

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
  'check-foreign-profiles': ({ model }) =>
    `${model}：请确认能否使用俄罗斯运营商的 eSIM。芯片是有的，但这一版本可能只接受部分运营商。`,
  'separate-number': ({ device }) => `该设备（${device}）会有单独的号码，与手机号码不同。`,
  'near-number-cap': ({ number }) =>
    `有一人名下已有 ${number('held')} 个号码，上限为 ${number('limit')} 个。`,
};
