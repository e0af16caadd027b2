// What a reader takes away from a chart or table: pictures, data, specification.

import type { Row } from './chart';

// RFC 4180: lines end in CR LF, quotes are doubled. Missing values are empty fields.
export function csv(rows: readonly Row[], columns: readonly string[]): string {
  const field = (value: unknown): string => {
    if (value === null || value === undefined) return '';
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((line) => `${line.map(field).join(',')}\r\n`)
    .join('');
}

export function save_text(text: string, file: string, media_type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${media_type};charset=utf-8` }));
  save_address(address, file);
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function save_address(address: string, file: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
}

// The clipboard is closed to pages from disk in some browsers; selecting the text is what always works.
export async function copy_text(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copy_by_selection(text);
  }
}

function copy_by_selection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  // Inside an open dialog only its own elements can be selected.
  (document.querySelector('dialog[open]') ?? document.body).append(field);
  const focused = document.activeElement;
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
