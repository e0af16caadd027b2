import { describe, expect, test } from 'vitest';
import * as words from '../src/words';

describe('a verdict in words', () => {
  test('joins size and direction only where there is a movement', () => {
    expect(words.verdict('weakened', 'moderately')).toBe('moderately weakened');
    expect(words.verdict('strengthened', 'leaning')).toBe('leaning to strengthened');
    expect(words.verdict('unchanged', 'none')).toBe('unchanged');
    expect(words.verdict('mixed', 'none')).toBe('moved both ways');
  });
  test('not assessed is not unchanged, in word and in tone', () => {
    expect(words.direction('not-assessed')).toBe('not assessed');
    expect(words.direction_tone('not-assessed')).not.toBe(words.direction_tone('unchanged'));
    expect(words.finding_tone('not-assessed')).not.toBe(words.finding_tone('unchanged'));
  });
});

describe('an Admiralty grade', () => {
  test('names source and report apart', () => {
    expect(words.grade('B2')).toBe('source usually reliable, report probably true');
    expect(words.grade('A1')).toBe('source completely reliable, report confirmed by other sources, or itself the record');
    expect(words.grade('F6')).toBe('source reliability cannot be judged, report truth cannot be judged');
  });
  test('that is missing is not a bad grade', () => {
    expect(words.grade(null)).toBe('not graded');
  });
});

describe('an issue without coded item', () => {
  test('is not assessed, and a reversed one is broken', () => {
    expect(words.continuity(null)).toBe('not assessed');
    expect(words.continuity('reversed')).toBe('broken');
  });
});

describe('a list', () => {
  test('has its last joint in words', () => {
    expect(words.list(['a'])).toBe('a');
    expect(words.list(['a', 'b'])).toBe('a and b');
    expect(words.list(['a', 'b', 'c'], 'or')).toBe('a, b or c');
    expect(words.list([])).toBe('');
  });
});
