// Finds the things that documents name by id. What is not there is undefined; whoever asks shows the id instead.

import type { Claim, Documents, Evidence, Factor, Item, Meeting, SourceEntry, TheoryFactor, TheoryIndicator } from './types';

export interface Lookup {
  item(id: string): Item | undefined;
  source(key: string): SourceEntry | undefined;
  claim(id: string): Claim | undefined;
  meeting(id: string): Meeting | undefined;
  factor(id: string): Factor | undefined;
  theory_factor(id: string): TheoryFactor | undefined;
  indicator(id: string): TheoryIndicator | undefined;
  factor_name(id: string): string;
  issue_name(id: string): string;
  period_name(id: string | null): string;
  series_name(id: string): string;
  // What an item adds to each factor in the assessment shown.
  weights(item: string): { factor: Factor; evidence: Evidence }[];
}

// Made once for each list: most lists of a case stay the same under another reading, and some have thousands of things.
const made = new WeakMap<object, Map<string, unknown>>();

function by<Thing>(things: Thing[] | undefined, key: (thing: Thing) => string): Map<string, Thing> {
  if (things === undefined) return new Map();
  let found = made.get(things) as Map<string, Thing> | undefined;
  if (found === undefined) made.set(things, (found = new Map(things.map((thing) => [key(thing), thing]))));
  return found;
}

export function lookup(documents: Documents): Lookup {
  const items = by(documents.items?.items, ({ id }) => id);
  const sources = by(documents.sources?.sources, ({ key }) => key);
  const claims = by(documents.claims?.claims, ({ id }) => id);
  const meetings = by(documents.meetings?.meetings, ({ id }) => id);
  const factors = by(documents.assess?.factors, ({ id }) => id);
  const theory_factors = by(documents.theory?.factors, ({ id }) => id);
  const indicators = by(documents.theory?.indicators, ({ id }) => id);
  const issues = by(documents.case?.issues, ({ id }) => id);
  const periods = by(documents.case?.periods, ({ id }) => id);
  const series = by(documents.figures?.series, ({ id }) => id);

  let weights: Map<string, { factor: Factor; evidence: Evidence }[]> | null = null; // few ask for them
  function weights_of(item: string): { factor: Factor; evidence: Evidence }[] {
    if (weights === null) {
      weights = new Map();
      for (const factor of documents.assess?.factors ?? []) {
        for (const evidence of factor.evidence) {
          const known = weights.get(evidence.item);
          if (known) known.push({ factor, evidence });
          else weights.set(evidence.item, [{ factor, evidence }]);
        }
      }
    }
    return weights.get(item) ?? [];
  }

  return {
    item: (id) => items.get(id),
    source: (key) => sources.get(key),
    claim: (id) => claims.get(id),
    meeting: (id) => meetings.get(id),
    factor: (id) => factors.get(id),
    theory_factor: (id) => theory_factors.get(id),
    indicator: (id) => indicators.get(id),
    factor_name: (id) => factors.get(id)?.name ?? theory_factors.get(id)?.name ?? id,
    issue_name: (id) => issues.get(id)?.name ?? id,
    period_name: (id) => (id === null ? 'no period' : (periods.get(id)?.name ?? id)),
    series_name: (id) => series.get(id)?.name ?? id,
    weights: weights_of,
  };
}
