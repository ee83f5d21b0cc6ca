import { actions } from './actions.ts';
import { agreement } from './agreement.ts';
import { analysis } from './analysis.ts';
import { archive } from './archive.ts';
import { autocode } from './autocode.ts';
import { bank } from './bank.ts';
import { codebook } from './codebook.ts';
import { coding } from './coding.ts';
import { compare } from './compare.ts';
import { doubleEntry } from './double-entry.ts';
import { events } from './events.ts';
import { exchange } from './exchange.ts';
import { fieldwork } from './fieldwork.ts';
import { findings } from './findings.ts';
import { framework } from './framework.ts';
import { history } from './history.ts';
import { interviews } from './interviews.ts';
import { listening } from './listening.ts';
import { meetings } from './meetings.ts';
import { merge } from './merge.ts';
import { minutes } from './minutes.ts';
import { observations } from './observations.ts';
import { papers } from './papers.ts';
import { patterns } from './patterns.ts';
import { places } from './places.ts';
import { print } from './print.ts';
import { privacy } from './privacy.ts';
import { projects } from './projects.ts';
import { questionnaires } from './questionnaires.ts';
import { quotes } from './quotes.ts';
import { rawExport } from './raw-export.ts';
import { records } from './records.ts';
import { recurrence } from './recurrence.ts';
import { refi } from './refi.ts';
import { registers } from './registers.ts';
import { reports } from './reports.ts';
import { search } from './search.ts';
import { suggestions } from './suggestions.ts';
import { texts } from './texts.ts';
import { themes } from './themes.ts';
import { workspace } from './workspace.ts';
import { xlsform } from './xlsform.ts';

/** Everything the window can ask of the core. Names are feature.verb; client, router, fakes and reference come from here. Named, since the whole is too long to be inferred. */
export type Contract = {
  readonly actions: typeof actions;
  readonly agreement: typeof agreement;
  readonly analysis: typeof analysis;
  readonly archive: typeof archive;
  readonly autocode: typeof autocode;
  readonly bank: typeof bank;
  readonly codebook: typeof codebook;
  readonly coding: typeof coding;
  readonly compare: typeof compare;
  readonly doubleEntry: typeof doubleEntry;
  readonly events: typeof events;
  readonly exchange: typeof exchange;
  readonly fieldwork: typeof fieldwork;
  readonly findings: typeof findings;
  readonly framework: typeof framework;
  readonly history: typeof history;
  readonly interviews: typeof interviews;
  readonly listening: typeof listening;
  readonly meetings: typeof meetings;
  readonly merge: typeof merge;
  readonly minutes: typeof minutes;
  readonly observations: typeof observations;
  readonly papers: typeof papers;
  readonly patterns: typeof patterns;
  readonly places: typeof places;
  readonly print: typeof print;
  readonly privacy: typeof privacy;
  readonly projects: typeof projects;
  readonly questionnaires: typeof questionnaires;
  readonly quotes: typeof quotes;
  readonly rawExport: typeof rawExport;
  readonly records: typeof records;
  readonly recurrence: typeof recurrence;
  readonly refi: typeof refi;
  readonly registers: typeof registers;
  readonly reports: typeof reports;
  readonly search: typeof search;
  readonly suggestions: typeof suggestions;
  readonly texts: typeof texts;
  readonly themes: typeof themes;
  readonly workspace: typeof workspace;
  readonly xlsform: typeof xlsform;
};

/** The contract itself. */
export const contract: Contract = {
  actions,
  agreement,
  analysis,
  archive,
  autocode,
  bank,
  codebook,
  coding,
  compare,
  doubleEntry,
  events,
  exchange,
  fieldwork,
  findings,
  framework,
  history,
  interviews,
  listening,
  meetings,
  merge,
  minutes,
  observations,
  papers,
  patterns,
  places,
  print,
  privacy,
  projects,
  questionnaires,
  quotes,
  rawExport,
  records,
  recurrence,
  refi,
  registers,
  reports,
  search,
  suggestions,
  texts,
  themes,
  workspace,
  xlsform,
};
