// Which way new items point, as the coders read them: toward collapse, toward endurance, or both.

import type { Factor, Ledger } from './types';

// `null` where none of the items counts as new under any factor.
export function side_of(items: readonly string[], factors: readonly Pick<Factor, 'evidence'>[]): Ledger | 'both' | null {
  const wanted = new Set(items);
  const sides = new Set<Ledger>();
  for (const { evidence } of factors) {
    for (const { item, novelty, direction } of evidence) if (novelty === 'new' && wanted.has(item)) sides.add(direction);
  }
  const [first, second] = sides;
  return first === undefined ? null : second === undefined ? first : 'both';
}
