import type { contract } from '../../../../shared/contract/index.ts';
import type { RecurrenceFilter } from '../../../../shared/contract/recurrence.ts';
import type { Handlers } from '../../rpc/call.ts';
import { gateTools } from '../analysis/gate-tools.ts';
import { listLines } from './list-lines.ts';
import { listUnmentioned } from './list-unmentioned.ts';
import { makeTable } from './make-table.ts';
import { readChoices } from './read-choices.ts';

export const recurrenceHandlers: Handlers<typeof contract.recurrence> = {
  table: (call, { filter, by, placeMode, interviewsOf }) => {
    const now = new Date(call.session.deps.now()).toISOString();
    return makeTable(call.workspace, { filter: plain(filter), by, placeMode, interviewsOf, now, tools: gateTools(call) });
  },
  lines: ({ workspace }, { filter, by, placeMode, themeId, key }) =>
    listLines(workspace, { filter: plain(filter), by, placeMode, themeId, key }),
  unmentioned: ({ workspace }, { filter, placeMode }) => listUnmentioned(workspace, { filter: plain(filter), placeMode }),
  choices: ({ workspace }) => readChoices(workspace),
};

type Undefinable<T> = { readonly [K in keyof T]: T[K] | undefined };

/** Zod's optional fields are either there with a value or not there; what reads them takes either. */
function plain(filter: Undefinable<RecurrenceFilter>): RecurrenceFilter {
  return filter as RecurrenceFilter;
}
