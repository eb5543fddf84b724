import type * as ru from '../ru/action.ts';

const sharing = (what: string, isClear: boolean): string =>
  isClear
    ? `，共享：${what}。`
    : `；共享哪些内容请问清楚${what === '' ? '' : `（似乎是${what}）`}。`;

export const action: typeof ru.action = {
  support: {
    stated: '运营商这样说',
    reported: '有本地区的消息',
    countrywide: '全国情况如此，本地区尚未证实',
    lead: '只有线索',
    none: '没有查到',
  },
  planKnownHere: {
    stated: '套餐由运营商说明，其余只有全俄范围的依据',
    reported: '套餐有本地区的消息，其余只有全俄范围的依据',
  },
  supportShort: {
    stated: '运营商这样说',
    reported: '有本地区的消息',
    countrywide: '本地区未证实',
    lead: '只有线索',
    none: '没有查到',
  },
  bundle: {
    yes: (count, what, isClear) =>
      `可以：${count} 个 eSIM 号码共用一个套餐${sharing(what, isClear)}`,
    partial: (count, what, isClear) =>
      `有可能：${count} 个 eSIM 号码共用一个套餐${sharing(what, isClear)}`,
  },
  alone: {
    yes: '可以：一个 eSIM 号码。共享套餐至少要两个号码：请添加成员或设备。',
    partial: '有可能：一个 eSIM 号码。共享套餐至少要两个号码：请添加成员或设备。',
  },
  payer: {
    yes: (count) => `可以，但不共享额度：一人为 ${count} 个 eSIM 号码付款，通话和流量各用各的。`,
    partial: (count) =>
      `有可能，但不共享额度：一人为 ${count} 个 eSIM 号码付款，通话和流量各用各的。`,
  },
  anyKind: {
    yes: (count) => `可以：${count} 个 eSIM 号码的家庭套餐。`,
    partial: (count) => `有可能：${count} 个 eSIM 号码的家庭套餐。通话和流量是否共享，请问清楚。`,
  },
  unknown: {
    lead: '不清楚：有一些线索，但还靠不住。请询问运营商。',
    none: '不清楚：既没有查到肯定的答复，也没有查到拒绝。请询问运营商。',
  },
  no: (why) => `很可能不行。${why}`,
  noOperator: '这里没有合适的运营商。',
  group: {
    yes: (who) => `${who}：可以。`,
    partial: (who) => `${who}：有可能。`,
    unknown: (who) => `${who}：不清楚，请询问。`,
    no: (who) => `${who}：很可能不行。`,
  },
  forGroups: (who, sentence) => `${who}——${sentence}`,
  otherKind: {
    payer: (operators) => `如果一人付款、额度各自独立也可以：${operators}。`,
  },
  date: (answer, data) => `答案日期：${answer}，数据截至 ${data}`,
  dateSame: (date) => `答案和数据日期：${date}`,
  offers: '问谁',
  shares: {
    pooled: (what) => `共享：${what}`,
    payerFunded: '一人付款，额度各自独立',
    unknown: '通话和流量是否共享，请询问',
  },
  noPlan: '没有查到家庭套餐，请询问',
  price: {
    month: (amount) => `全家每月约 ${amount}`,
    unknown: '没有查到价格',
    undated: '日期不详',
  },
  call: (number) => `拨打 ${number}`,
  contact: {
    'phone-free': '免费电话',
    'phone-short': '用该运营商号码拨打',
    'phone-abroad': '境外拨打',
    chat: '在线客服',
    app: '应用',
    'shops-url': '营业厅地图',
    'family-url': '套餐说明',
    'esim-url': 'eSIM 说明',
    ussd: '短代码',
  },
  noNumber: '没有查到电话；网站：',
  noContact: '电话和网站都没有查到',
  questions: '问什么',
  ask: {
    anyPlan: '你们有通话和流量共享的家庭套餐或群组吗？',
    open: (plan, region) => `现在新客户能办理${plan}吗？地区：${region}。`,
    kind: (plan) => `${plan}：通话和流量是共享的，还是一人付款、各用各的？`,
    roomAndPrice: (count) => `能加入 ${count} 个号码吗？全家每月多少钱？`,
    room: (count) => `能加入 ${count} 个号码吗？`,
    price: (count) => `${count} 个号码每月多少钱？`,
    formFactor: '成员的号码可以用 eSIM，而不用实体卡吗？',
    companion: (device) => `能加入这种设备（${device}）吗？用哪个号码？`,
    esim: 'eSIM 在哪里办理：应用、网站还是营业厅？',
    foreign: '外国公民需要哪些证件？',
    child: '孩子的号码由谁签约？',
    takeAlong: '其他运营商的号码能直接携号转入这个套餐吗？',
    region: '不同地区的号码能放在一起吗？',
    limits: '付款人能给每个成员设上限吗？',
  },
  message: (region) => `您好！想咨询 eSIM 家庭套餐（${region}）。`,
  badge: (region) => `eSIM 共享套餐，${region}`,
  sources: '来源',
  copyQuestions: '复制问题',
  told: '他们怎么回答？',
  more: '条件、其他运营商和来源',
  check: '按自己家的情况查询',
};
