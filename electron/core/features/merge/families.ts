import type { Choices, Matter, Notice } from './plan.ts';
import type { PlannedWrites, RowWrite } from './planned-writes.ts';
import { rowIdOf, type ForeignKey, type Image, type RowReader, type TableShape, type Value } from './shapes.ts';
import { thingOf } from './names.ts';
import type { Translation } from './translation.ts';

export interface FamilyInput {
  readonly shapes: ReadonlyMap<string, TableShape>;
  readonly readers: { readonly here: RowReader; readonly there: RowReader };
  readonly translation: Translation;
  readonly choices: Choices;
  readonly writes: PlannedWrites;
  readonly matters: Matter[];
  readonly notices: Notice[];
  /** True for a row of a project that is deleted here. */
  readonly isGone: (table: string, rowId: string) => boolean;
}

/**
 * Sees to it that no row is left pointing at nothing. What the copy uses but was removed here is a matter for a person; what it
 * removed but is used here stays. Afterwards the plan holds only writes that the foreign keys allow. Each round settles one
 * more step of the way from a row to those it points to.
 */
export function keepFamilies(input: FamilyInput): void {
  keepParentsInUse(input);
  // What was put back and could not stay, for want of its own parents, is not put back again: it would never end.
  const dropped = new Set<string>();
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const write of input.writes.all()) {
      if (isOfErased(input, write)) {
        input.writes.delete(write.table, write.rowId);
        isSettled = false;
        continue;
      }
      const missing = write.to === null ? null : missingParent(input, write.table, write.to);
      if (missing === null) continue;
      isSettled = false;
      if (bringBack(input, write, missing, dropped)) continue;
      input.writes.delete(write.table, write.rowId);
      dropped.add(`${write.table}:${write.rowId}`);
    }
  }
}

interface Missing {
  readonly key: ForeignKey;
  readonly value: Value;
}

function missingParent(input: FamilyInput, table: string, image: Image): Missing | null {
  for (const key of input.shapes.get(table)?.foreignKeys ?? []) {
    const value = image[key.column] ?? null;
    if (value !== null && !isThere(input, key, value)) return { key, value };
  }
  return null;
}

function isThere({ writes, readers, shapes }: FamilyInput, key: ForeignKey, value: Value): boolean {
  const shape = shapes.get(key.table);
  // Tables outside the operation log: what they lack is brought along when the plan is carried out.
  if (shape === undefined || writes.has(key.table, key.to, value)) return true;
  const standing = readers.here.where(key.table, { [key.to]: value })[0];
  return standing !== undefined && writes.get(key.table, rowIdOf(shape, standing)) === undefined;
}

/** Asks about a parent that was removed here. True when it is put back, together with the row that needs it. */
function bringBack(input: FamilyInput, write: RowWrite, { key, value }: Missing, dropped: ReadonlySet<string>): boolean {
  const { shapes, matters, choices, writes, isGone } = input;
  const shape = shapes.get(key.table);
  const theirs = theirRow(input, key, value);
  if (shape === undefined || theirs === null || isOfErased(input, write)) return false;
  const rowId = rowIdOf(shape, theirs);
  if (isGone(key.table, rowId)) return false;
  const id = `${key.table}:${rowId}`;
  if (!matters.some((matter) => matter.id === id))
    matters.push({ id, kind: 'deleted-here', table: key.table, columns: [], ours: null, theirs, rowId, by: '', at: '' });
  if (choices[id]?.take !== 'theirs' || dropped.has(id)) return false;
  writes.set({ table: key.table, rowId, from: null, to: theirs });
  return true;
}

function theirRow({ readers, translation }: FamilyInput, key: ForeignKey, value: Value): Image | null {
  const id = key.to === 'key' ? translation.idOf(key.table, value) : value;
  const row = id === null ? null : readers.there.row(key.table, String(id));
  return row === null ? null : translation.image(key.table, row);
}

/** A person who was erased here is not brought back by an older copy, whatever it holds of them. */
function isOfErased({ readers, translation }: FamilyInput, { table, rowId, to }: RowWrite): boolean {
  const interviewId = translation.idOf('interview', to?.['interview_key'] ?? null);
  const interview = interviewId === null ? null : readers.there.row('interview', String(interviewId));
  const respondentId = table === 'respondent' ? rowId : (to?.['respondent_id'] ?? interview?.['respondent_id'] ?? null);
  const respondent = respondentId === null ? null : readers.here.row('respondent', String(respondentId));
  return respondent !== null && respondent['erased_at'] !== null;
}

/** Removals by the copy of what is still used here are not carried out, and said. */
function keepParentsInUse(input: FamilyInput): void {
  const users = usersByTable(input.shapes);
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const write of input.writes.all()) {
      if (write.to !== null || write.from === null) continue;
      if (!(users.get(write.table) ?? []).some((user) => isUsed(input, user, write.from))) continue;
      isSettled = false;
      input.writes.delete(write.table, write.rowId);
      input.notices.push({ message: 'merge.keptInUse', params: { thing: thingOf(write.table) } });
    }
  }
}

interface User {
  readonly table: string;
  readonly key: ForeignKey;
}

function usersByTable(shapes: ReadonlyMap<string, TableShape>): ReadonlyMap<string, readonly User[]> {
  const users = [...shapes.values()].flatMap((shape) => shape.foreignKeys.map((key): User => ({ table: shape.name, key })));
  return Map.groupBy(users, (user) => user.key.table);
}

function isUsed({ readers, writes, shapes }: FamilyInput, { table, key }: User, parent: Image | null): boolean {
  const shape = shapes.get(table);
  const value = parent?.[key.to] ?? null;
  if (shape === undefined || value === null) return false;
  if (writes.has(table, key.column, value)) return true;
  return readers.here.where(table, { [key.column]: value }).some((row) => writes.get(table, rowIdOf(shape, row)) === undefined);
}
