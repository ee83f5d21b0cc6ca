import type { QuestionnaireSpec } from '../model/questionnaire-spec.ts';
import type { Language } from '../model/text.ts';
import { checkExpressions } from './check-expressions.ts';
import { fileLanguagesOf, readColumns, type FormColumns } from './columns.ts';
import type { SheetKind } from './headers.ts';
import { guessLanguage, languageOfName } from './languages.ts';
import type { FormMemory, SheetMemory } from './memory.ts';
import { createProblems, type FormProblem, type ProblemList } from './problems.ts';
import { isYes, readChoices, type ChoiceList } from './read-choices.ts';
import type { FormWords } from './read-question.ts';
import { readSurvey } from './read-survey.ts';
import { readTree } from './read-tree.ts';
import { cellText, type FormBook, type FormSheet, type SheetCell } from './sheets.ts';
import { plannedColumns } from './write-form.ts';

/** What a person has settled about a form's languages: null leaves a language's texts untouched. Keys as the file writes them. */
export type LanguageChoices = Readonly<Record<string, Language | null>>;

export interface ReadOptions {
  /** The form's name where its settings have none. */
  readonly name: string;
  readonly words: FormWords;
  /** The language of texts without one, where neither the settings nor their words tell. */
  readonly fallback: Language;
  readonly languages?: LanguageChoices;
}

/** A language of the file. `fileLanguage` is '' for texts that name none. */
export interface FormLanguage {
  readonly fileLanguage: string;
  readonly cells: number;
  readonly language: Language | null;
}

/** What reading a form gives. */
export interface ReadForm {
  /** As far as it could be read; complete when there is no error. */
  readonly spec: QuestionnaireSpec;
  readonly problems: readonly FormProblem[];
  readonly errorCount: number;
  readonly warningCount: number;
  readonly languages: readonly FormLanguage[];
  /** Where each question stands: section and position in it to the row of the survey sheet. */
  readonly rowOf: (section: number, question: number) => number;
}

const mostOtherCells = 200_000;
const longestTitle = 200;
const emptySheet: FormSheet = { name: '', rows: [] };

/** Reads an XLSForm into a questionnaire. Never throws over what a file holds: whatever is wrong is a message with its place. */
export function readForm(book: FormBook, options: ReadOptions): ReadForm {
  const problems = createProblems();
  const sheets = sortSheets(book, problems);
  const fileLanguages = settleLanguages(sheets, options);
  const languageOf = (written: string): Language | null =>
    fileLanguages.find(({ fileLanguage }) => fileLanguage === written)?.language ?? null;
  const columnsOf = (kind: SheetKind, rows?: number): FormColumns => {
    const sheet = sheets[kind] ?? emptySheet;
    return readColumns(rows === undefined ? sheet : { ...sheet, rows: sheet.rows.slice(0, rows) }, kind, languageOf, problems);
  };
  // Settings have one row of values; what stands below it is nobody's.
  const columns = { survey: columnsOf('survey'), choices: columnsOf('choices'), settings: columnsOf('settings', 2) };
  const settings = readSettings(columns.settings);
  const lists = readLists(sheets, columns.choices, settings, problems);
  tellMissingColumns(sheets.survey, columns.survey, problems);
  const used = [...new Set(fileLanguages.flatMap(({ language }) => (language === null ? [] : [language])))];
  const formLanguages = used.length > 0 ? used : [options.fallback];
  const survey = sheets.survey ?? emptySheet;
  const context = {
    sheet: survey,
    lists,
    choicesSheet: sheets.choices ?? null,
    words: options.words,
    languages: formLanguages,
    problems,
    names: namesIn(columns.survey),
  };
  const canWalk = columns.survey.byKey.has('type') && columns.survey.byKey.has('name');
  const tree = canWalk ? readTree(survey, columns.survey, problems) : [];
  const read = readSurvey(context, tree);
  const spec: QuestionnaireSpec = {
    name: titleOf(settings, titleRow(read.rows) || options.name, sheets.settings ?? null, problems),
    languages: formLanguages,
    sections: read.sections,
    scales: read.scales,
    extras: {},
  };
  checkExpressions({ spec, read, sheet: survey, problems, names: context.names });
  const memory: FormMemory = {
    sheets: [],
    settings: withDefaultLanguage(settings.cells, fileLanguages),
    groups: read.groups,
    rows: read.rows,
    lists: [...lists.values()].map(({ name, cells, scale }) => ({
      name,
      cells: read.usedLists.has(name) || scale !== null ? null : cells.map((row) => ({ ...row })),
    })),
  };
  const remembered = rememberSheets(book, sheets, columns, problems);
  // The columns that the way back will have, so that reading them again finds the same.
  const planned = plannedColumns({ ...spec, extras: { xlsform: { ...memory, sheets: remembered } } }, options.words);
  spec.extras = { xlsform: { ...memory, sheets: planned } };
  const rows = new Map(read.places.map(({ row, section, question }) => [`${section} ${question}`, row.row]));
  return {
    spec,
    problems: problems.listed(),
    errorCount: problems.count('error'),
    warningCount: problems.count('warning'),
    languages: fileLanguages,
    rowOf: (section, question) => rows.get(`${section} ${question}`) ?? 0,
  };
}

