import { describe, expect, test } from 'vitest';
import { not_tested_words, spans, test_answer, whole_answer, without_full_stop } from '../src/claim_answers';
import type { Schemas } from '../src/types';

const found = (answer: Schemas['ClaimAnswer'], ...not_tested: Schemas['ClaimTestFound']['not_tested']): Schemas['ClaimTestFound'] => ({
  figures: 'case',
  kind: 'principal',
  says: 'It is the first threat.',
  answer,
  sentence: 'It is.',
  not_tested,
  values: [],
  sources: [],
});
const gap = { years: [1981, 1982, 1983, 1985], why: 'the case ships no figures of that year' };

describe('the answer of a test', () => {
  test('that holds, holds for the years that were looked at', () => {
    expect(test_answer(found('holds'))).toBe('holds');
    expect(test_answer(found('holds', gap))).toBe('holds so far as computed');
    expect(test_answer(found('fails', gap))).toBe('fails');
  });
  test('names the years that it left out, and why', () => {
    expect(not_tested_words([gap, { years: [2002], why: 'offensive power is not known' }])).toBe(
      '1981–1983, 1985 (the case ships no figures of that year), 2002 (offensive power is not known)',
    );
    expect(not_tested_words([])).toBe('');
    expect(spans([])).toBe('');
  });
});

describe('the answer of a claim', () => {
  const claim = { by_case: 'holds', by_store: null, untested: [] } as const;
  test('is never more than that of its tests', () => {
    expect(whole_answer({ ...claim, untested: [], tests: [found('holds')] })).toBe('holds');
    expect(whole_answer({ ...claim, untested: [], tests: [found('holds'), found('holds', gap)] })).toBe('holds so far as computed');
  });
  test('leaves open what no test asks', () => {
    const untested = ['that it spread its ties'];
    expect(whole_answer({ ...claim, untested, tests: [found('holds')] })).toBe('what is tested holds');
    expect(whole_answer({ ...claim, untested, tests: [found('holds', gap)] })).toBe('what is tested holds so far as computed');
    expect(whole_answer({ ...claim, by_case: 'fails', untested, tests: [found('fails')] })).toBe('fails');
  });
  test('is of the store where the case ships no figures, and none where nothing was computed', () => {
    const of_store = { ...found('holds'), figures: 'store' as const };
    expect(whole_answer({ by_case: null, by_store: 'holds', untested: [], tests: [of_store, found('holds', gap)] })).toBe('holds');
    expect(whole_answer({ by_case: null, by_store: null, untested: [], tests: [] })).toBeNull();
  });
});

test('a sentence before a colon has no full stop', () => {
  expect(without_full_stop('China rises.')).toBe('China rises');
  expect(without_full_stop('China rises')).toBe('China rises');
});
