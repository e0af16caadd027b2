// How charts look. Colours are the page's CSS variables: on the page they follow the scheme by themselves; an exported
// picture gets the light scheme's values in their place (`with_colours`).

import type { Config } from 'vega-lite';

export const SANS = '"Source Sans 3", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", sans-serif';

export const COLOUR = {
  ink: 'var(--ink)',
  soft: 'var(--ink-soft)',
  faint: 'var(--ink-faint)',
  rule: 'var(--rule)',
  rule_strong: 'var(--rule-strong)',
  paper: 'var(--paper)',
  link: 'var(--link)',
  weakened: 'var(--weakened-fill)',
  weakened_soft: 'var(--weakened-soft)',
  unchanged: 'var(--unchanged-fill)',
  unchanged_ink: 'var(--unchanged)',
  strengthened: 'var(--strengthened-fill)',
  strengthened_soft: 'var(--strengthened-soft)',
  mixed: 'var(--mixed)',
} as const;

// For `scale: { domain: DIRECTIONS, range: DIRECTION_RANGE }`.
export const DIRECTIONS = ['weakened', 'unchanged', 'strengthened', 'mixed', 'not-assessed'];
export const DIRECTION_RANGE = [COLOUR.weakened, COLOUR.unchanged, COLOUR.strengthened, COLOUR.mixed, COLOUR.rule];

export const theme: Config = {
  background: 'transparent',
  font: SANS,
  padding: 0,
  view: { stroke: null },
  axis: {
    labelColor: COLOUR.soft,
    labelFontSize: 12,
    titleColor: COLOUR.soft,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    domainColor: COLOUR.soft,
    tickColor: COLOUR.rule,
    gridColor: COLOUR.rule,
    labelPadding: 5,
    titlePadding: 8,
  },
  axisY: { domain: false, ticks: false },
  legend: {
    labelColor: COLOUR.soft,
    labelFontSize: 12,
    titleColor: COLOUR.soft,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    symbolStrokeWidth: 0,
    orient: 'top',
  },
  header: { labelColor: COLOUR.ink, labelFontSize: 12, titleColor: COLOUR.soft, titleFontWeight: 'normal' },
  title: { color: COLOUR.ink, fontSize: 14, fontWeight: 600, anchor: 'start' },
  text: { color: COLOUR.ink, fontSize: 12 },
  bar: { color: COLOUR.unchanged_ink },
  line: { color: COLOUR.ink, strokeWidth: 1.75 },
  point: { color: COLOUR.ink, filled: true, size: 44 },
  rule: { color: COLOUR.soft },
  area: { color: COLOUR.unchanged },
  range: { category: [COLOUR.strengthened, COLOUR.weakened, COLOUR.link, COLOUR.mixed, COLOUR.unchanged_ink, COLOUR.ink] },
};

// The variables that a text of a specification names, each once.
export function colour_names(text: string): string[] {
  return [...new Set([...text.matchAll(/var\((--[a-z-]+)\)/g)].map(([, name]) => name ?? ''))];
}

// A specification without variables, for pictures and other programs.
export function with_colours<Spec>(spec: Spec, colours: ReadonlyMap<string, string>): Spec {
  const text = JSON.stringify(spec).replace(/var\((--[a-z-]+)\)/g, (whole, name: string) => colours.get(name) ?? whole);
  return JSON.parse(text) as Spec;
}
