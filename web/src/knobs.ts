// The numbers of a protocol that the page lets readers turn: by key path, with the words beside the control, how far it
// goes, and how its value is written. The protocol's own value always lies within.

import { decibels, probability, value } from './numbers';

export interface Knob {
  path: string;
  label: string;
  least: number;
  most: number;
  step: number;
  written: (value: number) => string;
}

export const WEIGHTS: readonly Knob[] = [
  { path: 'decibels.words', label: 'Words', least: 0, most: 10, step: 0.5, written: decibels },
  { path: 'decibels.opinion', label: 'Opinion', least: 0, most: 10, step: 0.5, written: decibels },
  { path: 'decibels.act', label: 'Acts', least: 0, most: 15, step: 0.5, written: decibels },
  { path: 'decibels.structural', label: 'Structural changes', least: 0, most: 20, step: 0.5, written: decibels },
  { path: 'dependence.ritual_weight', label: 'Weight of repeated words', least: 0, most: 3, step: 0.25, written: value },
  { path: 'dependence.correlation', label: 'Correlation within a cluster', least: 0, most: 1, step: 0.05, written: probability },
];

export const THRESHOLDS: readonly Knob[] = [
  { path: 'finding.found', label: 'A factor moved from', least: 0.4, most: 0.95, step: 0.01, written: probability },
  { path: 'finding.leaning', label: 'A factor leans from', least: 0.2, most: 0.9, step: 0.01, written: probability },
  { path: 'finding.contested_below', label: 'Contested if ‘unchanged’ is below', least: 0.1, most: 0.9, step: 0.01, written: probability },
  { path: 'verdict.moved', label: 'The alliance moved from', least: 0.3, most: 0.95, step: 0.01, written: probability },
  { path: 'verdict.moved_ratio', label: '… and at least so many times the other side', least: 1, most: 5, step: 0.1, written: value },
];

export const PRIOR_LABEL = 'Chance that a factor did not change';
export const CLUSTERING_LABEL = 'Reports of one event';
