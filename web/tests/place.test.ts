import { describe, expect, test } from 'vitest';
import { factor_address, is_panel, item_address, parse, source_address } from '../src/place';

describe('an address in the page', () => {
  test('leads back to what it was made from', () => {
    expect(parse(item_address('tpp-withdrawal-2017-01-23'))).toEqual({ kind: 'item', id: 'tpp-withdrawal-2017-01-23' });
    expect(parse(source_address('a/b #c'))).toEqual({ kind: 'source', id: 'a/b #c' });
    expect(parse(factor_address('credibility'))).toEqual({ kind: 'factor', id: 'credibility' });
  });
  test('names a section where it names nothing else', () => {
    expect(parse('#factors')).toEqual({ kind: 'section', id: 'factors' });
    expect(parse('')).toEqual({ kind: 'section', id: '' });
    expect(parse('#series/us-forces')).toEqual({ kind: 'section', id: 'series/us-forces' });
  });
  test('typed wrongly breaks nothing', () => {
    expect(parse('#item/100%')).toEqual({ kind: 'item', id: '100%' });
  });
  test('opens a panel only for items, sources and the citation', () => {
    expect(['#item/a', '#source/a', '#cite', '#factor/a', '#moved', '#method'].map((hash) => is_panel(parse(hash)))).toEqual([
      true, true, true, false, false, false,
    ]);
  });
});
