// Which items report the same event: once the strongest of a cluster is set aside, the next one stands for it.

import type { Factor } from './types';

// The other items of the clusters in which the item stands, under any factor.
export function rest_of_cluster(item: string, factors: readonly Pick<Factor, 'evidence'>[]): string[] {
  const evidence = factors.flatMap((factor) => factor.evidence);
  const own = new Set(evidence.filter((one) => one.item === item && one.cluster !== '').map(({ cluster }) => cluster));
  return [...new Set(evidence.filter((one) => own.has(one.cluster) && one.item !== item).map((one) => one.item))];
}
