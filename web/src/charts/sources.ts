// What the verdict rests on: its sources by class, beside those of the whole case.
import { source_class } from '../words';
import type { ChartParts } from './chart_parts';
import { COLOUR } from './theme';

export interface ClassCount {
  class: string;
  used: number;
  all: number;
}

export function sources_chart(title: string, description: string, file: string, counts: ClassCount[]): ChartParts {
  const shown = counts.map((count) => ({
    name: source_class(count.class),
    used: count.used,
    all: count.all,
    words: `${count.used} of ${count.all}`,
  }));
  const y = {
    field: 'name',
    type: 'nominal',
    sort: shown.map((count) => count.name),
    axis: { title: null, domain: false, ticks: false, labelLimit: 160 },
  };
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    axis: null,
    scale: { domain: [0, Math.max(1, ...counts.map((count) => count.all)) * 1.18], nice: false },
  });
  return {
    title,
    description,
    file,
    rows: counts.map((count) => ({ class: source_class(count.class), 'under the verdict': count.used, 'in the case': count.all })),
    spec: {
      height: 26 * counts.length,
      data: { values: shown },
      layer: [
        { mark: { type: 'bar', height: 12, fillOpacity: 0, stroke: COLOUR.soft, strokeWidth: 1 }, encoding: { y, x: x('all') } },
        { mark: { type: 'bar', height: 12, color: COLOUR.strengthened, opacity: 1 }, encoding: { y, x: x('used') } },
        { mark: { type: 'text', align: 'left', dx: 6, color: COLOUR.ink }, encoding: { y, x: x('all'), text: { field: 'words' } } },
      ],
    },
  };
}
