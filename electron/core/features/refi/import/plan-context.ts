import { z } from 'zod';
import type { RefiChange, RefiImportChoices } from '../../../../../shared/contract/refi.ts';
import type { ProjectId } from '../../../../../shared/model/ids.ts';
import { cut } from '../../../../../shared/texts/index.ts';
import type { Statements } from '../../../db/statements.ts';
import { derivedId, idOf } from '../../codebook/exchange/guid.ts';
import type { TextFacts } from '../descriptions.ts';
import type { PositionReading } from '../positions.ts';
import type { ImportNotes } from './file-project.ts';
import type { ReadProject } from './read-project.ts';

/** Where a file goes. */
export interface Target {
  readonly projectId: ProjectId;
  readonly name: string;
  readonly isNew: boolean;
}

/** What every part of a plan is made with. Nothing is written while planning. */
export interface PlanContext {
  readonly sql: Statements;
  readonly newId: () => string;
  /** Who takes the file in, and when: for what names nobody and no time. UTC ISO. */
  readonly actorId: string;
  readonly at: string;
  readonly target: Target;
  readonly file: ReadProject;
  readonly reading: PositionReading;
  /** What we wrote of a text, by its GUID; null for texts of other programs. */
  readonly factsOf: (guid: string) => TextFacts | null;
  readonly choices: RefiImportChoices;
  readonly codes: 'file' | 'new';
  readonly found: ImportNotes;
  readonly changes: Changes;
}

const longest = 300;

/** Collects what the file says otherwise than we do. */
export class Changes {
  readonly list: RefiChange[] = [];

  add(kind: RefiChange['kind'], name: string, field: RefiChange['field'], ours: string, theirs: string): void {
    this.list.push({ kind, name: cut(name, 100), field, ours: cut(ours, longest), theirs: cut(theirs, longest) });
  }
}

/** What becomes of one kind of thing. */
export interface Tally {
  made: number;
  changed: number;
  same: number;
  left: number;
}

export function newTally(): Tally {
  return { made: 0, changed: 0, same: 0, left: 0 };
}

const OwnerRow = z.object({ id: z.string(), owner: z.string() });

const ownerSql = {
  respondent: 'SELECT id, project_id AS owner FROM respondent WHERE id IN (SELECT value FROM json_each(:ids))',
  text: 'SELECT id, project_id AS owner FROM text WHERE id IN (SELECT value FROM json_each(:ids))',
  coding: `SELECT coding.id, text.project_id AS owner FROM coding JOIN text ON text.id = coding.text_id
    WHERE coding.id IN (SELECT value FROM json_each(:ids))`,
  // Memos on themes belong to nobody's project.
  memo: `SELECT memo.id, coalesce(memo.project_id, text.project_id, '') AS owner FROM memo LEFT JOIN coding ON coding.id = memo.coding_id
    LEFT JOIN text ON text.id = coalesce(coding.text_id, memo.text_id) WHERE memo.id IN (SELECT value FROM json_each(:ids))`,
} as const;

/** Whether nothing of a person (`r`) may come in: they have withdrawn, declined or been erased. */
export const isOutSql = `(r.withdrawn_at IS NOT NULL OR r.erased_at IS NOT NULL
  OR EXISTS (SELECT 1 FROM interview said WHERE said.respondent_id = r.id AND said.status IN ('withdrawn', 'declined')))`;

/** The id something of a file gets here, and whether it is here already. */
export interface AssignedId {
  readonly id: string;
  readonly isKnown: boolean;
}

/**
 * Ids by GUID: the same, so that what is known is known again; where another project of the workspace has that very thing, one that follows
 * from it and from the project it goes into.
 */
export function assignIds(
  { sql, target, found }: PlanContext,
  kind: keyof typeof ownerSql,
  guids: readonly string[],
): ReadonlyMap<string, AssignedId> {
  const pairs = new Map(
    [...new Set(guids)].map((guid) => [guid, [idOf(kind, guid), derivedId(`${kind} ${guid} ${target.projectId}`)] as const]),
  );
  const ids = JSON.stringify([...pairs.values()].flat());
  const owners = new Map(sql.all(OwnerRow, ownerSql[kind], { ids }).map(({ id, owner }) => [id, owner]));
  const isHere = (id: string): boolean => owners.get(id) === target.projectId || owners.get(id) === '';
  return new Map(
    [...pairs].map(([guid, [id, other]]): [string, AssignedId] => {
      if (isHere(id)) return [guid, { id, isKnown: true }];
      if (isHere(other)) return [guid, { id: other, isKnown: true }];
      if (!owners.has(id)) return [guid, { id, isKnown: false }];
      found.add('id-elsewhere', 0, guid);
      return [guid, { id: other, isKnown: false }];
    }),
  );
}
