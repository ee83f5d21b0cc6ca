import { texts } from './texts.ts';
import { codebook } from './codebook.ts';
import { search } from './search.ts';
import { autocode } from './autocode.ts';
import { suggestions } from './suggestions.ts';
import { agreement } from './agreement.ts';
import { quotes } from './quotes.ts';
import { framework } from './framework.ts';
import { patterns } from './patterns.ts';
import { actions } from './actions.ts';
import { bank } from './bank.ts';
import { coding } from './coding.ts';
import { analysis } from './analysis.ts';
import { doubleEntry } from './double-entry.ts';
import { events } from './events.ts';
import { exchange } from './exchange.ts';
import { fieldwork } from './fieldwork.ts';
import { findings } from './findings.ts';
import { history } from './history.ts';
import { interviews } from './interviews.ts';
import { listening } from './listening.ts';
import { meetings } from './meetings.ts';
import { merge } from './merge.ts';
import { minutes } from './minutes.ts';
import { observations } from './observations.ts';
import { papers } from './papers.ts';
import { places } from './places.ts';
import { print } from './print.ts';
import { privacy } from './privacy.ts';
import { projects } from './projects.ts';
import { questionnaires } from './questionnaires.ts';
import { rawExport } from './raw-export.ts';
import { records } from './records.ts';
import { recurrence } from './recurrence.ts';
import { registers } from './registers.ts';
import { reports } from './reports.ts';
import { themes } from './themes.ts';
import { workspace } from './workspace.ts';
import { xlsform } from './xlsform.ts';

/** Everything the window can ask of the core. Names are feature.verb; client, router, fakes and reference come from here. */
export const contract = {
  patterns,
  framework,
  quotes,
  agreement,
  suggestions,
  autocode,
  search,
  codebook,
  texts,
  actions,
  analysis,
  bank,
  coding,
  doubleEntry,
  events,
  exchange,
  fieldwork,
  findings,
  history,
  interviews,
  listening,
  meetings,
  merge,
  minutes,
  observations,
  papers,
  places,
  print,
  privacy,
  projects,
  questionnaires,
  rawExport,
  records,
  recurrence,
  registers,
  reports,
  themes,
  workspace,
  xlsform,
};
export type Contract = typeof contract;
