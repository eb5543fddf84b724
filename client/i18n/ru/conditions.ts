import type { ConditionCode } from '../../../data/schema/condition.ts';
import type { ParamWords } from '../param-words.ts';

/** A condition in one line, with the reason behind it. */
export const conditions = {
  'confirm-with-operator': ({ whether }) =>
    `Спросите оператора, ${whether}: сведения старые или без даты.`,
  'esim-treated-as-plastic': () =>
    'Спросите, принимают ли в общий тариф номер на eSIM: ни один оператор прямо об этом не пишет.',
  'issue-channel-unknown': () =>
    'Узнайте, где получить eSIM (в приложении, на сайте или в салоне): для этого региона мы этого не нашли.',
  'terms-not-read': ({ plan }) => `Прочитайте условия (${plan}): мы их не видели.`,
  'plan-openness-unknown': ({ plan }) =>
    `Спросите, подключают ли новых клиентов (${plan}): по источникам это не ясно.`,
  'payer-needs-tariff': ({ tariffs }) => `У плательщика должен быть один из тарифов: ${tariffs}.`,
  'payer-funded-not-pooled': () =>
    'Пакет у каждого свой, а платит один: общего остатка минут и гигабайтов нет.',
  'line-limit-depends-on-tariff': ({ number }) =>
    `Сколько номеров можно объединить, решает тариф плательщика: от ${number('minLines')} до ${number('maxLines')}.`,
  'payer-may-count': ({ number }) =>
    `Номеров ${number('minLines')} или ${number('maxLines')}: источник не говорит, считается ли номер плательщика.`,
  'same-tariff-area': ({ regions }) => `Все номера — из одной тарифной зоны: ${regions}.`,
  'local-exception': ({ exception }) => `В части региона другие условия: ${exception}.`,
  'visit-office': () =>
    'Иностранным гражданам нужно прийти в салон: дистанционно с ними договор не заключают.',
  'foreign-documents': () =>
    'Иностранным гражданам нужны СНИЛС, подтверждённая запись на Госуслугах и биометрия.',
  'declare-imei': () =>
    'IMEI устройства вписывают в договор: для другого устройства договор придётся менять.',
  'adult-holds-line': () =>
    'Номер ребёнка до 14 лет оформляет взрослый, и этот номер считается за взрослым.',
  'no-self-ban': () => 'На Госуслугах не должно быть самозапрета на новые договоры связи.',
  'remote-needs-signature': () =>
    'Для договора без визита в салон могут понадобиться электронная подпись и Госуслуги: так описано для eSIM, действует ли это, мы не нашли.',
  'check-market-variant': ({ model }) =>
    `${model}: наличие eSIM зависит от страны, для которой сделано устройство.`,
  'check-eid': () =>
    'На телефоне наберите *#06#, на часах и планшете найдите EID в настройках: если EID есть, есть и чип eSIM.',
  'check-foreign-profiles': ({ model }) =>
    `Узнайте, берёт ли ${model} eSIM российского оператора: чип есть, но чужих операторов эта версия может не принять.`,
  'separate-number': ({ device }) =>
    `Номер у устройства (${device}) будет отдельный, а не тот же, что у телефона.`,
  'near-number-cap': ({ number }) =>
    `На одного человека уже записано номеров: ${number('held')} из ${number('limit')} разрешённых.`,
} satisfies Record<ConditionCode, (words: ParamWords) => string>;
