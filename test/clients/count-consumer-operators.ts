import * as z from 'zod';
import type { RunningService } from '../start-service.ts';

const Operators = z.object({ operators: z.array(z.object({ market: z.string() })) });

/** How many operators families can choose from: each has a row in each region. */
export async function countConsumerOperators({ origin }: RunningService): Promise<number> {
  const response = await fetch(`${origin}/api/v1/operators`);
  const { operators } = Operators.parse(await response.json());
  const count = operators.filter(({ market }) => market === 'consumer').length;
  if (count === 0) throw new Error('there are no operators');
  return count;
}
