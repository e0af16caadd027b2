// The commands that give the same documents again: what differs from the case's own settings is said, nothing else.

import type { AssessDocument, CaseDocument } from './types';

export function assess_command(assess: AssessDocument, about: CaseDocument | undefined, folder: string): string {
  const words = ['entente', 'assess', folder];
  const differs = (now: string, own: string | null | undefined): boolean => own != null && now !== own;
  if (differs(assess.theory.id, about?.theory)) words.push('--theory', assess.theory.id);
  if (differs(assess.protocol.id, about?.protocol)) words.push('--protocol', assess.protocol.id);
  if (differs(assess.focal.id, about?.focal)) words.push('--focal', assess.focal.id);
  const focal = about?.periods.find(({ id }) => id === assess.focal.id);
  const usual = about && assess.focal.id === about.focal ? about.baseline : focal?.baseline;
  if (differs(assess.baseline.id, usual)) words.push('--baseline', assess.baseline.id);
  if (differs(assess.cutoff, about?.cutoff)) words.push('--cutoff', assess.cutoff);
  return words.join(' ');
}

export interface Step {
  command: string;
  gives: string;
}

export function steps(assess: AssessDocument, about: CaseDocument | undefined, folder: string): Step[] {
  const again = assess_command(assess, about, folder);
  return [
    { command: again, gives: 'the verdict, factor by factor' },
    { command: `${again} --explain sensitivity`, gives: 'every rerun beside it' },
    { command: `${again} --explain FACTOR`, gives: 'every step of one factor, down to the sources' },
    { command: `${again} --format json`, gives: 'the document that these pages show' },
    { command: again.replace('entente assess', 'entente report') + ' -o report.html', gives: 'this page as one file' },
  ];
}
