import type { OptionSpec } from '../model/questionnaire-spec.ts';
import type { ScaleDirection } from '../model/questionnaire-spec.ts';
import type { LocalisedText } from '../model/text.ts';
import { createRowReader, type FormColumns } from './columns.ts';
import type { ProblemList } from './problems.ts';
import type { FormSheet } from './sheets.ts';

/** One choice as its row says it; its code is settled with the whole list. */
interface Choice {
  readonly row: number;
  readonly name: string;
  readonly code: number | null;
  readonly label: LocalisedText;
  readonly isExclusive: boolean;
  readonly asksWhat: boolean;
  readonly filterValues: Readonly<Record<string, string>>;
  readonly extras: Readonly<Record<string, string>>;
}

/** A list of choices. */
export interface ChoiceList {
  readonly name: string;
  /** Row of its first choice. */
  readonly row: number;
  readonly options: readonly OptionSpec[];
  /** Every row as it was, by column key: for lists that nothing uses. */
  readonly cells: readonly Readonly<Record<string, string>>[];
  /** Set where the list is one of our shared scales. */
  readonly scale: { readonly name: string; readonly direction: ScaleDirection; readonly neutralCode: number | null } | null;
  /** Its labels are only there for other programs: a plain yes and no. */
  readonly isPlain: boolean;
  /** A name with a blank in it, where there is one: such a list cannot be asked with several answers. */
  readonly spaced: { readonly name: string; readonly row: number } | null;
}

