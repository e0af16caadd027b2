// Items that a case counts to a period by name though their dates do not lie in it, such as a candidate's words.

import { span_of } from './charts/dates';
import type { Item } from './types';

export function items_beyond(period: { id: string; begin: string; end: string }, items: readonly Item[]): string[] {
  const within = span_of(`${period.begin}…${period.end}`);
  if (within === null) return [];
  return items
    .filter(({ periods, after_cutoff }) => periods.includes(period.id) && !after_cutoff)
    .filter(({ date }) => {
      const span = span_of(date);
      return span !== null && (span.from < within.from || span.to > within.to);
    })
    .map(({ id }) => id);
}
