import { describe, expect, test } from 'vitest';
import { finding_rule, steps } from '../src/rules';
import type { ProtocolDocument } from '../src/types';
import { factor } from './made_up';

// The thresholds of protocols/ledger-v1.toml.
const protocol = {
  prior: { weakened: 0.2, unchanged: 0.6, strengthened: 0.2 },
  dependence: { correlation: 0.8, cap_decibels: 15, clustering: 'as-coded', ritual_weight: 1 },
  finding: { found: 0.55, leaning: 0.35, leaning_ratio: 3, contested_below: 0.45 },
} as ProtocolDocument;

describe('the rule applied', () => {
  test('is told with the numbers that met it', () => {
    expect(finding_rule('weakened', { weakened: 0.88, unchanged: 0.12, strengthened: 0 }, protocol)).toBe('weakened .88 reaches .55: weakened.');
    expect(finding_rule('leaning-strengthened', { weakened: 0.006, unchanged: 0.522, strengthened: 0.472 }, protocol)).toBe(
      'strengthened .47 lies between .35 and .55, and is more than 3 times weakened .01: it leans to strengthened.',
    );
    expect(finding_rule('contested', { weakened: 0.3, unchanged: 0.4, strengthened: 0.3 }, protocol)).toBe(
      'unchanged .40 is below .45 and no side prevails: contested.',
    );
  });
  test('of a factor without evidence is that there is none', () => {
    expect(steps(factor('a', 'not-assessed'), protocol).map(({ text }) => text)).toEqual([
      'Not assessed: no item of this case and period bears on it. That is not the same as unchanged.',
    ]);
  });
  test('begins with the prior and names a cap that was reached', () => {
    const told = steps(factor('a', 'weakened', { capped: true }), protocol);
    expect(told[0]?.text).toBe('weakened · unchanged · strengthened: .20 · .60 · .20');
    expect(told[1]?.text).toContain('(a sum reached the cap at ±15 dB a side)');
  });
  test('is still told, shorter, without the protocol', () => {
    expect(steps(factor('a', 'unchanged'), undefined).map(({ what }) => what)).toEqual(['Evidence', 'After it', 'Rule']);
  });
});