/** Columns of the standard whose cells no option filter asks for. */
const notFiltered = /^(?:media|image|big[-_]image|audio|video|geometry|#\d)/iu;
const longestCode = 4;
const longestName = 200;

/** Reads yes in the ways that forms write it. */
export function isYes(text: string): boolean {
  return /^(?:yes|true|true\(\)|ja|1)$/iu.test(text);
}

/** Reads no in the ways that forms write it. */
export function isNo(text: string): boolean {
  return /^(?:no|false|false\(\)|nei|nej|0)$/iu.test(text);
}

/** The lists of the choices sheet, in the order of the file. */
export function readChoices(sheet: FormSheet, columns: FormColumns, allowsTwice: boolean, problems: ProblemList): Map<string, ChoiceList> {
  const rows = new Map<string, { choices: Choice[]; cells: Record<string, string>[]; scale: ChoiceList['scale']; isPlain: boolean }>();
  const filters = new Set(columns.all.filter(({ field, header }) => field === null && isFilterColumn(header)).map(({ key }) => key));
  for (const given of columns.body) {
    const reader = createRowReader(columns, given);
    const listName = reader.take('list_name');
    const whole = createRowReader(columns, given).rest();
    if (Object.keys(whole).length === 0) continue;
    if (listName === '') {
      problems.add('choice-list-missing', sheet, { row: given.row, column: reader.columnOf('list_name') });
      continue;
    }
    tellLong(sheet, reader, problems);
    const list = rows.get(listName) ?? { choices: [], cells: [], scale: null, isPlain: false };
    rows.set(listName, list);
    list.cells.push(whole);
    list.scale ??= readScale(reader, listName);
    if (isYes(reader.take('app::plain'))) list.isPlain = true;
    const choice = readChoice(reader, filters);
    if (choice.name === '')
      problems.add('choice-name-missing', sheet, { row: given.row, column: reader.columnOf('name') }, { list: listName });
    else list.choices.push(choice);
    if (Object.keys(choice.label).length === 0) {
      const place = { row: given.row, column: reader.columnOf('label') };
      problems.addOnce(listName, 'choice-label-missing', sheet, place, { list: listName, name: choice.name });
    }
  }
  return new Map(
    [...rows].map(([name, { choices, cells, scale, isPlain }]) => {
      tellTwice(sheet, columns, name, choices, allowsTwice, problems);
      const spaced = choices.find((choice) => /\s/u.test(choice.name));
      const list: ChoiceList = {
        name,
        row: choices[0]?.row ?? 0,
        options: withCodes(choices),
        cells,
        scale,
        isPlain,
        spaced: spaced === undefined ? null : { name: spaced.name, row: spaced.row },
      };
      return [name, list];
    }),
  );
}

function tellLong(sheet: FormSheet, reader: ReturnType<typeof createRowReader>, problems: ProblemList): void {
  for (const field of ['list_name', 'name']) {
    if (reader.look(field).length > longestName)
      problems.add('name-long', sheet, { row: reader.row, column: reader.columnOf(field) }, { limit: longestName });
  }
}

function isFilterColumn(header: string): boolean {
  return header !== '' && !header.includes(':') && !notFiltered.test(header);
}

function readChoice(reader: ReturnType<typeof createRowReader>, filters: ReadonlySet<string>): Choice {
  const name = reader.take('name');
  const label = reader.takeText('label') ?? {};
  const code = reader.take('app::code');
  const isExclusive = isYes(reader.take('app::exclusive'));
  const asksWhat = isYes(reader.take('app::specify'));
  const rest = Object.entries(reader.rest());
  return {
    row: reader.row,
    name,
    code: /^-?\d{1,9}$/u.test(code) ? Number(code) : null,
    label,
    isExclusive,
    asksWhat,
    filterValues: Object.fromEntries(rest.filter(([key]) => filters.has(key))),
    extras: Object.fromEntries(rest.filter(([key]) => !filters.has(key))),
  };
}

function readScale(reader: ReturnType<typeof createRowReader>, listName: string): ChoiceList['scale'] {
  const name = reader.take('app::scale');
  const direction = reader.take('app::direction');
  const neutral = reader.take('app::neutral');
  if (name === '' && direction === '') return null;
  return {
    name: (name === '' ? listName : name).slice(0, 200).toWellFormed(),
    direction: direction === 'rising' || direction === 'falling' ? direction : 'none',
    neutralCode: /^-?\d{1,9}$/u.test(neutral) ? Number(neutral) : null,
  };
}

function tellTwice(
  sheet: FormSheet,
  columns: FormColumns,
  list: string,
  choices: readonly Choice[],
  allowsTwice: boolean,
  problems: ProblemList,
): void {
  if (allowsTwice) return;
  const column = columns.byKey.get('name')?.index ?? null;
  const seen = new Map<string, number>();
  for (const { name, row } of choices) {
    const first = seen.get(name);
    if (first === undefined) seen.set(name, row);
    else problems.add('choice-name-twice', sheet, { row, column }, { list, name, first });
  }
}

/** The number a choice is called by, where its name is one as people write codes. */
function nameAsCode(name: string): number | null {
  return /^(?:0|[1-9]\d*)$/u.test(name) && name.length <= longestCode ? Number(name) : null;
}

/**
 * Names turned into codes: a whole number is its own code, all others get the next free ones in their order. The same names in the
 * same order give the same codes.
 */
export function codesOf(names: readonly string[]): number[] {
  const own = names.map(nameAsCode);
  const taken = new Set<number>();
  const kept = own.map((code) => {
    if (code === null || taken.has(code)) return null;
    taken.add(code);
    return code;
  });
  let next = Math.max(0, ...taken) + 1;
  return kept.map((code) => code ?? next++);
}

function withCodes(choices: readonly Choice[]): OptionSpec[] {
  const given = choices.map(({ code }) => code).filter((code) => code !== null);
  const areGiven = given.length === choices.length && new Set(given).size === given.length;
  const codes = codesOf(choices.map(({ name }) => name));
  return choices.map((choice, index) => {
    const { name, label, isExclusive, asksWhat, filterValues, extras } = choice;
    const code = (areGiven ? choice.code : null) ?? codes[index] ?? index + 1;
    return {
      code,
      name: name === String(code) ? null : name,
      label,
      isExclusive,
      asksWhat,
      filterValues: { ...filterValues },
      extras: { ...extras },
    };
  });
}
