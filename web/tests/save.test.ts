import { describe, expect, test } from 'vitest';
import { csv } from '../src/charts/save';
import { colour_names, with_colours } from '../src/charts/theme';

describe('CSV', () => {
  test('quotes what would break a field, and doubles quotes', () => {
    expect(csv([{ a: 'x, "y"', b: 'line\nbreak' }], ['a', 'b'])).toBe('a,b\r\n"x, ""y""","line\nbreak"\r\n');
  });
  test('leaves a missing value empty and keeps 0', () => {
    expect(csv([{ a: null, b: 0 }, { b: false }], ['a', 'b'])).toBe('a,b\r\n,0\r\n,false\r\n');
  });
});

describe('a specification for other programs', () => {
  const spec = { mark: { type: 'bar', color: 'var(--weakened-fill)' }, config: { background: 'var(--paper)' }, again: 'var(--paper)' };
  test('names each colour variable once', () => {
    expect(colour_names(JSON.stringify(spec))).toEqual(['--weakened-fill', '--paper']);
  });
  test('has colours in their place and leaves unknown ones alone', () => {
    expect(with_colours(spec, new Map([['--paper', 'rgb(1, 2, 3)']]))).toEqual({
      mark: { type: 'bar', color: 'var(--weakened-fill)' },
      config: { background: 'rgb(1, 2, 3)' },
      again: 'rgb(1, 2, 3)',
    });
  });
});
