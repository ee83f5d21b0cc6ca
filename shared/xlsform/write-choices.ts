import type { OptionSpec, QuestionnaireSpec, QuestionSpec, ScaleSpec } from '../model/questionnaire-spec.ts';
import type { LocalisedText } from '../model/text.ts';
import type { FormMemory } from './memory.ts';
import { ownKeys } from './own-keys.ts';
import { codesOf } from './read-choices.ts';
import type { FormWords } from './read-question.ts';
import type { Table } from './table.ts';

interface WrittenList {
  readonly options: readonly OptionSpec[];
  readonly scale: ScaleSpec | null;
  readonly isPlain: boolean;
}

/** The lists of a form while it is written: the same options under the same name are one list. */
export interface ListBook {
  /** The list that a question's options come from. `without` leaves out its last option. */
  readonly nameFor: (question: QuestionSpec, without?: OptionSpec) => string;
  /** The list of a plain yes and no. */
  readonly yesNo: () => string;
  readonly write: (table: Table) => void;
}

/** @param words for plain answers, which other programs need labels for */
export function createListBook(spec: QuestionnaireSpec, memory: FormMemory, words: FormWords): ListBook {
  const lists = new Map<string, WrittenList>();
  const unused = new Map(memory.lists.flatMap(({ name, cells }) => (cells === null ? [] : [[name, cells] as const])));
  const scales = new Map(spec.scales.map((scale) => [scale.key, scale]));
  // A name with a blank would end at the blank in the type cell of other programs; lists of a file keep theirs.
  const known = new Set(memory.lists.map(({ name }) => name));
  const listName = (wanted: string): string => (known.has(wanted) ? wanted : wanted.replace(/\s+/gu, '_'));

  function keep(wanted: string, list: WrittenList): string {
    const base = listName(wanted);
    let name = base;
    for (let number = 2; ; number += 1) {
      const existing = lists.get(name);
      if (existing === undefined && !unused.has(name)) {
        lists.set(name, list);
        return name;
      }
      if (existing !== undefined && isSame(existing, list)) {
        // Asked with as a scale and by itself: one list, which then says that it is a scale.
        if (existing.scale === null && list.scale !== null) lists.set(name, list);
        return name;
      }
      name = `${base}_${number}`;
    }
  }

  const plain = (text: LocalisedText): LocalisedText =>
    Object.fromEntries(spec.languages.flatMap((language) => (text[language] === undefined ? [] : [[language, text[language]]])));
  const asked = new Set<string>();
  // Scales first: their lists keep the scale's name whoever else has the same.
  for (const scale of spec.scales) keep(scale.key, { options: scale.options, scale, isPlain: false });
  return {
    nameFor: (question, without) => {
      const scale = question.scale === null ? undefined : scales.get(question.scale);
      if (scale !== undefined) {
        asked.add(scale.key);
        return keep(scale.key, { options: scale.options, scale, isPlain: false });
      }
      const options = question.options.filter((option) => option !== without);
      return keep(question.extras[ownKeys.list] ?? question.name, { options, scale: null, isPlain: false });
    },
    yesNo: () =>
      keep('yes_no', { options: [plainOption(1, plain(words.yes)), plainOption(2, plain(words.no))], scale: null, isPlain: true }),
    write: (table) => {
      const order = [...memory.lists.map(({ name }) => name), ...lists.keys()];
      for (const name of new Set(order)) {
        const list = lists.get(name);
        if (list !== undefined) writeList(table, name, list, list.scale !== null && asked.has(list.scale.key));
        for (const cells of list === undefined ? (unused.get(name) ?? []) : []) table.pass(table.row(), cells);
      }
    },
  };
}

function plainOption(code: number, label: LocalisedText): OptionSpec {
  return { code, name: null, label, isExclusive: false, asksWhat: false, filterValues: {}, extras: {} };
}

function isSame(a: WrittenList, b: WrittenList): boolean {
  const isOneScale = a.scale === null || b.scale === null || a.scale.key === b.scale.key;
  return isOneScale && a.isPlain === b.isPlain && JSON.stringify(a.options.map(inOrder)) === JSON.stringify(b.options.map(inOrder));
}

/** An option with its records in one order, so that equal ones are written alike. */
function inOrder(option: OptionSpec): unknown {
  const sorted = (record: Readonly<Record<string, string | undefined>>): [string, string | undefined][] =>
    Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const { code, name, isExclusive, asksWhat } = option;
  return [code, name, isExclusive, asksWhat, sorted(option.label), sorted(option.filterValues), sorted(option.extras)];
}

/** What an option is called in a form. */
export function choiceName({ code, name }: Pick<OptionSpec, 'code' | 'name'>): string {
  return name ?? String(code);
}

function writeList(table: Table, name: string, { options, scale, isPlain }: WrittenList, isAsked: boolean): void {
  const codes = codesOf(options.map(choiceName));
  const needsCodes = options.some(({ code }, index) => codes[index] !== code);
  for (const [index, option] of options.entries()) {
    const row = table.row();
    table.put(row, 'list_name', name);
    table.put(row, 'name', choiceName(option));
    table.putText(row, 'label', option.label);
    table.pass(row, option.filterValues);
    table.pass(row, option.extras);
    if (needsCodes) table.put(row, 'app::code', String(option.code));
    if (option.isExclusive) table.put(row, 'app::exclusive', 'yes');
    if (option.asksWhat) table.put(row, 'app::specify', 'yes');
    if (isPlain) table.put(row, 'app::plain', 'yes');
    if (index > 0 || scale === null || (isAsked && isImplied(scale, name))) continue;
    table.put(row, 'app::scale', scale.name);
    table.put(row, 'app::direction', scale.direction);
    table.put(row, 'app::neutral', scale.neutralCode === null ? null : String(scale.neutralCode));
  }
}

/** A grid's list that nobody has said more about is a scale by where it is asked. */
function isImplied({ name, key, direction, neutralCode }: ScaleSpec, listName: string): boolean {
  return name === listName && key === listName && direction === 'none' && neutralCode === null;
}
