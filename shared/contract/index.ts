import { actions } from './actions.ts';
import { coding } from './coding.ts';
import { analysis } from './analysis.ts';
import { events } from './events.ts';
import { exchange } from './exchange.ts';
import { findings } from './findings.ts';
import { history } from './history.ts';
import { interviews } from './interviews.ts';
import { meetings } from './meetings.ts';
import { privacy } from './privacy.ts';
import { projects } from './projects.ts';
import { questionnaires } from './questionnaires.ts';
import { registers } from './registers.ts';
import { reports } from './reports.ts';
import { themes } from './themes.ts';
import { workspace } from './workspace.ts';

/** Everything the window can ask of the core. Names are feature.verb; client, router, fakes and reference come from here. */
export const contract = {
  actions,
  analysis,
  coding,
  events,
  exchange,
  findings,
  history,
  interviews,
  meetings,
  privacy,
  projects,
  questionnaires,
  registers,
  reports,
  themes,
  workspace,
};
export type Contract = typeof contract;