type Sheets = Partial<Record<SheetKind, FormSheet>>;

function namesIn(columns: FormColumns): Set<string> {
  const at = columns.byKey.get('name')?.index ?? -1;
  return new Set(columns.body.map(({ cells }) => cellText(cells[at])));
}

/** The sheets that make the form, by their names in any case; a leading `_` hides a sheet. */
function sortSheets({ sheets }: FormBook, problems: ProblemList): Sheets {
  const named = (name: SheetKind): FormSheet | undefined => {
    const candidates = sheets.filter((sheet) => sheet.name.trim().toLowerCase() === name);
    return candidates.find((sheet) => sheet.rows.length > 0) ?? candidates[0];
  };
  const survey = named('survey');
  const choices = named('choices');
  const settings = named('settings');
  if (survey === undefined) {
    problems.add(
      'no-survey',
      null,
      {},
      {
        sheets: sheets
          .slice(0, 8)
          .map(({ name }) => name)
          .join(', '),
      },
    );
  } else if (survey.rows.length < 2) problems.add('survey-empty', survey);
  for (const sheet of sheets) {
    for (const { row, column, kind } of sheet.marks ?? []) problems.addOnce(`${sheet.name} ${kind}`, kind, sheet, { row, column });
  }
  const more = settings?.rows[2];
  if (settings !== undefined && more !== undefined) problems.add('settings-more', settings, { row: more.row });
  return { ...(survey && { survey }), ...(choices && { choices }), ...(settings && { settings }) };
}

function settleLanguages(sheets: Sheets, { languages: chosen, fallback }: ReadOptions): FormLanguage[] {
  const found = new Map<string, { cells: number; texts: string[] }>();
  for (const kind of ['survey', 'choices'] as const) {
    for (const { fileLanguage, cells, texts } of fileLanguagesOf(sheets[kind] ?? emptySheet, kind)) {
      const known = found.get(fileLanguage) ?? { cells: 0, texts: [] };
      found.set(fileLanguage, { cells: known.cells + cells, texts: [...known.texts, ...texts] });
    }
  }
  const settings = sheets.settings;
  const at = settings?.rows[0]?.cells.findIndex((cell) => cellText(cell).toLowerCase() === 'default_language') ?? -1;
  const preset = at < 0 ? null : languageOfName(cellText(settings?.rows[1]?.cells[at]));
  // Texts that name no language are most likely in one that others name.
  const named = [...found.keys()]
    .map((fileLanguage) => (fileLanguage === '' ? null : languageOfName(fileLanguage)))
    .find((language) => language !== null);
  return [...found].map(([fileLanguage, { cells, texts }]) => {
    const own = fileLanguage === '' ? (preset ?? guessLanguage(texts, named ?? fallback)) : languageOfName(fileLanguage);
    const choice = chosen !== undefined && Object.hasOwn(chosen, fileLanguage) ? chosen[fileLanguage] : undefined;
    return { fileLanguage, cells, language: choice === undefined ? own : choice };
  });
}

interface Settings {
  readonly cells: Record<string, string>;
  readonly title: string;
  readonly row: number;
  readonly column: number | null;
}

