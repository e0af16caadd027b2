// How this assessment and its sources are cited, as text and as BibTeX.

import { date } from './numbers';
import type { CaseDocument, SourceEntry } from './types';

// The case's own citation in one line, for those who use no BibTeX.
export function cite_case(document: CaseDocument): string {
  const period = (id: string | null): string => document.periods.find((one) => one.id === id)?.name ?? id ?? 'no period';
  return (
    `${document.case.title}: ${period(document.focal)} against ${period(document.baseline)}. ` +
    `Assessment with Entente ${document.version}, theory ${document.theory}, protocol ${document.protocol}. ` +
    `Information cut-off ${date(document.cutoff)}. Case SHA-256 ${document.case.sha256}.`
  );
}

// `Mainichi, “Title”, 16 March 2017, §3.1, https://….`
export function cite_source(source: SourceEntry, at: string | null = null): string {
  const author = source.author && source.author !== source.publisher ? source.author : null;
  const parts = [author, `“${source.title}”`, source.publisher, source.published && date(source.published), at, source.url];
  return `${parts.filter(Boolean).join(', ')}.`;
}

// Braces keep BibTeX from changing capitals; its special characters are written so that they print.
export function bibtex_source(source: SourceEntry): string {
  const fields: [string, string | null | undefined][] = [
    ['author', source.author && `{${escaped(source.author)}}`],
    ['title', `{${escaped(source.title)}}`],
    ['publisher', source.publisher && escaped(source.publisher)],
    ['date', source.published?.replace('…', '/')],
    ['language', source.language],
    ['url', source.url],
    ['urldate', source.accessed],
  ];
  const lines = fields.filter(([, text]) => text).map(([name, text]) => `  ${name} = {${text}},`);
  return [`@misc{${source.key},`, ...lines, '}', ''].join('\n');
}

const SPECIAL: Record<string, string> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };
function escaped(text: string): string {
  return text.replace(/[\\&%$#_{}~^]/g, (character) => SPECIAL[character] ?? `\\${character}`);
}

