import type * as ru from '../ru/steps.ts';

export const steps: typeof ru.steps = {
  'confirm-plan-terms': ({ operator, plan }) =>
    `请向 ${operator} 确认${plan}现在能否办理、可加几个号码、费用多少。`,
  'check-device-eid': () => '手机请拨 *#06#，手表和平板请在设置里查找 EID：有 EID 就有 eSIM 芯片。',
  'check-device-lock': () =>
    '请确认设备未被其他运营商锁定。iPhone 的“运营商锁”一栏应显示“无 SIM 卡限制”。',
  'prepare-passport': () => '准备好号码持有人的护照。',
  'prepare-members-data': () => '记下成员的号码、姓名和出生日期：建立群组时可能会问到。',
  'prepare-foreign-documents': () =>
    '外国公民需准备：护照、SNILS（个人保险账号）、已认证的 Gosuslugi（国家政务服务网）账户、生物识别信息登记和设备 IMEI。',
  'check-self-ban': () => '在 Gosuslugi 上查看是否设有“禁止新签通信合同”，如有请解除。',
  'go-to-channel': ({ operator, channels }) => `请联系 ${operator}：${channels}。`,
  'activate-profiles-first': () => '先在每台设备上安装并启用 eSIM，然后再建立群组。',
  'activate-in-russia': () => '请在俄罗斯境内激活俄罗斯 eSIM：目前在境外无法激活。',
  'open-group': ({ plan, channels }) => `付款人开通${plan}：${channels}。`,
  'invite-members': () => '请询问付款人如何添加成员。',
  'members-accept': () => '请询问成员是否需要在自己的设备上确认。',
  'set-member-limits': () => '如果套餐支持，请为每位成员设定限额。',
  'keep-spare-line-active': () =>
    '备用号码至少每两天用一次：闲置 72 小时后，上网和短信会停用一天。',
  'review-sign-ins': () => '查看账户的登录记录，结束陌生的会话。',
  'keep-codes-secret': () => '不要把短信验证码或 eSIM 二维码交给任何人。',
  'avoid-open-wifi': () => '不要通过公共 Wi-Fi 登录账户或下载 eSIM。',
  'no-travel-profile-on-watch': () => '不要指望在手表上使用旅行 eSIM：手表需要您自己运营商的号码。',
};

export const stepKinds: typeof ru.stepKinds = { prepare: '准备', do: '办理', warn: '注意安全' };
