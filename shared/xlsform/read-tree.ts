import { createRowReader, type FormColumns, type RowReader } from './columns.ts';
import type { ProblemList } from './problems.ts';
import { isYes } from './read-choices.ts';
import { readType, tidyType, type RowType } from './row-types.ts';
import type { FormSheet } from './sheets.ts';

/** A row of the survey sheet in its place: a group with what is in it, a question, or a row that is only passed on. */
export type FormNode = FormGroup | FormQuestion | KeptRow | { readonly kind: 'passed'; readonly name: string; readonly row: RowReader };

export interface FormGroup {
  readonly kind: 'group' | 'repeat';
  readonly name: string;
  readonly row: RowReader;
  /** The type cell, where it says more than group or repeat. */
  readonly writtenType: string;
  readonly children: FormNode[];
  end: RowReader | null;
}

export interface FormQuestion {
  readonly kind: 'question';
  readonly name: string;
  readonly row: RowReader;
  readonly type: Extract<RowType, { kind: 'question' }>;
  readonly writtenType: string;
}

/** A row that asks for something a questionnaire here cannot hold. */
export interface KeptRow {
  readonly kind: 'kept';
  readonly name: string;
  readonly row: RowReader;
  readonly writtenType: string;
}

/** Groups in groups beyond this are refused: nobody writes them, and every reader of the tree may count on it. */
const deepest = 30;
const namePattern = /^[\p{L}_][\p{L}\p{N}\p{M}_.-]*$/u;
const longestName = 200;

interface Building {
  readonly sheet: FormSheet;
  readonly columns: FormColumns;
  readonly problems: ProblemList;
  readonly stack: FormGroup[];
  readonly roots: FormNode[];
}

/** Reads the survey sheet's rows into a tree. What is wrong with types, names and nesting is told with its row. */
export function readTree(sheet: FormSheet, columns: FormColumns, problems: ProblemList): FormNode[] {
  const building: Building = { sheet, columns, problems, stack: [], roots: [] };
  for (const given of columns.body) {
    const row = createRowReader(columns, given);
    const written = tidyType(row.take('type'));
    const name = row.take('name');
    if (written === '' && Object.keys(createRowReader(columns, given).rest()).length === 0) continue;
    if (isYes(row.look('disabled'))) {
      problems.add('row-disabled', sheet, { row: given.row, column: row.columnOf('disabled') }, { name });
      place(building, { kind: 'passed', name: '', row: createRowReader(columns, given) });
    } else if (written === '') placeUntyped(building, row, name, createRowReader(columns, given));
    else placeTyped(building, row, written, name, createRowReader(columns, given));
  }
  for (const open of building.stack) {
    problems.add(
      'begin-without-end',
      sheet,
      { row: open.row.row, column: open.row.columnOf('type') },
      { kind: open.kind, name: open.name },
    );
  }
  return building.roots;
}

function place({ stack, roots }: Building, node: FormNode): void {
  (stack.at(-1)?.children ?? roots).push(node);
}

/** A row without a type is a remark, unless it has a name or a label: then something is missing. */
function placeUntyped(building: Building, row: RowReader, name: string, untouched: RowReader): void {
  const { problems, sheet } = building;
  if (name !== '' || row.takeText('label') !== null) {
    problems.add('type-missing', sheet, { row: row.row, column: row.columnOf('type') }, { name });
    return;
  }
  problems.add('row-kept', sheet, { row: row.row });
  place(building, { kind: 'passed', name: '', row: untouched });
}

function placeTyped(building: Building, row: RowReader, written: string, name: string, untouched: RowReader): void {
  const { problems, sheet, stack } = building;
  const type = readType(written);
  const typePlace = { row: row.row, column: row.columnOf('type') };
  if (type.kind === 'metadata') {
    problems.addOnce('metadata', 'metadata-kept', sheet, typePlace, { type: written });
    place(building, { kind: 'passed', name, row: untouched });
    return;
  }
  if (type.kind === 'end') return close(building, row, type.what);
  if (type.kind === 'begin') return begin(building, row, { what: type.what, written, name });
  const given = type.kind === 'question' && type.type === 'note' && name === '' ? noteName(building, row) : name;
  checkName(building, row, given, stack.at(-1)?.children ?? building.roots);
  if (type.kind === 'question') {
    if (type.isOld) problems.addOnce(type.now, 'type-old', sheet, typePlace, { type: written, now: type.now });
    place(building, { kind: 'question', name: given, row, type, writtenType: written });
    return;
  }
  const code = type.why === 'device' ? 'type-kept' : type.why === 'elsewhere' ? 'list-elsewhere' : 'type-unknown';
  problems.add(code, sheet, typePlace, { type: written, name: given });
  place(building, { kind: 'kept', name: given, row, writtenType: written });
}

function begin(
  { problems, sheet, stack, roots }: Building,
  row: RowReader,
  said: { what: 'group' | 'repeat' | 'loop'; written: string; name: string },
): void {
  const { what, written, name } = said;
  const place = { row: row.row, column: row.columnOf('type') };
  const siblings = stack.at(-1)?.children ?? roots;
  checkName({ problems, sheet, stack }, row, name, siblings);
  if (what === 'loop') problems.add('loop-as-group', sheet, place, { type: written });
  const kind = what === 'repeat' ? 'repeat' : 'group';
  const node: FormGroup = { kind, name, row, writtenType: what === 'loop' ? written : '', children: [], end: null };
  if (stack.length === deepest) problems.add('too-deep', sheet, place, { limit: deepest });
  if (stack.length < deepest) siblings.push(node);
  stack.push(node);
}

/** Notes are often written without a name; they get one after their row. */
function noteName({ problems, sheet }: Building, row: RowReader): string {
  const name = `note_${row.row}`;
  problems.add('name-made', sheet, { row: row.row, column: row.columnOf('name') }, { name });
  return name;
}

function checkName(
  { problems, sheet, stack }: Pick<Building, 'problems' | 'sheet' | 'stack'>,
  row: RowReader,
  name: string,
  siblings: readonly FormNode[],
): void {
  const at = { row: row.row, column: row.columnOf('name') };
  if (name === '') problems.add('name-missing', sheet, at);
  else if (name.length > longestName) problems.add('name-long', sheet, at, { limit: longestName });
  else if (!namePattern.test(name)) problems.add('name-invalid', sheet, at, { name });
  else if (name.toLowerCase() === 'meta' && stack.length === 0) problems.add('name-reserved', sheet, at, { name });
  else {
    // Large forms have thousands of siblings: they are looked through from a set that lives as long as the list.
    const names = namesOf(siblings);
    const first = names.get(name);
    if (first !== undefined) problems.add('name-twice', sheet, at, { name, first });
    else names.set(name, row.row);
  }
}

const siblingNames = new WeakMap<readonly FormNode[], Map<string, number>>();

function namesOf(siblings: readonly FormNode[]): Map<string, number> {
  const known = siblingNames.get(siblings) ?? new Map<string, number>();
  siblingNames.set(siblings, known);
  return known;
}

function close({ stack, problems, sheet }: Building, row: RowReader, what: 'group' | 'repeat' | 'loop'): void {
  const open = stack.pop();
  const at = { row: row.row, column: row.columnOf('type') };
  if (open === undefined) {
    problems.add('end-without-begin', sheet, at, { kind: what });
    return;
  }
  const kind = what === 'repeat' ? 'repeat' : 'group';
  if (kind !== open.kind) problems.add('end-other', sheet, at, { kind, open: open.kind, name: open.name, first: open.row.row });
  open.end = row;
}
