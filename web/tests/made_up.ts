// An assessment of an invented alliance, small enough to be read; tests change what they are about.

import type { AssessDocument, Factor, Finding } from '../src/types';

export function factor(id: string, finding: Finding, changes: Partial<Factor> = {}): Factor {
  const assessed = finding !== 'not-assessed';
  return {
    id,
    name: id.replaceAll('-', ' '),
    ledger: 'collapse',
    aspects: [],
    finding,
    posterior: { weakened: 0.6, unchanged: 0.3, strengthened: 0.1 },
    decibels: { weakened: 4, strengthened: -3 },
    capped: false,
    magnitude: assessed ? 1 : 0,
    standing_decibels: 0,
    items: assessed ? 2 : 0,
    clusters: assessed ? 1 : 0,
    weighs_most: null,
    moved_by: [],
    evidence: [],
    cluster_list: [],
    ...changes,
  };
}

export function assessment(changes: Partial<AssessDocument> = {}): AssessDocument {
  return {
    case: { id: 'tiny', title: 'Aland–Beland', sha256: 'ab'.repeat(32) },
    theory: { id: 'theory', name: 'Theory', sha256: '' },
    protocol: { id: 'protocol', sha256: '' },
    cutoff: '2001-12-31',
    seed: 1,
    version: '0.1.0',
    baseline: { id: 'early', name: 'Early', begin: '1990-01-01', end: '1995-12-31' },
    focal: { id: 'late', name: 'Late', begin: '1996-01-01', end: '2000-12-31' },
    issues: [],
    factors: [],
    indicators: [],
    verdict: {
      direction: 'weakened',
      size: 'slightly',
      probability: { weakened: 0.7, unchanged: 0.2, strengthened: 0.1 },
      without_evidence: { weakened: 0.4, unchanged: 0.2, strengthened: 0.4 },
      as_extreme: 0.01,
      factors: [],
      against: [],
      weakest_point: null,
      sentence: '',
    },
    outlook: { horizon_years: 5, word: 'almost no chance' },
    sensitivity: {
      leave_one_cluster_out: [],
      source_class: [],
      leaning: [],
      kinds: [],
      coders: [],
      multiverse: { settings: 10, share: { weakened: 0.9, unchanged: 0.1, strengthened: 0, mixed: 0, 'not-assessed': 0 }, list: [] },
      recodings: { clusters: 0, single: [], pairs_searched: true, pairs: [] },
    },
    placebos: [],
    coders: [],
    agreement: [],
    coverage: {
      items: 0, clusters: 0, sources: 0, sources_by_class: {}, items_in_period: 0, items_after_cutoff: 0, items_in_no_period: 0,
      set_aside: [], regraded: [], outside: [], uncoded: [], issues: [], factors: [], meetings: [],
    },
    warnings: [],
    ...changes,
  };
}
