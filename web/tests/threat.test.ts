import { describe, expect, test } from 'vitest';
import { apart, bars_of, components_chart, history_chart } from '../src/charts/threat';
import { first_threat, forces_near, known_posture, posture_words, rank_or_not, rank_range, status_words, unranked_in } from '../src/sentences';
import { comparison } from '../src/words';
import type { Threat, ThreatDocument, YearOfThreats } from '../src/types';

const components = ['power', 'intentions'].map((id) => ({ id, name: id, definition: '', assumption: '', weight: 0.5, parts: [], citations: [] })) as ThreatDocument['theory']['components'];

const threat = (name: string, power: number, intentions: number | null, standing: Partial<Threat> = {}): Threat => ({
  code: name,
  name,
  number: 1,
  components: [
    { id: 'power', value: power, why_not: null, parts: [] },
    { id: 'intentions', value: intentions, why_not: intentions === null ? 'outside coverage' : null, parts: [] },
  ],
  composite: intentions === null ? null : 0.5,
  composite_why_not: intentions === null ? 'one of its inputs' : null,
  rank: 1,
  best: 1,
  worst: 1,
  at_worst: null,
  first_share: 1,
  by_component: [1, 1],
  is: 'threat',
  distance_km: { value: null, why_not: 'no row' },
  contiguity: { value: 0, why_not: null },
  capability_at_distance: { value: null, why_not: 'no row', inflated: false },
  posture: [],
  hostility_known_to: 2014,
  ...standing,
});
const year = (...threats: Threat[]): YearOfThreats => ({ year: 2010, ranked: threats.filter(({ rank }) => rank !== null).length, principal: threats.filter(({ rank, is }) => rank !== null && is === 'threat').map(({ code, name, number }) => ({ code, name, number })), threats, responses: [], observed: [], allies: [] });
const faces = [{ value: 'aggressive-intentions', at_least: 0.2, at_most: null }];

describe('the components of threat', () => {
  test('are drawn as shares of the largest of their year and labelled with their values', () => {
    const bars = bars_of(year(threat('Erewhon', 0.2, 0.6), threat('Utopia', 0.05, 0.3)), components);
    expect(bars.map((bar) => bar['of the largest'])).toEqual([1, 0.25, 1, 0.5]);
    expect(bars[1]!.label).toBe('Utopia 0.05');
  });
  test('that are missing are no bar of length nought, and say why', () => {
    const bars = bars_of(year(threat('Erewhon', 0.2, null)), components);
    expect(bars[1]!['of the largest']).toBeNull();
    expect(bars[1]!.label).toBe('Erewhon — outside coverage');
  });
  test('that are nought for everybody stay nought', () => {
    expect(bars_of(year(threat('Erewhon', 0.2, 0)), components)[1]!['of the largest']).toBe(0);
  });
  test('reach the reader as rows too, in the picture of one year and over the years', () => {
    const one = year(threat('Erewhon', 0.2, 0.6));
    expect(components_chart('Laputa', one, components).rows).toHaveLength(2);
    expect(history_chart('Laputa', [one], components, 1).rows).toEqual([{ year: 2010, state: 'Erewhon', value: 0.6 }]);
  });
});

// Invented: forces of Erewhon, of which Laputa hosts 4,200; its neighbours are Utopia and Icaria.
describe('force posture', () => {
  const entry = { id: 'sent', name: 'Erewhonian troops', sender: 'ERE', counts: 'persons', variables: [], reason: 'Of one state only.', note: null, citations: [] };
  const none = { value: null, why_not: 'not applicable' as const };
  const neighbour = (name: string, value: number | null): Threat['posture'][number]['neighbours'][number] => ({ code: name, name, number: 1, value, why_not: value === null ? 'no row' : null });
  const sender = (of_icaria: number | null): Threat =>
    threat('Erewhon', 0.2, 0.6, {
      posture: [
        {
          id: 'sent',
          in_it: none,
          in_state: { value: 4200, why_not: null },
          in_neighbours: of_icaria === null ? { value: null, why_not: 'no row' } : { value: 30 + of_icaria, why_not: null },
          neighbours: [neighbour('Utopia', 30), neighbour('Icaria', of_icaria)],
        },
      ],
    });
  const host = (value: number | null): Threat =>
    threat('Utopia', 0.1, 0.3, { posture: [{ id: 'sent', in_it: { value, why_not: value === null ? 'no row' : null }, in_state: none, in_neighbours: none, neighbours: [] }] });

  test('stands beside each state, and says why a number is missing', () => {
    expect([sender(0), host(30), host(0), host(null)].map((each) => posture_words(each, 0))).toEqual(['at home', '30', '0', '— (no row)']);
  });
  test('says what is kept near the state, and of which neighbour nothing is known', () => {
    expect(forces_near('Laputa', entry, 0, year(sender(0), host(30)))).toBe(
      'Erewhonian troops near Laputa, beside the components and in none: in Laputa 4,200; in its neighbours 30: Utopia 30, Icaria 0.',
    );
    expect(forces_near('Laputa', entry, 0, year(sender(null)))).toContain('in its neighbours not known in all (no row): Utopia 30, Icaria (no row).');
    expect(forces_near('Laputa', entry, 0, year(host(30)))).toBeUndefined();
  });
  test('has no column in a year of which nothing is known', () => {
    expect(known_posture([entry], year(host(null)))).toEqual([]);
    expect(known_posture([entry], year(host(null), host(0)))).toEqual([{ entry, at: 0 }]);
  });
});

