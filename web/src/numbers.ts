// How numbers and dates are written; nothing else in the pages formats one.
// Probabilities as .74, decibels with their sign, dates in words, and '—' for what is missing.

export const MISSING = '—';
const MINUS = '−';
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
];

type Maybe = number | null | undefined;
const absent = (value: Maybe): value is null | undefined => value === null || value === undefined;

// `.74`, as journals print it. What rounds to 0 or 1 without being it says so.
export function probability(value: Maybe): string {
  if (absent(value)) return MISSING;
  if (value < 0) return `−${probability(-value)}`; // coded intentions where conciliation outweighs
  if (value > 0 && value < 0.005) return '<.01';
  if (value < 1 && value >= 0.995) return '>.99';
  return value.toFixed(2).replace(/^0/, '');
}

// `27%`; with a digit `1.9%`; of a loss `−9%`.
export function percent(value: Maybe, digits = 0): string {
  if (absent(value)) return MISSING;
  const least = 10 ** -digits;
  const share = value * 100;
  if (share < 0) return -share < least / 2 ? `>${MINUS}${least.toFixed(digits)}%` : `${MINUS}${(-share).toFixed(digits)}%`;
  if (share > 0 && share < least / 2) return `<${least.toFixed(digits)}%`;
  if (share < 100 && share > 100 - least / 2) return `>${(100 - least).toFixed(digits)}%`;
  return `${share.toFixed(digits)}%`;
}

// `+13.4 dB`, `−15.0 dB`, `0.0 dB`.
export function decibels(value: Maybe): string {
  return absent(value) ? MISSING : `${signed(value, 1)} dB`;
}

// With its sign: `+0.05`, `−11.75`; zero has none.
export function signed(value: Maybe, digits = 1): string {
  if (absent(value)) return MISSING;
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return `${value < 0 ? MINUS : '+'}${text}`;
}

// `1,234` or `−3`.
export function count(value: Maybe): string {
  return absent(value) ? MISSING : grouped(Math.round(value).toString());
}

// `1 item`, `3 items`.
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

// A measured value: four significant digits, thousands grouped: `50,846`, `3.719`, `0.7199`.
export function value(number: Maybe, digits = 4): string {
  if (absent(number)) return MISSING;
  if (number === 0) return '0';
  const size = Math.floor(Math.log10(Math.abs(number)));
  const decimals = Math.min(8, Math.max(0, digits - 1 - size));
  const text = number.toFixed(decimals);
  return grouped(decimals > 0 ? text.replace(/\.?0+$/, '') : text);
}

// An interval in the form of its ends: `0.5–4.2`.
export function interval(low: string, high: string): string {
  return `${low}–${high}`;
}

function grouped(text: string): string {
  const [whole = '', ...rest] = text.replace('-', MINUS).split('.');
  return [whole.replace(/\B(?=(\d{3})+(?!\d))/g, ','), ...rest].join('.');
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

// In running text: `eight`, from thirteen on `13`.
export function in_words(number: number): string {
  return SMALL[number] ?? count(number);
}

interface Parts {
  year: number;
  month: number | null; // from 1
  day: number | null;
}

function parts(text: string): Parts | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return null;
  const [, year, month, day] = match;
  return { year: Number(year), month: month ? Number(month) : null, day: day ? Number(day) : null };
}

type Length = 'long' | 'short';

function month_name(month: number, length: Length): string {
  const name = MONTHS[month - 1] ?? '?';
  return length === 'short' ? name.slice(0, 3) : name;
}

function day_in_words({ year, month, day }: Parts, length: Length, with_year = true): string {
  const words = [day?.toString(), month === null ? null : month_name(month, length), with_year ? year.toString() : null];
  return words.filter(Boolean).join(' ');
}

// `10 February 2017`, `February 2017`, `2017`; a range `10 February – 1 March 2017`. What is no date stays as it is.
export function date(text: string | null | undefined, length: Length = 'long'): string {
  if (!text) return MISSING;
  const [from_text = '', to_text] = text.split('…');
  const from = parts(from_text);
  if (from === null) return text;
  if (to_text === undefined) return day_in_words(from, length);
  const to = parts(to_text);
  if (to === null) return text;
  const same_year = from.year === to.year;
  if (same_year && from.month === to.month && from.day !== null && to.day !== null) {
    return `${from.day}–${day_in_words(to, length)}`;
  }
  return `${day_in_words(from, length, !same_year || from.month === null)} – ${day_in_words(to, length)}`;
}

export function short_date(text: string | null | undefined): string {
  return date(text, 'short');
}

export function period(begin: string, end: string, length: Length = 'long'): string {
  return date(`${begin}…${end}`, length);
}

// `2016–18`, `1989–95`: for axes and tables.
export function years(begin: string, end: string): string {
  const [from, to] = [begin.slice(0, 4), end.slice(0, 4)];
  if (from === to) return from;
  return from.slice(0, 2) === to.slice(0, 2) ? `${from}–${to.slice(2)}` : `${from}–${to}`;
}

// The moment in time at which a date, month, year or range begins: for scales of charts.
export function begins(text: string): number {
  const from = parts(text.split('…')[0] ?? '');
  return from === null ? Number.NaN : Date.UTC(from.year, (from.month ?? 1) - 1, from.day ?? 1);
}
