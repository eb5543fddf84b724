import type * as ru from '../ru/reasons.ts';

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
  'all-can-sign': () => '每个号码都有人可以签约。',
  'visit-needed': () => '家中有人需要去营业厅。',
  'remote-not-possible': () => '不去营业厅无法签约。',
  'no-adult-holder': () => '没有人能为孩子的号码签约：需要一名成人。',
  'devices-take-esim': () => '所有设备都支持 eSIM。',
  'device-cannot': ({ model, line }) => `${model} 不支持 eSIM（${line}）。`,
  'device-unknown': () => '尚不清楚是否所有设备都支持 eSIM。',
  'own-number-line': () => '该设备以单独的号码接入。',
  'line-with-other-operator': () => '有一个号码目前属于其他运营商。',
};
