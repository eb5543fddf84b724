import type { Topic } from '../../../data/schema/claim.ts';
import type { Evidence } from '../../../data/schema/evidence.ts';
import type { Freshness } from '../../../data/schema/freshness.ts';
import type { Method } from '../../../data/schema/method.ts';
import type { Confidence } from '../../../data/schema/source.ts';

/** How strong, how old and how come by: in words, not in stars. */
export const evidence = {
  confidence: {
    official: 'официальная страница',
    register: 'государственный реестр',
    press: 'пресса',
    secondary: 'непрямой источник',
  } satisfies Record<Confidence, string>,
  freshness: {
    current: 'свежее',
    ageing: 'больше года',
    old: 'больше трёх лет',
    undated: 'без даты',
  } satisfies Record<Freshness, string>,
  method: {
    stated: 'сказано в источнике',
    measured: 'подсчитано',
    inferred: 'вывод',
    assumed: 'допущение',
  } satisfies Record<Method, string>,
  role: {
    decisive: 'решило',
    supporting: 'подтверждает',
    contradicting: 'говорит иначе, но слабее',
    stale: 'давно не проверялось, не учтено',
  } satisfies Record<Evidence['role'], string>,
  topic: {
    presence: 'Присутствие',
    numbering: 'Номера',
    network: 'Сеть',
    esim: 'eSIM',
    'esim-channel': 'Где получить eSIM',
    'family-plan': 'Семейный тариф',
    'family-terms': 'Условия семейного тарифа',
    companion: 'Часы и другие устройства',
    'home-region': 'Домашний регион',
    'local-exception': 'Местные условия',
    identity: 'Личность абонента',
    'number-cap': 'Предел номеров',
    handover: 'Передача номера',
    foreigners: 'Иностранные граждане',
    children: 'Дети',
    imei: 'IMEI',
    contract: 'Договор',
    portability: 'Перенос номера',
    cooling: 'Период охлаждения',
    shutdown: 'Отключения интернета',
    device: 'Устройства',
    history: 'История',
    'esim-policy': 'Правила об eSIM',
    'anti-fraud': 'Борьба с мошенничеством',
    calls: 'Звонки',
    'sim-supply': 'Поставки SIM',
    market: 'Рынок',
  } satisfies Record<Topic, string>,
  observed: (date: string) => `сведения на ${date}`,
  checked: (date: string) => `проверено ${date}`,
  checkDue: 'пора перепроверить',
  inherited: (operator: string) => `перенято у сети ${operator}`,
  source: 'источник',
};
