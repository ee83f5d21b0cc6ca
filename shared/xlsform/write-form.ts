import type { QuestionnaireSpec } from '../model/questionnaire-spec.ts';
import { headerNames } from './languages.ts';
import { memoryOf, type FormMemory, type SheetMemory } from './memory.ts';
import type { FormWords } from './read-question.ts';
import type { FormBook, FormSheet } from './sheets.ts';
import { createTable, type Table } from './table.ts';
import { choiceName, createListBook } from './write-choices.ts';
import { writeSurvey } from './write-survey.ts';

interface Tables {
  readonly survey: Table;
  readonly choices: Table;
  readonly settings: Table;
}

/** A questionnaire as an XLSForm: what a form is made of in the standard's columns, the rest in columns beginning with `app::`. */
export function writeForm(spec: QuestionnaireSpec, words: FormWords): FormBook {
  const memory = memoryOf(spec);
  const tables = fillTables(spec, memory, words);
  return {
    sheets: sheetOrder(memory, tables).map((sheet): FormSheet => {
      if (sheet.kind !== 'other') return tables[sheet.kind].sheet();
      return { name: sheet.name, rows: sheet.rows };
    }),
  };
}

/** The sheets with the columns that writing the questionnaire gives them, in their order. */
export function plannedColumns(spec: QuestionnaireSpec, words: FormWords): SheetMemory[] {
  const memory = memoryOf(spec);
  return sheetOrder(memory, fillTables(spec, memory, words));
}

function fillTables(spec: QuestionnaireSpec, memory: FormMemory, words: FormWords): Tables {
  const tableFor = (kind: 'survey' | 'choices' | 'settings'): Table => {
    const known = memory.sheets.find((sheet) => sheet.kind === kind);
    return createTable(kind, known?.name ?? kind, known !== undefined && known.kind !== 'other' ? known.columns : []);
  };
  const tables = { survey: tableFor('survey'), choices: tableFor('choices'), settings: tableFor('settings') };
  for (const field of ['type', 'name']) tables.survey.need(field, null);
  for (const language of spec.languages) tables.survey.need('label', language);
  const lists = createListBook(spec, memory, words);
  writeSurvey({ spec, words, table: tables.survey, lists, freeName: createNameFinder(spec, memory) }, memory);
  lists.write(tables.choices);
  writeSettings(tables.settings, spec, memory);
  return tables;
}

/** Names for what only other programs need one for: nothing in the form, and nothing that was given before, is called so. */
function createNameFinder({ sections }: QuestionnaireSpec, { groups, rows }: FormMemory): (wanted: string) => string {
  const taken = new Set<string | null>([
    ...sections.flatMap(({ name, questions }) => [name, ...questions.map((question) => question.name)]),
    ...Object.keys(groups).flatMap((path) => path.split('/')),
    ...rows.map(({ cells }) => cells['name'] ?? null),
  ]);
  return (wanted) => {
    let name = wanted;
    for (let number = 2; taken.has(name); number += 1) name = `${wanted}_${number}`;
    taken.add(name);
    return name;
  };
}

function writeSettings(table: Table, spec: QuestionnaireSpec, memory: FormMemory): void {
  const row = table.row();
  table.put(row, 'form_title', spec.name);
  table.pass(row, memory.settings);
  if (memory.sheets.length === 0) {
    // A form of our own: what other programs ask for.
    table.pass(row, { form_id: formId(spec.name) });
    const [first] = spec.languages;
    if (first !== undefined) table.put(row, 'default_language', headerNames[first]);
  }
  if (hasSameNames(spec)) table.put(row, 'allow_choice_duplicates', 'yes');
}

/** Two options of one list called alike: possible where an option filter offers one of them. */
function hasSameNames(spec: QuestionnaireSpec): boolean {
  const lists = [...spec.scales, ...spec.sections.flatMap(({ questions }) => questions)].map(({ options }) => options.map(choiceName));
  return lists.some((names) => new Set(names).size < names.length);
}

function formId(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replace(/[^a-z0-9]+/gu, '_')
    .replace(/^_+|_+$/gu, '');
  return /^[a-z]/u.test(plain) ? plain.slice(0, 60) : `form_${plain}`.slice(0, 60);
}

/** The sheets in the order of the file, ours where they were missing behind them. */
function sheetOrder(memory: FormMemory, tables: Tables): SheetMemory[] {
  const survey = tables.survey.memory();
  const choices = tables.choices.memory();
  const settings = tables.settings.memory();
  const made = { survey, choices, settings };
  const known = memory.sheets.map((sheet) => (sheet.kind === 'other' ? sheet : made[sheet.kind]));
  const added = [survey, choices, settings].filter((sheet) => !known.includes(sheet) && sheet.columns.length > 0);
  return [...known, ...added];
}
