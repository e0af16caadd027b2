// Periods × issues: what became of each issue, as a picture to keep. On the page the same matrix is a table that opens its items.
import type { ContinuityCell, Period } from '../types';
import { continuity, CONTINUITY_MARK } from '../words';
import type { ChartParts } from './chart_parts';
import { COLOUR } from './theme';
import { years } from '../numbers';

const CROSS = 'M-0.5,-0.5L0.5,0.5M0.5,-0.5L-0.5,0.5';

export interface Matrix {
  periods: Period[];
  issues: { id: string; name: string; cells: ContinuityCell[] }[];
}

export function continuity_chart(title: string, description: string, file: string, matrix: Matrix): ChartParts {
  const cells = matrix.issues.flatMap((issue) =>
    issue.cells.map((cell) => ({
      issue: issue.name,
      period: cell.period,
      glyph: cell.continuity === null ? '' : CONTINUITY_MARK[cell.continuity],
      word: continuity(cell.continuity),
      continuity: cell.continuity,
      items: cell.items.length + cell.other_items.length,
    })),
  );
  const labels = Object.fromEntries(matrix.periods.map((period) => [period.id, [years(period.begin, period.end), period.name]]));
  const x = {
    field: 'period',
    type: 'nominal',
    scale: { domain: matrix.periods.map((period) => period.id) },
    axis: {
      title: null,
      orient: 'top',
      labelAngle: 0,
      domain: false,
      ticks: false,
      labelOverlap: false,
      labelExpr: `${JSON.stringify(labels)}[datum.value]`,
    },
  };
  const y = {
    field: 'issue',
    type: 'nominal',
    scale: { domain: matrix.issues.map((issue) => issue.name), paddingOuter: 0.25 },
    axis: { title: null, domain: false, ticks: false, grid: true, labelLimit: 200 },
  };
  return {
    title,
    description,
    file,
    rows: cells.map((cell) => ({
      issue: cell.issue,
      period: matrix.periods.find((period) => period.id === cell.period)?.name ?? cell.period,
      became: cell.word,
      items: cell.items,
    })),
    spec: {
      height: 34 * matrix.issues.length,
      data: { values: cells },
      encoding: { x, y },
      layer: [
        {
          transform: [{ filter: "datum.continuity === 'new'" }],
          mark: { type: 'point', shape: 'circle', filled: true, size: 90, yOffset: -5, color: COLOUR.ink, opacity: 1 },
        },
        {
          transform: [{ filter: "datum.continuity === 'continued'" }],
          mark: { type: 'point', shape: 'circle', filled: false, size: 90, yOffset: -5, stroke: COLOUR.ink, strokeWidth: 1.5, opacity: 1 },
        },
        {
          transform: [{ filter: "datum.continuity === 'reversed'" }],
          mark: {
            type: 'point',
            shape: CROSS,
            filled: false,
            size: 220,
            yOffset: -5,
            stroke: COLOUR.ink,
            strokeWidth: 2.2,
            opacity: 1,
          },
        },
        { mark: { type: 'text', fontSize: 11, dy: 11, color: COLOUR.soft }, encoding: { text: { field: 'word' } } },
      ],
    },
  };
}
