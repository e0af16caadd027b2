// Dates of the documents as spans of time: '2017', '2017-02', '2017-02-10' and '2017-02-10…2017-03-01' cover their first to their last day.

export interface Span {
  // First and last day covered, UTC milliseconds.
  from: number;
  to: number;
  // The middle of the two, where a mark is drawn.
  middle: number;
}

export const day = 86_400_000;

export function span_of(date: string): Span | null {
  const ends = date.split('…');
  const first = bounds(ends[0] ?? '');
  const last = bounds(ends[ends.length - 1] ?? '');
  if (!first || !last || last[1] < first[0]) return null;
  return { from: first[0], to: last[1], middle: (first[0] + last[1]) / 2 };
}

function bounds(date: string): [number, number] | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date.trim());
  if (!parts) return null;
  const year = Number(parts[1]);
  if (parts[2] === undefined) return [Date.UTC(year, 0, 1), Date.UTC(year, 11, 31)];
  const month = Number(parts[2]) - 1;
  // Day 0 of the next month is the last of this one.
  if (parts[3] === undefined) return [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 0)];
  const at = Date.UTC(year, month, Number(parts[3]));
  return [at, at];
}

export interface TimeAxis {
  values: number[];
  // A Vega expression that gives each of the values its words.
  labelExpr: string;
}

// Ticks at the beginning of years, or of months where the span is short: about as many as asked for, never between.
export function time_axis(from: number, to: number, about: number): TimeAxis {
  const months = (to - from) / (30.44 * day);
  const apart = [1, 3, 6, 12, 24, 60, 120, 240].find((step) => months / step <= about) ?? 600;
  const values: number[] = [];
  const labels: Record<string, string> = {};
  const start = new Date(from);
  const first_year = start.getUTCFullYear() - (apart > 12 ? start.getUTCFullYear() % (apart / 12) : 0);
  for (let month = 0; ; month += apart) {
    const at = Date.UTC(first_year, month, 1);
    if (at > to) break;
    if (at < from) continue;
    values.push(at);
    const year = String(new Date(at).getUTCFullYear());
    labels[String(at)] = apart >= 12 ? year : `${MONTHS[month % 12]} ${year}`;
  }
  return { values, labelExpr: `${JSON.stringify(labels)}[datum.value]` };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
