import type Database from 'better-sqlite3';
import { z } from 'zod';
import { findPersonKeys, isPersonRow, stepsAboutPerson, type PersonKeys } from '../fieldwork/erase-images.ts';
import type { WithoutDeleted } from './deleted-projects.ts';
import type { Copies, Notice } from './plan.ts';
import type { PlannedWrites } from './planned-writes.ts';
import type { Image, RowReader } from './shapes.ts';

/** What a copy brings, less what it has of people who are erased here. Rows are in the copy's terms. */
export interface WithoutErased {
  readonly rows: WithoutDeleted['rows'];
  readonly ops: WithoutDeleted['ops'];
  /** True for a row of somebody who is erased here. */
  readonly isGone: (table: string, rowId: string) => boolean;
  /** Respondents that only the copy has erased. */
  readonly erasedThere: ReadonlySet<string>;
  readonly notices: readonly Notice[];
}

const Person = z.object({ id: z.string(), code: z.string(), erased_at: z.string().nullable() });
type Person = z.infer<typeof Person>;

function personsIn(db: Database.Database): ReadonlyMap<string, Person> {
  const rows = z.array(Person).parse(db.prepare('SELECT id, code, erased_at FROM respondent ORDER BY length(code), code, id').all());
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those whom one file has erased and the other still holds. */
function erasedIn(one: ReadonlyMap<string, Person>, other: ReadonlyMap<string, Person>): Person[] {
  return [...one.values()].filter((person) => person.erased_at !== null && other.get(person.id)?.erased_at === null);
}

/**
 * Whoever is erased here does not come back with an older copy: neither what it changed of them nor what it made since, nor their words
 * in the history. Whom only the copy has erased has withdrawn here as well, and is erased here only by somebody who does it: a merge can
 * be undone, and that cannot. Both are said.
 */
export function withoutErased({ here, there }: Copies, { rows, ops }: Pick<WithoutDeleted, 'rows' | 'ops'>): WithoutErased {
  const [ours, theirs] = [personsIn(here), personsIn(there)];
  const reader = readerOf(there);
  const gone = erasedIn(ours, theirs).map((person) => ({ person, keys: findPersonKeys(reader, person.id) }));
  const kept = erasedIn(theirs, ours);
  const isOf = (keys: PersonKeys, { row, image }: WithoutDeleted['rows'][number]): boolean =>
    isPersonRow(keys, row.table, image ?? row.base ?? {});
  const about = new Set(gone.flatMap(({ keys }) => stepsAboutPerson(reader, keys)));
  const texts = new Set(gone.flatMap(({ keys }) => keys.textIds));
  const erasedThere = new Set(kept.map(({ id }) => id));
  return {
    rows: rows
      .filter((one) => !gone.some(({ keys }) => isOf(keys, one)))
      .map(({ row, image }) => ({
        row,
        image: image === null ? null : withdrawnOnly(withoutText(row.table, image, texts), row.table, erasedThere),
      })),
    ops: ops.map((op) => (about.has(op.seq) ? { ...op, label_id: 'fieldwork.erased.step', label_params: '{}' } : op)),
    isGone: (table, rowId) => gone.some(({ keys }) => namesOf(keys, table).includes(rowId)),
    erasedThere,
    notices: [
      ...gone.map(({ person, keys }) => notice('merge.erasedHere', person, rows.filter((one) => isOf(keys, one)).length)),
      ...kept.map((person) => notice('merge.erasedThere', person, 0)),
    ],
  };
}

function notice(message: string, { code }: Person, count: number): Notice {
  return { message, params: { code, count } };
}

function namesOf(keys: PersonKeys, table: string): readonly string[] {
  switch (table) {
    case 'interview':
      return keys.interviewIds;
    case 'text':
      return keys.textIds;
    case 'coding':
      return keys.codingIds;
    case 'quote':
      return keys.quoteIds;
    case 'framework_cell':
      return keys.cellIds;
    default:
      return [];
  }
}

/** An observation is somebody else's words, and stays without those it pointed to. */
function withoutText(table: string, image: Image, texts: ReadonlySet<string>): Image {
  return table === 'observation' && texts.has(String(image['text_id'])) ? { ...image, text_id: null } : image;
}

function withdrawnOnly(image: Image, table: string, erasedThere: ReadonlySet<string>): Image {
  return table === 'respondent' && erasedThere.has(String(image['id'])) ? { ...image, erased_at: null } : image;
}

/** Takes those whom the copy has erased out of every interview here, and takes back their consents, as withdrawing does. */
export function planWithdrawals(writes: PlannedWrites, here: RowReader, erasedThere: ReadonlySet<string>): void {
  for (const respondentId of erasedThere) {
    const withdrawnAt = writes.get('respondent', respondentId)?.to?.['withdrawn_at'] ?? null;
    if (withdrawnAt === null) continue;
    for (const from of here.where('interview', { respondent_id: respondentId }))
      if (from['status'] !== 'withdrawn')
        writes.set({ table: 'interview', rowId: String(from['id']), from, to: { ...from, status: 'withdrawn' } });
    for (const from of here.where('consent', { respondent_id: respondentId }))
      if (from['withdrawn_on'] === null)
        writes.set({ table: 'consent', rowId: String(from['id']), from, to: { ...from, withdrawn_on: String(withdrawnAt).slice(0, 10) } });
  }
}

/** Reads a file that is open beside the workspace. */
function readerOf(db: Database.Database): Parameters<typeof findPersonKeys>[0] {
  return { all: (schema, text, params) => z.array(schema).parse(db.prepare(text).all(params)) };
}
