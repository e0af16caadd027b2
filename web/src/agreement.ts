// Who of the coders read enough to be named among those who agree or differ, and how the rest are told.

import { count, counted } from './numbers';
import type { AgreementDocument } from './types';

export type Readers = Pick<AgreementDocument, 'coders' | 'items' | 'read' | 'items_in_common'>;

// Of the items that several read. Who read less would be credited with an agreement that others made.
const LEAST_SHARE_NAMED = 0.1;

export function named_coders({ coders, read, items_in_common }: Readers): string[] {
  return coders.filter((_coder, index) => (read[index] ?? 0) > 0 && (read[index] ?? 0) >= LEAST_SHARE_NAMED * items_in_common);
}

// `first read 363 of 363 items`, `blind 204`: all coders, the rest after those named.
export function reading_list(agreement: Readers): string[] {
  const named = named_coders(agreement);
  const order = [...named, ...agreement.coders.filter((coder) => !named.includes(coder))];
  return order.map((coder, index) => {
    const read = agreement.read[agreement.coders.indexOf(coder)] ?? 0;
    return index === 0 ? `${coder} read ${count(read)} of ${counted(agreement.items, 'item')}` : `${coder} ${count(read)}`;
  });
}
