// The rules of the protocol as applied to one factor, in sentences with the numbers that entered. They restate what the
// program computed; nothing is judged anew here.

import { decibels, probability } from './numbers';
import type { Factor, Finding, Probabilities, ProtocolDocument } from './types';
import { MAGNITUDE, finding as finding_words } from './words';

export interface Step {
  what: string;
  text: string;
}

const triple = ({ weakened, unchanged, strengthened }: Probabilities): string =>
  [weakened, unchanged, strengthened].map(probability).join(' · ');

export function steps(factor: Factor, protocol: ProtocolDocument | undefined): Step[] {
  if (factor.finding === 'not-assessed') {
    return [{ what: 'Finding', text: 'Not assessed: no item of this case and period bears on it. That is not the same as unchanged.' }];
  }
  const made: Step[] = [];
  if (protocol) made.push({ what: 'Before evidence', text: `weakened · unchanged · strengthened: ${triple(protocol.prior)}` });
  made.push({ what: 'Evidence', text: evidence(factor, protocol) });
  made.push({ what: 'After it', text: triple(factor.posterior) });
  made.push({ what: 'Rule', text: finding_rule(factor.finding, factor.posterior, protocol) });
  if (factor.finding !== 'unchanged') {
    made.push({ what: 'Magnitude', text: `${factor.magnitude} of 3: the weightiest new item is ${MAGNITUDE[factor.magnitude] ?? 'unknown'}.` });
  }
  return made;
}

function evidence(factor: Factor, protocol: ProtocolDocument | undefined): string {
  const cap = protocol ? ` at ±${protocol.dependence.cap_decibels} dB a side` : '';
  const capped = factor.capped ? ` (a sum reached the cap${cap})` : '';
  return `over ‘unchanged’, weakened ${decibels(factor.decibels.weakened)} and strengthened ${decibels(factor.decibels.strengthened)}, summed over clusters${capped}`;
}

// Design, protocol rule 4: found, leaning, contested, else unchanged.
export function finding_rule(finding: Finding, posterior: Probabilities, protocol: ProtocolDocument | undefined): string {
  const words = finding_words(finding);
  if (!protocol) return `${words}.`;
  const { found, leaning, leaning_ratio, contested_below } = protocol.finding;
  const side = finding.endsWith('strengthened') ? 'strengthened' : 'weakened';
  const opposite = side === 'weakened' ? 'strengthened' : 'weakened';
  const share = probability(posterior[side]);
  switch (finding) {
    case 'weakened':
    case 'strengthened':
      return `${side} ${share} reaches ${probability(found)}: ${words}.`;
    case 'leaning-weakened':
    case 'leaning-strengthened':
      return `${side} ${share} lies between ${probability(leaning)} and ${probability(found)}, and is more than ${leaning_ratio} times ${opposite} ${probability(posterior[opposite])}: it ${words}.`;
    case 'contested':
      return `unchanged ${probability(posterior.unchanged)} is below ${probability(contested_below)} and no side prevails: ${words}.`;
    case 'unchanged':
      return `neither side reaches ${probability(found)}, none leans (${probability(leaning)} and ${leaning_ratio} times the other), and unchanged ${probability(posterior.unchanged)} is not below ${probability(contested_below)}: ${words}.`;
    case 'not-assessed':
      return 'no item: not assessed.';
  }
}
