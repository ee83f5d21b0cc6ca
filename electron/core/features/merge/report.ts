import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { MergeChoice, MergeReport } from '../../../../shared/contract/merge.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';
import { describe, type DescribeInput } from './describe.ts';
import type { Copies, MergePlan } from './plan.ts';
import { thingOf } from './names.ts';
import { RowReader } from './shapes.ts';

const Actor = z.object({ id: z.string(), name: z.string() });
const Change = z.object({ by: z.string(), at: z.string() });
const End = z.object({ hlc: z.string().nullable(), ops: z.int() });

/** Of both files as they stand: another edit in either gives another. */
export function fingerprintOf(here: Database.Database, there: Database.Database): string {
  const ends = [here, there].map((db) => End.parse(db.prepare('SELECT max(hlc) AS hlc, count(*) AS ops FROM op').get()));
  return createHash('sha256').update(JSON.stringify(ends)).digest('hex');
}

/** The plan as a person reads it. */
export function reportOf(
  sql: Statements,
  copies: Copies,
  plan: MergePlan,
  language: Language,
  choices: Readonly<Record<string, MergeChoice>>,
): MergeReport {
  const { here, there, shapes } = copies;
  const names = new Map([...actorsOf(there), ...actorsOf(here)]);
  const input: DescribeInput = {
    sql,
    readers: { here: new RowReader(here, shapes), there: new RowReader(there, shapes) },
    idOf: (table, key) => plan.translation.idOf(table, key),
    language,
    actorName: (id) => names.get(id) ?? '',
    whoWhenHere: (table, rowId) =>
      sql.get(
        Change,
        'SELECT op.actor_id AS by, op.at FROM op_change JOIN op ON op.seq = op_change.op_seq WHERE table_name = :table AND row_id = :rowId ORDER BY n DESC LIMIT 1',
        { table, rowId },
      ) ?? { by: '', at: '' },
  };
  const times = plan.ops.map((op) => op.at).toSorted();
  return {
    fingerprint: fingerprintOf(here, there),
    people: [...Map.groupBy(plan.ops, (op) => names.get(op.actor_id) ?? '')].map(([name, ops]) => ({ name, steps: ops.length })),
    firstAt: times[0] ?? null,
    lastAt: times.at(-1) ?? null,
    counts: countsOf(plan),
    conflicts: plan.matters.map((matter) => describe(input, matter)),
    notices: [...plan.notices],
    choices: { ...choices },
  };
}

function actorsOf(db: Database.Database): [string, string][] {
  return z
    .array(Actor)
    .parse(db.prepare('SELECT id, name FROM actor').all())
    .map(({ id, name }) => [id, name]);
}

function countsOf(plan: MergePlan): MergeReport['counts'] {
  return [...Map.groupBy(plan.writes, (write) => write.table)].map(([table, writes]) => ({
    thing: thingOf(table),
    added: writes.filter((write) => write.from === null).length,
    changed: writes.filter((write) => write.from !== null && write.to !== null).length,
    removed: writes.filter((write) => write.to === null).length,
  }));
}
