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
  observed: (date: string) => `сведения на ${date}`,
  checked: (date: string) => `проверено ${date}`,
  checkDue: 'пора перепроверить',
  inherited: (operator: string) => `перенято у сети ${operator}`,
  source: 'источник',
  back: 'Назад к тексту',
};
