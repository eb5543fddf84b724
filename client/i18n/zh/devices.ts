import type { DeviceNoteCode } from '../../../data/core/schema/device.ts';
import type * as ru from '../ru/devices.ts';

export const deviceField: typeof ru.deviceField = {
  label: '型号或包装盒上的编码',
  results: '找到的设备',
  loading: '正在载入设备列表……',
  failed: '设备列表没有载入，目前不按型号计算。请检查网络后再次点击输入框。',
  none: '列表中没有这款设备，暂按“型号未知”计算。请试试包装盒上的编码，或查看 EID（最可靠）。',
  found: (device, why) => `${device}（${why}）。`,
  several: (count) =>
    count === 1 ? '有一款符合，请选择。' : `有 ${count} 款符合，请选择您的设备。`,
  didYouMean: () => '没有完全相同的名称。您要找的是不是：',
  anyModel: '型号不清楚',
  why: {
    code: (by) => `根据包装盒上的编码 ${by}`,
    name: () => '名称相符',
    alias: (by) => `又称“${by}”`,
    words: () => '名称中含有这些词',
    layout: () => '键盘布局不同',
    near: () => '名称相近',
  },
};

/** What to know about a device model or one of its versions, one sentence a code. */
export const deviceNotes = {
  'sellers-lists-only': '该型号仅见于 eSIM 销售商的清单。',
  'markets-not-told-apart': '资料未区分不同国家的版本。',
  'differs-by-market': '部分国家的版本支持 eSIM，部分不支持。',
  'carrier-or-country-units-differ': '某些运营商或国家的机型可能不支持 eSIM。',
  'not-in-the-sources': '查阅的资料没有说明该型号是否支持 eSIM，但这不能说明问题。',
  'newer-than-the-sources': '该型号晚于所查阅的资料。',
  'leak-or-preview-only': '仅见于爆料或预览报道。',
  'sources-disagree': '各资料说法不一。',
  'too-old-for-esim': '该型号早于此系列支持 eSIM 的时间。',
  'china-version-without-esim': '中国大陆版不支持 eSIM。',
  'second-tray-means-no-esim': '卡托可放两张 SIM 卡的，是中国大陆、香港或澳门版，不支持 eSIM。',
  'hong-kong-units-may-lack-esim': '香港版可能不支持 eSIM。',
  'hong-kong-version-has-esim': '香港版支持 eSIM。',
  'enabled-by-update': 'eSIM 功能由系统更新提供，请先更新。',
  'foreign-profiles-unclear': '设备有 eSIM 芯片，但能否使用俄罗斯运营商的 eSIM 尚不清楚。',
  'regional-lock-possible': '平行进口的三星设备可能因区域锁而拒绝俄罗斯 SIM 卡。',
  'one-operator-only': '其 eSIM 只能用于一家国外运营商。',
  'one-country-only': '该型号只面向一个国家。',
  'nano-sim-and-esim': '一张 nano-SIM 加 eSIM。',
  'nano-sim-only': '仅 nano-SIM。',
  'two-nano-sims-and-esim': '两张 nano-SIM 加 eSIM。',
  'two-nano-sims-no-esim': '两张 nano-SIM，无 eSIM。',
  'no-cellular-radio': '不支持蜂窝网络。',
  'cellular-version-only': '只有蜂窝网络版才能使用 eSIM。',
  'data-only': '仅支持上网，不能通话。',
  'number-sharing-plan-needed': '需要运营商的“一号双终端”业务。',
  'loaded-from-the-phone': '手表的 eSIM 通过手机应用写入。',
  'no-russian-operator-shown': '没有资料表明有俄罗斯运营商支持。',
  'emergency-calls-only': '内置芯片仅用于紧急呼叫，车主无法写入 eSIM。',
  'sheet-of-another-market':
    '只查到面向其他市场的商店参数表：只写了实体 SIM 卡，但该表对部分支持 eSIM 的手机也没有注明。',
  'known-from-a-sister-model': '依据硬件相同的姊妹型号推断。',
  'usually-plastic-sim':
    '这类儿童手表一般使用实体 nano-SIM。本型号没有查到，请先看卡托或说明书，再决定是否购买 eSIM。',
  'micro-sim-only': '仅 micro-SIM。',
  'two-products-one-name': '同名产品有带 eSIM 和不带 eSIM 两种，请看包装盒上的编码。',
  'old-networks': '据了解只支持 2G 或 3G 网络，而这些网络正在关停。',
  'china-units-may-differ': '面向中国大陆的机型可能不同。',
  'makers-sim-of-its-time': '内置的是早期的 Apple SIM，不是普通 eSIM，请使用 nano-SIM。',
  'makers-connection-only': '由厂商提供联网；没有资料表明车主或用户可以写入自己的 eSIM。',
  'maker-blocks-other-sims': '更换 SIM 卡可能被厂商锁屏，请勿更换。',
  'makers-service-not-in-russia': '所需的厂商服务不覆盖俄罗斯。',
} satisfies Record<DeviceNoteCode, string>;