/** The settings' one row of values. */
function readSettings(columns: FormColumns): Settings {
  const [values] = columns.body;
  const cells = Object.fromEntries(
    columns.all.flatMap(({ key, index }) => {
      const text = cellText(values?.cells[index]);
      return text === '' ? [] : [[key, text]];
    }),
  );
  const { form_title: title = '', ...rest } = cells;
  return { cells: rest, title, row: values?.row ?? 0, column: columns.byKey.get('form_title')?.index ?? null };
}

function readLists(sheets: Sheets, columns: FormColumns, settings: Settings, problems: ProblemList): Map<string, ChoiceList> {
  const sheet = sheets.choices;
  if (sheet === undefined || columns.all.length === 0) return new Map();
  for (const field of ['list_name', 'name']) {
    if (!columns.byKey.has(field)) problems.add('column-missing', sheet, { row: columns.headerRow }, { column: field });
  }
  if (!columns.byKey.has('list_name') || !columns.byKey.has('name')) return new Map();
  return readChoices(sheet, columns, isYes(settings.cells['allow_choice_duplicates'] ?? ''), problems);
}

function tellMissingColumns(sheet: FormSheet | undefined, columns: FormColumns, problems: ProblemList): void {
  if (sheet === undefined) return;
  for (const field of ['type', 'name']) {
    if (!columns.byKey.has(field)) problems.add('column-missing', sheet, { row: Math.max(1, columns.headerRow) }, { column: field });
  }
  const hasLabel = columns.all.some(({ field, header }) => field === 'label' || /^label\b/iu.test(header));
  if (!hasLabel && columns.headerRow > 0) problems.add('label-column-missing', sheet, { row: columns.headerRow });
}

/** The title as forms gave it before there was a settings sheet: the name of a row of the survey. */
function titleRow(rows: FormMemory['rows']): string {
  return rows.find(({ cells }) => cells['type']?.toLowerCase() === 'set form title')?.cells['name'] ?? '';
}

function titleOf(settings: Settings, fallback: string, sheet: FormSheet | null, problems: ProblemList): string {
  const title = settings.title.replace(/\s+/gu, ' ');
  if (title.length > longestTitle) problems.add('title-cut', sheet, settings, { limit: longestTitle });
  const name = (title === '' ? cellText(fallback).replace(/\s+/gu, ' ') : title).slice(0, longestTitle).toWellFormed().trim();
  return name === '' ? 'XLSForm' : name;
}

/** Texts that name no language are the default language's: said outright where the file leaves it open. */
function withDefaultLanguage(cells: Record<string, string>, fileLanguages: readonly FormLanguage[]): Record<string, string> {
  const unnamed = fileLanguages.find(({ fileLanguage }) => fileLanguage === '')?.language ?? null;
  if (unnamed === null || languageOfName(cells['default_language'] ?? '') === unnamed) return cells;
  const same = fileLanguages.find(
    ({ fileLanguage, language }) => fileLanguage !== '' && language === unnamed && languageOfName(fileLanguage) === unnamed,
  );
  return { ...cells, default_language: same?.fileLanguage ?? unnamed };
}

/** A cell of a sheet that is passed on, in a form that can be stored. */
function keptCell(cell: SheetCell | undefined): SheetCell {
  if (typeof cell === 'string') return cellText(cell);
  return cell === undefined || (typeof cell === 'number' && !Number.isFinite(cell)) ? null : cell;
}

/** The sheets in their order: columns of those understood, all cells of the others within reason. */
function rememberSheets(book: FormBook, sheets: Sheets, columns: Record<SheetKind, FormColumns>, problems: ProblemList): SheetMemory[] {
  let cells = 0;
  return book.sheets.flatMap((sheet): SheetMemory[] => {
    const kind = (['survey', 'choices', 'settings'] as const).find((candidate) => sheets[candidate] === sheet);
    if (kind !== undefined) {
      const known = columns[kind].all.map(({ header, key, field, language }) => ({ header, key, field, language }));
      return [{ kind, name: sheet.name, columns: known }];
    }
    const rows = sheet.rows.map(({ row, cells: given }) => ({ row, cells: Array.from(given, keptCell) }));
    cells += rows.reduce((sum, row) => sum + row.cells.length, 0);
    if (cells > mostOtherCells) {
      problems.add('sheet-large', sheet, {}, { limit: mostOtherCells });
      return [];
    }
    if (rows.length > 0) problems.add('sheet-kept', sheet, {}, { rows: rows.length });
    return [{ kind: 'other', name: sheet.name, rows }];
  });
}
