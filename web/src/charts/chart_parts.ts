// What every chart of the pages is made of. Colour never stands alone in one: each meaning has a shape or a word too.

import type { Row, Spec } from './chart';
import { COLOUR, DIRECTIONS } from './theme';

// A chart as `parts/Chart.svelte` takes it: a title that states the finding, how to read it, the specification, the same data as rows.
export interface ChartParts {
  title: string;
  description: string;
  file: string; // name of the files that a reader saves, without an ending
  spec: Spec;
  rows: Row[];
}

// A field that holds a verdict's direction, as colour and as shape.
export const direction_colour = (field: string) => ({
  field,
  type: 'nominal',
  scale: { domain: DIRECTIONS, range: [COLOUR.weakened, COLOUR.unchanged_ink, COLOUR.strengthened, COLOUR.mixed, COLOUR.faint] },
  legend: null,
});

export const direction_shape = (field: string) => ({
  field,
  type: 'nominal',
  scale: { domain: DIRECTIONS, range: ['triangle-down', 'circle', 'triangle-up', 'diamond', 'cross'] },
  legend: null,
});
