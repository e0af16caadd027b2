// The documents' shapes are those of docs/openapi.yaml: `npm run types` makes generated/openapi.d.ts out of it, and this
// file gives them the names that the pages use.

import type { components } from '../generated/openapi';

export type Schemas = components['schemas'];

export type Direction = Schemas['VerdictDirection'];
export type Size = Schemas['VerdictSize'];
export type Finding = Schemas['Finding'];
export type Ledger = Schemas['Ledger'];
export type Continuity = NonNullable<Schemas['Continuity']>;
export type Level = Schemas['Level'];

export type Probabilities = Schemas['Probabilities'];
export type Decibels3 = Evidence['decibels'];
export type Citation = Schemas['Citation'];
export type Period = Schemas['Period'];
export type Named = Schemas['Issue'];

// ---- case, theory, protocol ----

export type Treaty = Schemas['Treaty'];
export type CasePeriod = Schemas['CasePeriod'];
export type CoderAbout = Schemas['CaseCoder'];
export type CaseDocument = Schemas['CaseDocument'];
export type TheoryFactor = Schemas['Factor'];
export type TheoryIndicator = Schemas['Indicator'];
export type TheoryDocument = Schemas['TheoryDocument'];
export type PerKind = Schemas['DecibelScale'];
export type ProtocolDocument = Schemas['ProtocolDocument'];

// ---- assess ----

export type AssessDocument = Schemas['AssessDocument'];
// What a result was made from.
export type Made = Pick<AssessDocument, 'case' | 'theory' | 'protocol' | 'cutoff' | 'seed' | 'version'>;
export type IssueState = Schemas['IssueState'];
export type Evidence = Schemas['Evidence'];
export type Cluster = Schemas['Cluster'];
export type Factor = Schemas['FactorResult'];
export type IndicatorReading = Schemas['IndicatorResult'];
export type Verdict = Schemas['Verdict'];
export type Risk = Schemas['Risk'];
export type Outlook = Schemas['Outlook'];
export type Horizon = NonNullable<Outlook['horizons']>[number];
export type Rerun = Schemas['Rerun'];
export type Setting = Schemas['MultiverseSetting'];
export type Recoding = Schemas['Recoding'];
export type Sensitivity = Schemas['Sensitivity'];
export type Placebo = Schemas['Placebo'];
export type Estimate = Schemas['Coefficient'];
export type AgreementField = Schemas['FieldAgreement'];
export type CoderVerdict = Schemas['CoderVerdict'];
export type Coverage = Schemas['Coverage'];

// ---- trajectory, continuity, agreement, check ----

export type TrajectoryPeriod = Schemas['TrajectoryPoint'];
export type TrajectoryDocument = Schemas['TrajectoryDocument'];
export type ContinuityCell = Schemas['ContinuityCell'];
export type ContinuityDocument = Schemas['ContinuityDocument'];
export type ChangeEstimate = Schemas['Estimate'];
export type SeriesPeriodTest = Schemas['PeriodTest'];
export type SeriesSearch = Schemas['BreakSearch'];
export type SeriesBreak = NonNullable<SeriesSearch['breaks']>[number];
export type TestStatistic = Schemas['TestStatistic'];
export type SeriesCount = Schemas['CountChange'];
export type SeriesTests = Schemas['SeriesTests'];
export type AgreementDocument = Schemas['AgreementDocument'];
export type Disagreement = AgreementDocument['disagreements'][number];
export type Problem = Schemas['Problem'];
export type CheckDocument = Schemas['CheckDocument'];

// ---- what a case holds ----

export type Coding = Schemas['Coding'];
export type Quote = Schemas['Quote'];
export type Item = Schemas['Item'];
export type SourceEntry = Schemas['Source'];
export type Claim = Schemas['Claim'];
export type Forecast = NonNullable<Claim['forecast']>;
export type Meeting = Schemas['Meeting'];
export type Correction = Schemas['Correction'];
export type Scenario = Schemas['Scenario'];
export type Figure = Schemas['Figure'];
export type Series = Schemas['Series'];
export type SeriesPoint = Series['points'][number];
export type DerivedFigure = Schemas['Derived'];
export type FiguresDocument = Schemas['FiguresDocument'];

