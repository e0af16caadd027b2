// The sections of the page, in reading order. A new section is one file and one line.

import type { Component } from 'svelte';
import type { Mode, Source } from '../documents';
import type { Lookup } from '../lookup';
import type { DocumentName, Documents } from '../types';
import Agreement from './Agreement.svelte';
import Burden from './Burden.svelte';
import Claims from './Claims.svelte';
import Coding from './Coding.svelte';
import Compare from './Compare.svelte';
import Continuity from './Continuity.svelte';
import Entries from './Entries.svelte';
import Factors from './Factors.svelte';
import Figures from './Figures.svelte';
import Method from './Method.svelte';
import Outlook from './Outlook.svelte';
import Scenarios from './Scenarios.svelte';
import Sensitivity from './Sensitivity.svelte';
import Sources from './Sources.svelte';
import Threat from './Threat.svelte';
import Timeline from './Timeline.svelte';
import Trajectory from './Trajectory.svelte';
import Verdict from './Verdict.svelte';
import WhatIf from './WhatIf.svelte';

// What every section is given. `Needed` are the documents it said it needs: they are there when it is shown.
export interface SectionProps<Needed extends DocumentName = never> {
  documents: Documents<Needed>;
  lookup: Lookup;
  mode: Mode;
}

export interface Section {
  id: string; // its address, #id
  title: string; // in the navigation
  heading?: string; // above the section, where it says more than the title
  component: Component<any>;
  needs: DocumentName[]; // shown once these are there
  uses?: DocumentName[]; // shown without them too
  when?: (source: Source) => boolean;
  bare?: boolean; // makes its own heading
  quiet?: boolean; // left out where its documents are not there: not every case has them
}

// Only a server can compute anew, and only for readers who may see verdicts.
const sees_verdicts_live = ({ serving }: Source): boolean => serving !== null && !serving.blind;

const edits = ({ serving }: Source): boolean => serving !== null && serving.editing;
// What lies ahead takes the server longest; a coder at work waits for nothing.
const reads_only = (source: Source): boolean => !edits(source);

export const sections: Section[] = [
  { id: 'coding', title: 'Coding', heading: 'Coding the evidence', component: Coding, needs: ['case', 'theory'], uses: ['items', 'sources'], when: edits },
  { id: 'entries', title: 'Evidence', heading: 'Writing down the evidence', component: Entries, needs: ['case', 'items', 'sources'], uses: ['meetings', 'corrections', 'figures'], when: edits },
  { id: 'verdict', title: 'Verdict', component: Verdict, needs: ['case', 'assess'], uses: ['protocol', 'items', 'sources'], bare: true },
  { id: 'factors', title: 'Factors', heading: 'What moved, and what holds', component: Factors, needs: ['assess'], uses: ['theory', 'protocol', 'items', 'sources', 'figures'] },
  { id: 'continuity', title: 'Continuity', heading: 'Continuity by issue', component: Continuity, needs: ['continuity', 'case'], uses: ['assess', 'items', 'figures'] },
  { id: 'timeline', title: 'Timeline', heading: 'Evidence and meetings in time', component: Timeline, needs: ['items', 'case'], uses: ['assess', 'meetings', 'sources', 'theory'] },
  { id: 'trajectory', title: 'Trajectory', heading: 'Each period against the one before', component: Trajectory, needs: ['trajectory', 'case'], uses: ['items', 'protocol', 'theory'] },
  { id: 'threat', title: 'Threat', heading: 'Who threatens whom', component: Threat, needs: ['threat'], uses: ['items'], quiet: true },
  { id: 'burden', title: 'Burden', heading: 'Who carries the burden', component: Burden, needs: ['burden', 'case'], uses: ['items', 'figures'], quiet: true },
  { id: 'compare', title: 'Compare', heading: 'Alliances side by side', component: Compare, needs: ['compare', 'case'], uses: ['burdens-beside'], quiet: true },
  { id: 'outlook', title: 'Outlook', heading: 'Will it endure?', component: Outlook, needs: ['outlook', 'case'], uses: ['backtest'], when: reads_only, quiet: true },
  { id: 'scenarios', title: 'Scenarios', heading: 'What might happen', component: Scenarios, needs: ['scenario', 'case'], when: reads_only, quiet: true },
  { id: 'figures', title: 'Figures', heading: 'Figures and series', component: Figures, needs: ['figures', 'case'], uses: ['assess', 'items', 'meetings', 'sources'] },
  { id: 'sensitivity', title: 'Sensitivity', heading: 'Would other settings agree?', component: Sensitivity, needs: ['assess'], uses: ['protocol', 'items', 'sources'] },
  { id: 'what-if', title: 'What if', heading: 'What if it were read otherwise?', component: WhatIf, needs: ['assess', 'case', 'protocol'], uses: ['items'], when: sees_verdicts_live },
  { id: 'sources', title: 'Sources', heading: 'Sources and coverage', component: Sources, needs: ['sources', 'assess', 'case'], uses: ['items', 'meetings', 'check'] },
  { id: 'agreement', title: 'Agreement', heading: 'Do the coders agree?', component: Agreement, needs: ['agreement'], uses: ['items', 'theory'], quiet: true },
  { id: 'claims', title: 'Claims', heading: 'Claims, forecasts and corrections', component: Claims, needs: ['claims'], uses: ['corrections', 'forecast', 'items', 'sources', 'theory'] },
  { id: 'method', title: 'Method', heading: 'How it was computed', component: Method, needs: ['assess', 'case'], uses: ['protocol', 'theory'] },
];
