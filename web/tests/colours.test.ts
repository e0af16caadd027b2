// WCAG 2.2, success criterion 1.4.3: text has a contrast of at least 4.5 to its ground; 1.4.11: signs and bars of 3.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Scheme = 'light' | 'dark';
const css = readFileSync(new URL('../src/styles/colours.css', import.meta.url), 'utf8');
const colours = new Map(
  [...css.matchAll(/(--[a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }]),
);

// WCAG's relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance.
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string, scheme: Scheme): number {
  const [bright, dim] = [one, other].map((name) => luminance(colours.get(name)![scheme])).sort((a, b) => b - a);
  return (bright! + 0.05) / (dim! + 0.05);
}

test('black on white has the contrast that the standard names', () => {
  expect((1 + 0.05) / (luminance('#000000') + 0.05)).toBeCloseTo(21);
});

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  const grounds = ['--paper', '--paper-raised', '--paper-sunk'];
  const inks = ['--ink', '--ink-soft', '--ink-faint', '--link', '--weakened', '--strengthened', '--unchanged', '--mixed'];
  test.each(inks.flatMap((ink) => grounds.map((ground) => [ink, ground])))('%s is readable on %s', (ink, ground) => {
    expect(contrast(ink!, ground!, scheme)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(['--weakened-fill', '--strengthened-fill', '--focus'])('%s stands out from the paper', (fill) => {
    expect(contrast(fill, '--paper', scheme)).toBeGreaterThanOrEqual(3);
  });
});
