// What the tests of a claim found, in words: an answer never says more than what was looked at.

import type { Schemas } from './types';
import { claim_answer } from './words';

type Claim = Pick<Schemas['ClaimFound'], 'by_case' | 'by_store' | 'tests' | 'untested'>;
type Test = Pick<Schemas['ClaimTestFound'], 'answer' | 'not_tested'>;

// `holds so far as computed`: years that a test could not look at hold nowhere.
export function test_answer({ answer, not_tested }: Test): string {
  return answer === 'holds' && not_tested.length > 0 ? `${claim_answer(answer)} so far as computed` : claim_answer(answer);
}

// The answer of all tests on the case's figures or, where it ships none, on the store; null where nothing was computed.
export function whole_answer({ by_case, by_store, tests, untested }: Claim): string | null {
  const answer = by_case ?? by_store;
  if (answer === null) return null;
  const figures = by_case === null ? 'store' : 'case';
  const not_tested = tests.filter((test) => test.figures === figures).flatMap((test) => test.not_tested);
  const words = test_answer({ answer, not_tested });
  return answer === 'holds' && untested.length > 0 ? `what is tested ${words}` : words;
}

// `1981–1989, 1991`: each year, and stretches without a gap as one.
export function spans(years: readonly number[]): string {
  const stretches: [first: number, last: number][] = [];
  for (const year of years) {
    const open = stretches.at(-1);
    if (open !== undefined && open[1] + 1 === year) open[1] = year;
    else stretches.push([year, year]);
  }
  return stretches.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(', ');
}

// `1981–1989 (the case ships no figures of that year)`; empty where every year was looked at.
export function not_tested_words(not_tested: Test['not_tested']): string {
  return not_tested.map(({ years, why }) => `${spans(years)} (${why})`).join(', ');
}

export const without_full_stop = (sentence: string): string => sentence.replace(/\.$/, '');
