import { z } from 'zod';
import type { EntryKind } from '../../../../shared/contract/registers.ts';
import { fold } from '../../../../shared/texts/fold.ts';
import type { Statements } from '../../db/statements.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { namesOf, rankOf } from './name-index.ts';
import type { Page } from './page.ts';

/** What narrows a register. */
export interface EntryFilter {
  readonly kind: EntryKind;
  readonly text?: string | undefined;
  readonly ofKind?: string | undefined;
  readonly on?: string | undefined;
}

const then = '(valid_from IS NULL OR valid_from <= :on) AND (valid_to IS NULL OR valid_to > :on)';
/** Who is there on a day: services and bodies in their time, people with a role, organisations that do not rest. */
const activeSql: Readonly<Record<EntryKind, string>> = {
  organisations: `SELECT id FROM organisation WHERE NOT EXISTS (SELECT 1 FROM organisation_pause
    WHERE organisation_id = organisation.id AND paused_on <= :on AND (resumed_on IS NULL OR resumed_on > :on))`,
  people: `SELECT DISTINCT person_id AS id FROM person_role WHERE ${then}`,
  bodies: `SELECT id FROM body WHERE ${then}`,
  services: `SELECT id FROM service WHERE ${then}`,
};

/** Ids of a page of a register in the order of names, and how many the filter lets through. */
export function entryIds(workspace: Workspace, filter: EntryFilter, { limit, offset }: Page): { ids: string[]; total: number } {
  const { kind, text = '', ofKind, on } = filter;
  const hasText = fold(text) !== '';
  const active = on === undefined ? null : activeOn(workspace.sql, kind, on);
  const hits = namesOf(workspace.sql, kind).filter(
    (entry) =>
      (ofKind === undefined || entry.kind === ofKind) &&
      (active === null || active.has(entry.id)) &&
      (!hasText || rankOf(entry, text) !== null),
  );
  return { ids: hits.slice(offset, offset + limit).map(({ id }) => id), total: hits.length };
}

function activeOn(sql: Statements, kind: EntryKind, on: string): ReadonlySet<string> {
  return new Set(sql.all(z.object({ id: z.string() }), activeSql[kind], { on }).map(({ id }) => id));
}

/** Rows in the order of the ids they were asked for by. */
export function inOrder<Row extends { readonly id: string }>(ids: readonly string[], rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
