// Which items a rerun kept or left out, so that a reader can get from its number to the evidence. The document names the
// run and counts its items; where the items found here do not add up to that count, none are given.

import type { AssessDocument, Item, Rerun, SourceEntry } from './types';

export type RerunGroup = 'source-class' | 'leaning' | 'kinds' | 'coders';

export interface RerunItems {
  ids: string[];
  left_out: boolean; // the run is without them; otherwise it has only them
}

const WORDS = ['words', 'opinion', 'absence'];

export function items_of_rerun(
  rerun: Pick<Rerun, 'name' | 'items'>,
  group: RerunGroup,
  assess: Pick<AssessDocument, 'factors' | 'baseline'>,
  item: (id: string) => Item | undefined,
  source: (key: string) => SourceEntry | undefined,
): RerunItems | null {
  const levels = new Map(assess.factors.flatMap(({ evidence }) => evidence.map((one) => [one.item, one.level] as const)));
  const [how = '', ...rest] = rerun.name.split(' ');
  const left_out = group !== 'kinds' && how === 'without';
  const id = rest.join(' ');

  function is_in(name: string): boolean {
    const found = item(name);
    if (group === 'kinds') return WORDS.includes(levels.get(name) ?? '') === (rerun.name === 'words only');
    if (found === undefined) return false;
    if (group === 'source-class') return found.class === id;
    if (group === 'leaning') return source(found.sources[0]?.key ?? '')?.leaning === id;
    return found.codings.some((coding) => coding.coder === id && coding.baseline === assess.baseline.id && coding.factor !== 'outside');
  }

  const ids = [...levels.keys()].filter(is_in);
  const count = left_out ? levels.size - ids.length : ids.length;
  return count === rerun.items ? { ids, left_out } : null;
}