// ---- threat ----

export type ThreatDocument = Schemas['ThreatDocument'];
export type YearOfThreats = Schemas['YearOfThreats'];
export type StateThreats = Schemas['StateThreats'];
export type Threat = Schemas['Threat'];
export type ForcePosture = Schemas['ForcePosture'];
export type KnownOrNot = Schemas['KnownOrNot'];

// ---- burden ----

export type BurdenDocument = Schemas['BurdenDocument'];
export type BurdenMeasure = Schemas['BurdenMeasure'];
export type BurdenGroup = Schemas['BurdenGroup'];
export type BurdenYear = Schemas['BurdenYear'];
export type BurdenMember = Schemas['BurdenMember'];
export type BurdenGuideline = Schemas['BurdenGuideline'];
export type BurdenOfCase = Schemas['BurdenOfCase'];
export type BurdenScaling = Schemas['BurdenScaling'];
export type BurdenDemand = Schemas['Demand'];
export type OpinionOfAudience = Schemas['OpinionSeries'];
export type ConductCount = Schemas['ConductCount'];

// ---- outlook ----

export type OutlookDocument = Schemas['OutlookDocument'];
export type OutlookDriver = Schemas['OutlookDriver'];
export type Ending = Schemas['Ending'];
export type BacktestDocument = Schemas['BacktestDocument'];
export type BacktestHorizon = Schemas['BacktestHorizon'];
export type ScenarioDocument = Schemas['ScenarioDocument'];
export type ScenarioResult = Schemas['ScenarioResult'];
export type FittedScenario = Schemas['ScenarioFitted'];
export type ForecastDocument = Schemas['ForecastDocument'];

// ---- compare ----

export type CompareDocument = Schemas['CompareDocument'];
export type ComparedFactor = Schemas['ComparedFactor'];
export type ComparedIssueInCase = Schemas['ComparedIssue']['cases'][number];
export type OrderTest = Schemas['OrderTest'];

// ---- what a coder has before them and sends back ----

export type Work = Schemas['Work'];
export type WorkItem = Schemas['WorkItem'];
export type WorkState = WorkItem['state'];
export type WorkCoding = Schemas['WorkCoding'];
export type Judgement = WorkItem['judgements'][number];

export type EntryKind = Schemas['EntryKind'];
export type EntryName = Schemas['EntryName'];
export type CodingName = Schemas['CodingName'];
export type CodingEntry = Schemas['CodingEntry'];
export type StandingEntry = Schemas['StandingEntry'];
export type Entry = StandingEntry['entry'];

export type Edit = Schemas['Edit'];
export type EditSide = Schemas['EditSide'];
export type EditResult = Schemas['EditResult'];
export type EditConflict = Schemas['EditConflict'];

// Every document by its name, as `entente report` embeds them and `entente serve` serves them.
export interface AllDocuments {
  case: CaseDocument;
  assess: AssessDocument;
  trajectory: TrajectoryDocument;
  continuity: ContinuityDocument;
  figures: FiguresDocument;
  agreement: AgreementDocument;
  check: CheckDocument;
  items: Schemas['ItemsDocument'];
  sources: Schemas['SourcesDocument'];
  claims: Schemas['ClaimsDocument'];
  meetings: Schemas['MeetingsDocument'];
  corrections: Schemas['CorrectionsDocument'];
  scenarios: Schemas['ScenariosDocument'];
  theory: TheoryDocument;
  protocol: ProtocolDocument;
  threat: ThreatDocument;
  burden: BurdenDocument;
  compare: CompareDocument;
  'burdens-beside': Schemas['BurdensBesideDocument'];
  outlook: OutlookDocument;
  backtest: BacktestDocument;
  scenario: ScenarioDocument;
  forecast: ForecastDocument;
}
export type DocumentName = keyof AllDocuments;
// What a section gets: the documents it said it needs, and the others if they are there.
export type Documents<Needed extends DocumentName = never> = Pick<AllDocuments, Needed> & Partial<AllDocuments>;
