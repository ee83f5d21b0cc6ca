import { z } from 'zod';
import type { AskedRow, AskedSort, Direction } from '../../../../shared/contract/fieldwork-asked.ts';
import { RespondentId, type ProjectId, type WaveId } from '../../../../shared/model/ids.ts';
import { ConsentScope, participationStatuses, type ParticipationStatus } from '../../../../shared/model/participation.ts';
import { remembered } from '../../db/remembered.ts';
import type { Statements } from '../../db/statements.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { readPersons, type AskedPerson } from './read-persons.ts';

export interface AskedFilter {
  readonly projectId: ProjectId;
  readonly waveId: WaveId;
  readonly search?: string | undefined;
  readonly status?: ParticipationStatus | undefined;
  readonly canBegin?: boolean | undefined;
}
export interface AskedPage extends AskedFilter {
  readonly sort?: { readonly by: AskedSort; readonly direction: Direction } | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** The persons of a wave, read once for as long as nothing changes. */
export function personsOf(workspace: Workspace, { projectId, waveId }: AskedFilter): readonly AskedPerson[] {
  return remembered(workspace, `asked ${waveId}`, () => readPersons(workspace.sql, projectId, waveId));
}

/** One page of those asked in a wave, with counts of the whole wave. */
export function listAsked(workspace: Workspace, page: AskedPage) {
  const all = personsOf(workspace, page);
  const wanted = sorted(filtered(all, page), page.sort);
  const rows = wanted.slice(page.offset, page.offset + page.limit);
  const consents = consentsOf(workspace.sql, rows);
  const counts = Map.groupBy(all, (person) => person.status);
  return {
    rows: rows.map((person): AskedRow => toRow(person, consents.get(person.respondentId) ?? [])),
    total: wanted.length,
    hasList: all.some((person) => person.isListed),
    counts: participationStatuses.flatMap((status) => {
      const count = counts.get(status)?.length ?? 0;
      return count === 0 ? [] : [{ status, count }];
    }),
  };
}

/** Everyone the filter lets through, by code. */
export function listAskedIds(workspace: Workspace, filter: AskedFilter) {
  return { persons: filtered(personsOf(workspace, filter), filter).map(({ respondentId, status }) => ({ respondentId, status })) };
}

/** In the order in which somebody who is about to be interviewed is looked for. */
const beginners: readonly ParticipationStatus[] = ['agreed', 'invited', 'reminded', 'declined'];

function filtered(persons: readonly AskedPerson[], { search, status, canBegin }: AskedFilter): readonly AskedPerson[] {
  const needle = (search ?? '').trim().toLocaleLowerCase('nb');
  const found = persons.filter(
    (person) =>
      (status === undefined || person.status === status) &&
      (canBegin !== true || (person.interviewId === null && beginners.includes(person.status))) &&
      (needle === '' ||
        person.code.toLocaleLowerCase('nb').startsWith(needle) ||
        person.recruitedBy.toLocaleLowerCase('nb').includes(needle)),
  );
  return canBegin === true ? found.toSorted((a, b) => beginners.indexOf(a.status) - beginners.indexOf(b.status)) : found;
}

function sorted(persons: readonly AskedPerson[], sort: AskedPage['sort']): readonly AskedPerson[] {
  // They come by code.
  if (sort === undefined || (sort.by === 'code' && sort.direction === 'ascending')) return persons;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return persons.toSorted((a, b) => sign * compare(a, b, sort.by) || a.code.length - b.code.length || byText(a.code, b.code));
}

function compare(a: AskedPerson, b: AskedPerson, by: AskedSort): number {
  switch (by) {
    case 'code':
      return a.code.length - b.code.length || byText(a.code, b.code);
    case 'status':
      return participationStatuses.indexOf(a.status) - participationStatuses.indexOf(b.status);
    case 'since':
      return byText(a.since ?? '', b.since ?? '');
    case 'recruitedBy':
      return a.recruitedBy.localeCompare(b.recruitedBy, 'nb');
    default:
      return by satisfies never;
  }
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function consentsOf(sql: Statements, persons: readonly AskedPerson[]): Map<RespondentId, ConsentScope[]> {
  const rows = sql.all(
    z.object({ respondent_id: RespondentId, scope: ConsentScope }),
    `SELECT DISTINCT respondent_id, scope FROM consent
     WHERE withdrawn_on IS NULL AND respondent_id IN (SELECT value FROM json_each(:ids))`,
    { ids: JSON.stringify(persons.map((person) => person.respondentId)) },
  );
  const grouped = Map.groupBy(rows, (row) => row.respondent_id);
  return new Map([...grouped].map(([id, own]) => [id, ConsentScope.options.filter((scope) => own.some((row) => row.scope === scope))]));
}

function toRow(person: AskedPerson, consents: ConsentScope[]): AskedRow {
  const { interviewKey: _key, wasReminded: _reminded, hasAgreed: _agreed, ...row } = person;
  return { ...row, consents };
}
