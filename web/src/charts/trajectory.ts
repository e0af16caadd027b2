// Each period against the one before it: how much of the weight lies on a stronger and on a weaker alliance.
import type { ChartParts } from './chart_parts';
import { COLOUR } from './theme';
import { counted, years } from '../numbers';
import type { TrajectoryPeriod } from '../types';
import { direction_tone, MARK, verdict } from '../words';

export function trajectory_chart(
  title: string,
  description: string,
  file: string,
  periods: TrajectoryPeriod[],
  name_of: (id: string) => string,
): ChartParts {
  const order = periods.map((period) => period.focal.id);
  const labels = Object.fromEntries(periods.map(({ focal }) => [focal.id, [years(focal.begin, focal.end), focal.name]]));
  const bars = periods.flatMap((period) =>
    period.probability === null
      ? []
      : [
          { period: period.focal.id, share: period.probability.strengthened, side: 'strengthened', comparable: period.comparable },
          { period: period.focal.id, share: -period.probability.weakened, side: 'weakened', comparable: period.comparable },
        ],
  );
  const words = periods.map((period) => ({
    period: period.focal.id,
    verdict: [...verdict(period.direction, period.size).split(' '), MARK[direction_tone(period.direction)]].filter(Boolean),
    at: 1.46,
    items: period.items === 0 ? 'no item' : counted(period.items, 'item'),
    thin: period.comparable ? '' : 'not comparable',
    below: -1.04,
  }));
  const x = {
    field: 'period',
    type: 'nominal',
    scale: { domain: order, paddingInner: 0.45, paddingOuter: Math.max(0.25, 5 - order.length) }, // few periods make no broader bars
    axis: {
      title: null,
      orient: 'bottom',
      labelExpr: `${JSON.stringify(labels)}[datum.value]`,
      labelAngle: 0,
      domain: false,
      ticks: false,
      labelOverlap: false,
      labelPadding: 40,
    },
  };
  const y = {
    type: 'quantitative',
    scale: { domain: [-1, 1.5], nice: false },
    axis: {
      values: [-1, -0.5, 0, 0.5, 1],
      labelExpr: "{'-1': 'weaker 1', '-0.5': '.5', '0': '0', '0.5': '.5', '1': 'stronger 1'}[datum.value]",
      title: null,
      domain: false,
      ticks: false,
      grid: true,
    },
  };
  return {
    title,
    description,
    file,
    rows: periods.map((period) => ({
      period: period.focal.name,
      from: period.focal.begin,
      to: period.focal.end,
      against: name_of(period.baseline),
      verdict: verdict(period.direction, period.size),
      weakened: period.probability?.weakened ?? null,
      unchanged: period.probability?.unchanged ?? null,
      strengthened: period.probability?.strengthened ?? null,
      items: period.items,
      clusters: period.clusters,
      sources: period.sources,
      'thinned to': period.thinned_to,
      survives: period.survives,
      comparable: period.comparable ? 'yes' : 'no',
    })),
    spec: {
      height: 290,
      padding: { left: 0, top: 2, right: 0, bottom: 8 }, // the second line of the axis hangs below its box
      data: { values: bars },
      layer: [
        {
          mark: { type: 'bar', strokeWidth: 1.4 },
          encoding: {
            x,
            y: { ...y, field: 'share' },
            fill: {
              field: 'side',
              type: 'nominal',
              scale: { domain: ['weakened', 'strengthened'], range: [COLOUR.weakened, COLOUR.strengthened] },
              legend: null,
            },
            stroke: {
              field: 'side',
              type: 'nominal',
              scale: { domain: ['weakened', 'strengthened'], range: [COLOUR.weakened, COLOUR.strengthened] },
              legend: null,
            },
            fillOpacity: { condition: { test: 'datum.comparable', value: 0.9 }, value: 0.12 },
            strokeDash: { condition: { test: 'datum.comparable', value: [1, 0] }, value: [4, 3] },
          },
        },
        {
          data: { values: [{ zero: 0 }] },
          mark: { type: 'rule', color: COLOUR.ink, strokeWidth: 1 },
          encoding: { y: { ...y, field: 'zero' } },
        },
        {
          data: { values: words },
          layer: [
            {
              mark: { type: 'text', baseline: 'top', fontWeight: 600, lineHeight: 14, color: COLOUR.ink },
              encoding: { x, y: { ...y, field: 'at' }, text: { field: 'verdict' } },
            },
            {
              mark: { type: 'text', baseline: 'top', dy: 4, color: COLOUR.soft },
              encoding: { x, y: { ...y, field: 'below' }, text: { field: 'items' } },
            },
            {
              mark: { type: 'text', baseline: 'top', dy: 18, color: COLOUR.soft, fontStyle: 'italic' },
              encoding: { x, y: { ...y, field: 'below' }, text: { field: 'thin' } },
            },
          ],
        },
      ],
    },
  };
}
