// The verdict with something left out, or with one thing alone: where the weight then lies, beside the full run.
import type { Rerun } from '../types';
import { verdict } from '../words';
import { direction_colour, direction_shape, type ChartParts } from './chart_parts';
import { COLOUR } from './theme';

export function net_of(rerun: { probability: Rerun['probability'] }): number | null {
  return rerun.probability === null ? null : rerun.probability.strengthened - rerun.probability.weakened;
}

export interface RerunsRequest {
  title: string;
  description: string;
  file: string;
  reruns: Rerun[];
  full: { probability: Rerun['probability'] };
  name_of: (name: string) => string;
}

export function reruns_chart({ title, description, file, reruns, full, name_of }: RerunsRequest): ChartParts {
  const net = net_of(full);
  const shown = reruns.map((rerun, index) => ({
    key: String(index),
    name: name_of(rerun.name),
    net: net_of(rerun),
    full: net,
    direction: rerun.direction,
    words: `${verdict(rerun.direction, rerun.size)}${rerun.changes_verdict ? ' ≠' : ''}`,
    changes: rerun.changes_verdict,
    items: rerun.items,
  }));
  const labels = Object.fromEntries(shown.map((rerun) => [rerun.key, `${rerun.name} (${rerun.items})`]));
  const y = {
    field: 'key',
    type: 'nominal',
    scale: { domain: shown.map((rerun) => rerun.key) },
    axis: {
      title: null,
      domain: false,
      ticks: false,
      grid: true,
      labelExpr: `${JSON.stringify(labels)}[datum.value]`,
      labelLimit: 200,
      labelOverlap: false,
    },
  };
  const x = {
    field: 'net',
    type: 'quantitative',
    scale: { domain: [-1, 1.7], nice: false }, // room for the words at the right
    axis: {
      orient: 'top',
      values: [-1, 0, 1],
      labelExpr: "{'-1': 'all weaker', '0': 'no net change', '1': 'all stronger'}[datum.value]",
      title: null,
      domain: false,
      ticks: false,
      labelFlush: true,
      grid: false,
    },
  };
  const tint = direction_colour('direction');
  return {
    title,
    description,
    file,
    rows: reruns.map((rerun) => ({
      run: name_of(rerun.name),
      verdict: verdict(rerun.direction, rerun.size),
      weakened: rerun.probability?.weakened ?? null,
      unchanged: rerun.probability?.unchanged ?? null,
      strengthened: rerun.probability?.strengthened ?? null,
      items: rerun.items,
      'another verdict': rerun.changes_verdict ? 'yes' : 'no',
    })),
    spec: {
      height: 22 * reruns.length,
      data: { values: shown },
      layer: [
        {
          data: { values: [{ net: 0 }] },
          mark: { type: 'rule', color: COLOUR.rule, strokeWidth: 1 },
          encoding: { x },
        },
        ...(net === null
          ? []
          : [
              {
                data: { values: [{ net }] },
                mark: { type: 'rule', color: COLOUR.ink, strokeDash: [2, 3], strokeWidth: 1 },
                encoding: { x },
              },
            ]),
        {
          transform: [{ filter: 'datum.net !== null' }],
          mark: { type: 'rule', strokeWidth: 1.4 },
          encoding: { y, x: { ...x, field: 'full' }, x2: { field: 'net' }, color: tint },
        },
        {
          transform: [{ filter: 'datum.net !== null' }],
          mark: { type: 'point', filled: true, size: 75, opacity: 1 },
          encoding: { y, x, color: tint, shape: direction_shape('direction') },
        },
        {
          mark: { type: 'text', align: 'right', baseline: 'middle', stroke: COLOUR.paper, strokeWidth: 6, strokeJoin: 'round' },
          encoding: { y, x: { value: 'width' }, text: { field: 'words' } },
        },
        {
          mark: { type: 'text', align: 'right', baseline: 'middle', fontWeight: { expr: 'datum.changes ? 600 : 400' }, color: COLOUR.ink },
          encoding: { y, x: { value: 'width' }, text: { field: 'words' } },
        },
      ],
    },
  };
}
