import { describe, expect, test } from 'vitest';
import * as numbers from '../src/numbers';

describe('a probability', () => {
  test('is printed with two digits and without its zero', () => {
    expect(numbers.probability(0.735231937)).toBe('.74');
    expect(numbers.probability(0.5)).toBe('.50');
  });
  test('that is 0 or 1 says so, and one that only rounds to it does not', () => {
    expect(numbers.probability(0)).toBe('.00');
    expect(numbers.probability(1)).toBe('1.00');
    expect(numbers.probability(0.00127345687)).toBe('<.01');
    expect(numbers.probability(0.997)).toBe('>.99');
  });
  test('of conciliation, turned round, has a true minus', () => {
    expect(numbers.probability(-0.3297)).toBe('−.33');
  });
  test('that is missing is a dash, never 0', () => {
    expect(numbers.probability(null)).toBe('—');
    expect(numbers.probability(undefined)).toBe('—');
  });
});

describe('a percentage', () => {
  test('has the digits asked for', () => {
    expect(numbers.percent(0.2679)).toBe('27%');
    expect(numbers.percent(0.0185818866, 1)).toBe('1.9%');
  });
  test('never rounds a small share to nothing or a large one to all', () => {
    expect(numbers.percent(0.0026)).toBe('<1%');
    expect(numbers.percent(0.9974)).toBe('>99%');
    expect(numbers.percent(0)).toBe('0%');
    expect(numbers.percent(1)).toBe('100%');
  });

  test('of a loss has a minus, not a hyphen, and is never rounded to nothing', () => {
    expect(numbers.percent(-0.0934)).toBe('−9%');
    expect(numbers.percent(-0.0934, 1)).toBe('−9.3%');
    expect(numbers.percent(-0.0026)).toBe('>−1%');
  });
});

describe('decibels', () => {
  test('carry their sign, with a true minus', () => {
    expect(numbers.decibels(13.3846863)).toBe('+13.4 dB');
    expect(numbers.decibels(-15)).toBe('−15.0 dB');
  });
  test('of nothing have no sign', () => {
    expect(numbers.decibels(0)).toBe('0.0 dB');
    expect(numbers.decibels(-0.04)).toBe('0.0 dB');
  });
});

describe('a measured value', () => {
  test('keeps four significant digits and groups its thousands', () => {
    expect(numbers.value(50845.5)).toBe('50,846');
    expect(numbers.value(3.719)).toBe('3.719');
    expect(numbers.value(0.71994)).toBe('0.7199');
    expect(numbers.value(-11.75)).toBe('−11.75');
    expect(numbers.value(933)).toBe('933');
  });
  test('of zero is 0, and a missing one a dash', () => {
    expect(numbers.value(0)).toBe('0');
    expect(numbers.value(null)).toBe('—');
  });
});

describe('a count', () => {
  test('takes the singular for one only', () => {
    expect(numbers.counted(1, 'item')).toBe('1 item');
    expect(numbers.counted(0, 'item')).toBe('0 items');
    expect(numbers.counted(1234, 'item')).toBe('1,234 items');
  });
  test('in running text is a word up to twelve', () => {
    expect(numbers.in_words(8)).toBe('eight');
    expect(numbers.in_words(13)).toBe('13');
  });
});

describe('a date', () => {
  test('is as exact in words as it was recorded', () => {
    expect(numbers.date('2017-02-10')).toBe('10 February 2017');
    expect(numbers.date('2017-02')).toBe('February 2017');
    expect(numbers.date('2017')).toBe('2017');
  });
  test('range repeats only what differs', () => {
    expect(numbers.date('2017-03-08…2017-03-21')).toBe('8–21 March 2017');
    expect(numbers.date('2017-03-08…2017-04-02')).toBe('8 March – 2 April 2017');
    expect(numbers.date('2016-11-09…2018-12-31')).toBe('9 November 2016 – 31 December 2018');
  });
  test('may be short', () => {
    expect(numbers.short_date('2018-09-23')).toBe('23 Sep 2018');
  });
  test('that is none stays as it was written', () => {
    expect(numbers.date('the Trump era')).toBe('the Trump era');
    expect(numbers.date(null)).toBe('—');
  });
  test('of a month begins with its first day', () => {
    expect(numbers.begins('2017-02')).toBe(Date.UTC(2017, 1, 1));
    expect(numbers.begins('2017-02-10…2017-03-01')).toBe(Date.UTC(2017, 1, 10));
  });
});

describe('years of a period', () => {
  test('share their century', () => {
    expect(numbers.years('2016-11-09', '2018-12-31')).toBe('2016–18');
    expect(numbers.years('1995-02-27', '2001-01-19')).toBe('1995–2001');
    expect(numbers.years('2017-01-01', '2017-12-31')).toBe('2017');
  });
});
