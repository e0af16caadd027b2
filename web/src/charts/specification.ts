// The multiverse as a specification curve (Simonsohn, Simmons and Nelson 2020): every setting in order of its result, its choices below.
import type { Direction, Setting } from '../types';
import { clustering, direction } from '../words';
import { direction_colour, type ChartParts } from './chart_parts';
import { COLOUR, DIRECTIONS } from './theme';

export interface Choice {
  // Which knob of the protocol is turned.
  knob: string;
  // The value as it is shown.
  value: string;
}

export type OwnSetting = Omit<Setting, 'direction' | 'weakened' | 'strengthened'>;

const KNOBS = ['prior of unchanged', 'ρ in a cluster', 'decibels', 'clustering', 'weight of ritual'] as const;

// The choices that make up one setting, in the order of the knobs.
export function choices_of(setting: OwnSetting): Choice[] {
  const values = [
    plain(setting.prior_unchanged),
    plain(setting.correlation),
    setting.decibels.map(String).join(' · '),
    clustering(setting.clustering).replace(/^clusters /, ''),
    plain(setting.ritual_weight),
  ];
  return KNOBS.map((knob, index) => ({ knob, value: values[index] ?? '' }));
}

// Whether a setting is the protocol's own, so that it can be marked on the curve.
export function is_own(setting: OwnSetting, own: OwnSetting): boolean {
  return (
    setting.prior_unchanged === own.prior_unchanged &&
    setting.correlation === own.correlation &&
    setting.clustering === own.clustering &&
    setting.ritual_weight === own.ritual_weight &&
    setting.decibels.join() === own.decibels.join()
  );
}

export interface Ranked {
  rank: number;
  net: number;
  own: boolean;
  setting: Setting;
}

// From the most weakened to the most strengthened; equal results keep the order of the grid.
export function ranked(settings: Setting[], own: OwnSetting | null): Ranked[] {
  return settings
    .map((setting, index) => ({ setting, index, net: setting.strengthened - setting.weakened }))
    .sort((one, two) => one.net - two.net || one.index - two.index)
    .map(({ setting, net }, rank) => ({ rank: rank + 1, net, own: own !== null && is_own(setting, own), setting }));
}

export function specification_curve(
  title: string,
  description: string,
  file: string,
  settings: Setting[],
  own: OwnSetting | null,
): ChartParts {
  const curve = ranked(settings, own);
  const says = (wanted: string): string => `says ${direction(wanted as Direction)}`;
  const labels: string[] = [...DIRECTIONS.filter((wanted) => settings.some((setting) => setting.direction === wanted)).map(says)];
  for (const [place, knob] of KNOBS.entries()) {
    labels.push(' '.repeat(place + 1)); // an empty row between two knobs
    const values = new Set(settings.map((setting) => choices_of(setting).find((choice) => choice.knob === knob)?.value ?? ''));
    for (const value of [...values].sort(by_number)) labels.push(label_of({ knob, value }));
  }
  const marks = curve.flatMap(({ rank, setting, own: is_the_own }) =>
    [says(setting.direction), ...choices_of(setting).map(label_of)].map((label) => ({
      rank,
      label,
      direction: setting.direction,
      own: is_the_own,
    })),
  );
  const upper = 180;
  const lower = upper + 26 + 13 * labels.length;
  const x = {
    field: 'rank',
    type: 'quantitative',
    scale: { domain: [0.5, curve.length + 0.5], nice: false, zero: false },
  };
  const tint = direction_colour('direction');
  const own_only = { filter: 'datum.own' };
  return {
    title,
    description,
    file,
    rows: curve.map(({ rank, net, setting, own: is_the_own }) => ({
      rank,
      verdict: setting.direction,
      weakened: setting.weakened,
      strengthened: setting.strengthened,
      net,
      'prior of unchanged': setting.prior_unchanged,
      'ρ in a cluster': setting.correlation,
      'decibels of words, opinion, act, structural': setting.decibels.join(' · '),
      clustering: setting.clustering,
      'weight of ritual': setting.ritual_weight,
      "the protocol's own": is_the_own ? 'yes' : 'no',
    })),
    spec: {
      height: lower,
      data: { values: [] },
      resolve: { scale: { y: 'independent' } },
      layer: [
        {
          data: { values: curve.map(({ rank, net, setting }) => ({ rank, net, direction: setting.direction })) },
          mark: { type: 'rule', strokeWidth: 1.6, opacity: 1 },
          encoding: {
            x: { ...x, axis: null },
            y: {
              field: 'net',
              type: 'quantitative',
              scale: { domain: [-1, 1], range: [upper, 0] },
              axis: {
                values: [-1, -0.5, 0, 0.5, 1],
                labelExpr: "{'-1': 'all weaker', '-0.5': '', '0': 'no net change', '0.5': '', '1': 'all stronger'}[datum.value]",
                title: null,
                domain: false,
                ticks: false,
              },
            },
            y2: { datum: 0 },
            color: tint,
          },
        },
        {
          data: {
            values: curve
              .filter(({ own: is_the_own }) => is_the_own)
              .map(({ rank, net }) => ({ rank, net, text: `the protocol's own setting` })),
          },
          layer: [
            {
              mark: { type: 'point', shape: 'diamond', filled: true, size: 90, color: COLOUR.ink, opacity: 1 },
              encoding: {
                x: { ...x, axis: null },
                y: { field: 'net', type: 'quantitative', scale: { domain: [-1, 1], range: [upper, 0] }, axis: null },
              },
            },
            {
              mark: { type: 'text', dy: 16, color: COLOUR.ink, align: 'center' },
              encoding: {
                x: { ...x, axis: null },
                y: { field: 'net', type: 'quantitative', scale: { domain: [-1, 1], range: [upper, 0] }, axis: null },
                text: { field: 'text' },
              },
            },
          ],
        },
        {
          data: { values: marks },
          layer: [
            {
              mark: { type: 'tick', height: 9, width: 9, thickness: 1.3, orient: 'vertical', opacity: 1 },
              encoding: { x: { ...x, axis: null }, y: choice_axis(labels, upper, lower), color: tint },
            },
            {
              transform: [own_only],
              mark: { type: 'point', shape: 'diamond', filled: true, size: 45, color: COLOUR.ink, opacity: 1 },
              encoding: { x: { ...x, axis: null }, y: choice_axis(labels, upper, lower) },
            },
          ],
        },
      ],
    },
  };
}

const label_of = ({ knob, value }: Choice): string => `${knob}  ${value}`;

function choice_axis(labels: string[], upper: number, lower: number): object {
  return {
    field: 'label',
    type: 'nominal',
    scale: { domain: labels, range: [upper + 26, lower], type: 'band' },
    axis: { title: null, orient: 'left', domain: false, ticks: false, grid: false, labelLimit: 220 },
  };
}

function plain(value: number): string {
  return Number.isInteger(value) ? String(value) : String(value).replace(/^0\./, '.');
}

function by_number(one: string, two: string): number {
  const difference = Number.parseFloat(one) - Number.parseFloat(two);
  return Number.isNaN(difference) || difference === 0 ? one.localeCompare(two) : difference;
}