describe('labels at the ends of lines', () => {
  test('keep their order and do not cover each other', () => {
    const labels = apart([{ value: 1 }, { value: 0.99 }, { value: 0.2 }]);
    expect(labels.map(({ value }) => value)).toEqual([0.2, 0.99, 1]);
    expect(labels[2]!.label_at - labels[1]!.label_at).toBeCloseTo(0.085, 12);
    expect(labels[0]!.label_at).toBe(0.2);
  });
});

describe('who comes first', () => {
  test('is said with how far it depends on the weights', () => {
    expect(first_threat('Laputa', year(threat('Erewhon', 0.2, 0.6)), faces)).toBe('Erewhon is the first threat to Laputa in 2010, under every weighting of the components.');
    expect(first_threat('Laputa', year(threat('Erewhon', 0.2, 0.6, { first_share: 0.62 })), faces)).toMatch(/under 62% of all weightings/);
  });
  test('is not guessed where a component is missing', () => {
    expect(first_threat('Laputa', year(threat('Erewhon', 0.2, null, { rank: null, first_share: null })), faces)).toMatch(/^no state’s threat/);
    expect(first_threat('Laputa', year(), faces)).toMatch(/^nothing is known/);
    expect(first_threat('Laputa', year(threat('Erewhon', 0.2, 0, { composite: 0 })), faces)).toMatch(/^no state comes first/);
  });
  test('is no ally and no state in which the theory sees no threat, whatever their rank', () => {
    const ally = threat('Utopia', 0.5, 0.3, { is: 'ally' });
    const second = threat('Erewhon', 0.2, 0.6, { rank: 2, first_share: 0.1 });
    expect(first_threat('Laputa', year(ally, second), faces)).toBe('Utopia heads the ranking, but has pledged to defend Laputa; Erewhon, of rank 2, is the first threat to Laputa in 2010.');
    expect(first_threat('Laputa', year(threat('Utopia', 0.5, 0.1, { is: 'no-threat' })), faces)).toBe(
      'no state that can be ranked is a threat to Laputa in 2010: Utopia heads the ranking, but does not pass the theory’s condition for a threat (aggressive intentions of at least 0.2).',
    );
    expect(bars_of(year(ally, second), components).map(({ state, first }) => `${state} ${first}`)).toEqual(['Utopia false', 'Erewhon true', 'Utopia false', 'Erewhon true']);
  });
  test('is marked as what it is, with a dash where that cannot be judged', () => {
    expect((['threat', 'no-threat', 'ally', null] as const).map((is) => status_words({ is }))).toEqual(['threat', 'no threat', 'ally', '—']);
  });
  test('has a range of ranks only where there is one', () => {
    expect(rank_range({ best: 1, worst: 3 })).toBe('1–3');
    expect(rank_range({ best: 2, worst: 2 })).toBe('2');
    expect(rank_range({ best: null, worst: null })).toBe('—');
  });
  test('is not the only thing said where a state without a rank may stand before it', () => {
    const sentence = 'Utopia has no rank, since its intentions are missing.';
    const unranked = [{ code: 'UTO', name: 'Utopia', number: 2, years: [{ first: 2002, last: 2009 }, { first: 2012, last: 2012 }], missing: 'intentions', sentence }];
    expect(unranked_in({ unranked }, 2009)).toEqual([sentence]);
    expect(unranked_in({ unranked }, 2010)).toEqual([]);
    const without = { rank: null, composite: null, composite_why_not: 'missing in source' };
    expect(rank_or_not({ ...without, at_worst: 5 })).toBe('— (missing in source; at worst 5)');
    expect(rank_or_not({ ...without, at_worst: null })).toBe('— (missing in source)');
  });
  test('is nobody in a tie of nothing', () => {
    expect(rank_or_not({ rank: 1, composite: 0, composite_why_not: null, at_worst: null })).toBe('—');
    expect(rank_or_not({ rank: 4, composite: 0, composite_why_not: null, at_worst: null })).toBe('4');
  });
});

describe('evidence and computation', () => {
  test('agree in naming a state, or in not naming it among so many', () => {
    expect(comparison({ comparison: 'both', first: 2 })).toBe('both name it');
    expect(comparison({ comparison: 'neither', first: 2 })).toBe('neither names it among the first 2');
    expect(comparison({ comparison: 'neither', first: 0 })).toBe('neither names it');
  });
});
