import { z } from 'zod';
import type { contract } from '../../../../shared/contract/index.ts';
import type { RegisterPage } from '../../../../shared/contract/register-rows.ts';
import { EntryKind, type RegisterKind } from '../../../../shared/contract/registers.ts';
import type { Statements } from '../../db/statements.ts';
import type { Handlers } from '../../rpc/call.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { changeEntry } from './change-entry.ts';
import { findEntries } from './find.ts';
import { getEntry } from './get-entry.ts';
import { readTree } from './hierarchy.ts';
import { joinEntries } from './join-entries.ts';
import { entryIds, type EntryFilter } from './list-entries.ts';
import { listOrganisations } from './list-organisations.ts';
import { listBodies, listPeople } from './list-people.ts';
import { listPlaces } from './list-places.ts';
import { listBankQuestions, listGuidelines, listSurveys } from './list-references.ts';
import { listServices } from './list-services.ts';
import type { Page } from './page.ts';
import { quickAdd } from './quick-add.ts';
import { removeEntry, retireEntry } from './remove-entry.ts';
import { removePart, savePart } from './save-part.ts';

export const registersHandlers: Handlers<typeof contract.registers> = {
  list: ({ sql, workspace }, { kind, limit, offset, ...filter }) => {
    const entryKind = EntryKind.safeParse(kind);
    if (entryKind.success) return listEntries(workspace, { kind: entryKind.data, ...filter }, { limit, offset });
    // What is none of the entry kinds is one of the others.
    return listReferences(sql, kind as Exclude<RegisterKind, EntryKind>, { limit, offset });
  },
  find: ({ sql }, input) => ({ hits: findEntries(sql, input) }),
  quickAdd: (call, { kind, name }) => quickAdd(call, kind, name),
  get: ({ sql }, { kind, id }) => getEntry(sql, kind, id),
  tree: ({ sql }) => readTree(sql),
  change: (call, change) => {
    changeEntry(call, change);
    return {};
  },
  savePart: (call, part) => savePart(call, part),
  removePart: (call, { part, id }) => {
    removePart(call, part, id);
    return {};
  },
  remove: (call, { kind, id }) => {
    removeEntry(call, kind, id);
    return {};
  },
  retire: (call, { kind, id, on, reason }) => {
    retireEntry(call, kind, id, { on, reason });
    return {};
  },
  join: (call, { kind, keepId, goneId }) => {
    joinEntries(call, kind, { keep: keepId, gone: goneId });
    return {};
  },
};

function listEntries(workspace: Workspace, filter: EntryFilter, page: Page): RegisterPage {
  const { sql } = workspace;
  const { kind } = filter;
  const { ids, total } = entryIds(workspace, filter, page);
  switch (kind) {
    case 'organisations':
      return { kind, rows: listOrganisations(sql, ids), total };
    case 'people':
      return { kind, rows: listPeople(sql, ids), total };
    case 'bodies':
      return { kind, rows: listBodies(sql, ids), total };
    case 'services':
      return { kind, rows: listServices(sql, ids), total };
    default:
      return kind satisfies never;
  }
}

const tables = {
  places: 'place',
  surveys: 'external_survey',
  guidelines: 'guideline',
  questions: 'bank_question',
} as const satisfies Record<Exclude<RegisterKind, EntryKind>, string>;

function listReferences(sql: Statements, kind: Exclude<RegisterKind, EntryKind>, page: Page): RegisterPage {
  const total = sql.get(z.object({ total: z.int() }), `SELECT count(*) AS total FROM ${tables[kind]}`)?.total ?? 0;
  switch (kind) {
    case 'places':
      return { kind, rows: listPlaces(sql, page), total };
    case 'surveys':
      return { kind, rows: listSurveys(sql, page), total };
    case 'guidelines':
      return { kind, rows: listGuidelines(sql, page), total };
    case 'questions':
      return { kind, rows: listBankQuestions(sql, page), total };
    default:
      return kind satisfies never;
  }
}
