import type {
  CellProblem,
  ClosedFileQuestion,
  FileAnswer,
  FileMissingReason,
  FileQuestion,
  InterpretedRow,
  MultipleFileQuestion,
  SurveyMapping,
} from '../../../../../shared/model/survey-file.ts';
import { createBlankSplitter } from './blank-lists.ts';
import { isOtherLabel } from './header-words.ts';
import { splitList, type ListSeparator } from './list-cells.ts';
import { readMark } from './propose-group.ts';
import { parseDate, parseNumber, spellingKey, tidyText } from './value-forms.ts';

/** Reads one row; `row` is its number in the file, for problems. */
export type RowInterpreter = (cells: readonly string[], row: number) => InterpretedRow;

type AnswerPart = { answer: FileAnswer | null; problems: CellProblem[] };
type QuestionReader = (cells: readonly string[], row: number) => AnswerPart;

const longestShown = 30;

/** The cell as a problem shows it: one line, at most 30 characters. */
export function shown(cell: string): string {
  const characters = [...tidyText(cell).replace(/\s+/g, ' ').trim()];
  return characters.length > longestShown ? `${characters.slice(0, longestShown - 1).join('')}…` : characters.join('');
}

/** A cell that does not fit; `column` counts from 0. */
export function problem(row: number, column: number, cell: string, why: CellProblem['why']): CellProblem {
  return { row, column: column + 1, value: shown(cell), why };
}

/**
 * Makes a reader of rows from a confirmed mapping: each question becomes a typed answer, a reason for a missing one, or a
 * problem that names its cell. A question with a problem has no answer: nothing is guessed. The same row always gives the
 * same result; what is kept between rows is only a memory of how cells were read.
 */
export function createRowInterpreter(mapping: SurveyMapping): RowInterpreter {
  const readers = mapping.questions.map((question) => readerFor(question, mapping));
  const codeColumn = mapping.columns.find(({ role }) => role === 'respondentCode')?.column;
  return (cells, row) => {
    const answers: FileAnswer[] = [];
    const problems: CellProblem[] = [];
    for (const read of readers) {
      const part = read(cells, row);
      if (part.answer !== null) answers.push(part.answer);
      problems.push(...part.problems);
    }
    const code = codeColumn === undefined ? null : tidyText(cells[codeColumn] ?? '').trim() || null;
    if (codeColumn !== undefined && code === null) problems.push(problem(row, codeColumn, '', 'no-respondent-code'));
    return { row, respondentCode: code, answers, problems };
  };
}

/** One row read through a mapping; `createRowInterpreter` when there are many. */
export function interpretRow(cells: readonly string[], row: number, mapping: SurveyMapping): InterpretedRow {
  return createRowInterpreter(mapping)(cells, row);
}

function readerFor(question: FileQuestion, mapping: SurveyMapping): QuestionReader {
  const missing = missingReader(question);
  if (question.kind === 'closed') return readClosed(question, missing);
  if (question.kind === 'multiple') return readMultiple(question, missing);
  const column = question.columns[0] ?? 0;
  const read = (cell: string): FileAnswer | null => {
    const { key: questionKey } = question;
    if (question.kind === 'open') return { questionKey, kind: 'text', text: tidyText(cell).trim() };
    if (question.kind === 'number') {
      const number = parseNumber(cell, mapping.decimalSign);
      return number === null ? null : { questionKey, kind: 'number', number };
    }
    // A sheet's true dates arrive in ISO form whatever the column's texts use.
    const date = parseDate(cell, question.dateForm) ?? parseDate(cell, 'iso');
    return date === null ? null : { questionKey, kind: 'date', date };
  };
  const why = question.kind === 'date' ? 'not-a-date' : 'not-a-number';
  return (cells, row) => {
    const cell = cells[column] ?? '';
    const reason = missing(cell);
    if (reason !== null) return { answer: { questionKey: question.key, kind: 'missing', reason }, problems: [] };
    const answer = read(cell);
    return { answer, problems: answer === null ? [problem(row, column, cell, why)] : [] };
  };
}

/** The mapping's missing-value words, and the empty cell, as a lookup. */
function missingReader(question: FileQuestion): (cell: string) => FileMissingReason | null {
  const reasons = new Map(question.missing.map(({ text, reason }) => [spellingKey(text), reason] as const));
  const empty = reasons.get('') ?? 'not-recorded';
  return remembered((cell) => {
    if (cell === '') return empty;
    if (cell.length > 80) return null;
    const key = spellingKey(cell);
    return key === '' ? empty : (reasons.get(key) ?? null);
  });
}

/** Remembers how the first few thousand different cells were read: options and ticks repeat on every row. */
function remembered<T>(read: (cell: string) => T): (cell: string) => T {
  const known = new Map<string, { result: T }>();
  return (cell) => {
    const found = known.get(cell);
    if (found !== undefined) return found.result;
    const result = read(cell);
    if (known.size < 2000 && cell.length <= 200) known.set(cell, { result });
    return result;
  };
}

function optionLookup(question: ClosedFileQuestion | MultipleFileQuestion): (cell: string) => number | null {
  const codes = new Map<string, number>();
  for (const option of question.options) {
    for (const spelling of [option.label, ...option.spellings]) {
      const key = spellingKey(spelling);
      if (key !== '' && !codes.has(key)) codes.set(key, option.code);
    }
  }
  return remembered((cell) => codes.get(spellingKey(cell)) ?? null);
}

function specifyReader(question: ClosedFileQuestion | MultipleFileQuestion): (cells: readonly string[]) => string | null {
  const column = question.specifyColumn;
  return (cells) => (column === null ? null : tidyText(cells[column] ?? '').trim() || null);
}

const otherCode = (question: ClosedFileQuestion | MultipleFileQuestion): number | null =>
  question.options.find((option) => isOtherLabel(option.label))?.code ?? null;

function readClosed(question: ClosedFileQuestion, missing: (cell: string) => FileMissingReason | null): QuestionReader {
  const column = question.columns[0] ?? 0;
  const codeOf = optionLookup(question);
  const specifyOf = specifyReader(question);
  const other = otherCode(question);
  const { key: questionKey } = question;
  return (cells, row) => {
    const cell = cells[column] ?? '';
    const specify = specifyOf(cells);
    const code = codeOf(cell);
    if (code !== null) return { answer: { questionKey, kind: 'code', code, specify }, problems: [] };
    const reason = missing(cell);
    if (reason === null) return { answer: null, problems: [problem(row, column, cell, 'not-an-option')] };
    // Some tools leave the choice empty when only the text of "other" was given.
    if (specify !== null && other !== null) return { answer: { questionKey, kind: 'code', code: other, specify }, problems: [] };
    return { answer: { questionKey, kind: 'missing', reason }, problems: [] };
  };
}

interface Chosen {
  codes: Set<number>;
  answered: boolean;
  reason: FileMissingReason | null;
  problems: CellProblem[];
}

function readMultiple(question: MultipleFileQuestion, missing: (cell: string) => FileMissingReason | null): QuestionReader {
  const choose = choosersByForm[question.form](question, missing);
  const specifyOf = specifyReader(question);
  const other = otherCode(question);
  const exclusive = new Map(
    question.options.flatMap((option) => (option.missing === null ? [] : [[option.code, option.missing] as const])),
  );
  return (cells, row) => {
    const chosen = choose(cells, row);
    const specify = specifyOf(cells);
    if (chosen.problems.length > 0) return { answer: null, problems: chosen.problems };
    if (specify !== null && other !== null) chosen.codes.add(other);
    const codes = question.isRanked === true ? [...chosen.codes] : [...chosen.codes].toSorted((one, two) => one - two);
    return { answer: multipleAnswer(question.key, codes, specify, chosen, exclusive), problems: [] };
  };
}

function multipleAnswer(
  questionKey: string,
  codes: number[],
  specify: string | null,
  chosen: Chosen,
  exclusive: ReadonlyMap<number, FileMissingReason>,
): FileAnswer {
  const [only] = codes;
  const alone = codes.length === 1 && only !== undefined ? exclusive.get(only) : undefined;
  if (alone !== undefined) return { questionKey, kind: 'missing', reason: alone };
  // Zeros say that nothing was chosen; empty cells say nothing.
  if (codes.length > 0 || chosen.answered) return { questionKey, kind: 'codes', codes, specify };
  return { questionKey, kind: 'missing', reason: chosen.reason ?? 'not-recorded' };
}

type Chooser = (cells: readonly string[], row: number) => Chosen;

/** How one option's column writes a tick; blank cells are no answer, which is less than no tick. */
function markReader(spellings: readonly string[]): (cell: string) => boolean | null | undefined {
  const keys = spellings.map(spellingKey);
  return (cell) => (cell.trim() === '' ? undefined : readMark(cell, keys));
}

function indicatorChoices(question: MultipleFileQuestion, missing: (cell: string) => FileMissingReason | null): Chooser {
  const ticks = question.options.flatMap(({ code, label, spellings, column }) =>
    column === null || column === question.specifyColumn ? [] : [{ code, markOf: remembered(markReader([label, ...spellings])), column }],
  );
  return (cells, row) => {
    const chosen: Chosen = { codes: new Set(), answered: false, reason: null, problems: [] };
    for (const { code, markOf, column } of ticks) {
      const cell = cells[column] ?? '';
      if (cell === '') continue;
      const mark = markOf(cell);
      if (mark === undefined) continue;
      if (mark === true) chosen.codes.add(code);
      else if (missing(cell) !== null) chosen.reason = missing(cell);
      else if (mark === false) chosen.answered = true;
      else chosen.problems.push(problem(row, column, cell, 'not-a-mark'));
    }
    return chosen;
  };
}

/** Options in the order of the places they were given; 0 is no place. */
function rankChoices(question: MultipleFileQuestion, missing: (cell: string) => FileMissingReason | null): Chooser {
  const ranks = question.options.flatMap(({ code, column }) => (column === null ? [] : [{ code, column }]));
  return (cells, row) => {
    const chosen: Chosen = { codes: new Set(), answered: false, reason: null, problems: [] };
    const placed: { readonly code: number; readonly place: number }[] = [];
    for (const { code, column } of ranks) {
      const cell = (cells[column] ?? '').trim();
      const reason = missing(cell);
      if (reason !== null) {
        if (cell !== '') chosen.reason = reason;
      } else if (!/^\d{1,3}$/u.test(cell)) chosen.problems.push(problem(row, column, cell, 'not-a-number'));
      else if (Number(cell) > 0) placed.push({ code, place: Number(cell) });
    }
    for (const { code } of placed.toSorted((one, two) => one.place - two.place)) chosen.codes.add(code);
    return chosen;
  };
}

/** How the columns of each form are read. */
const choosersByForm = { indicator: indicatorChoices, ranks: rankChoices, listed: listChoices, separated: listChoices };

function listChoices(question: MultipleFileQuestion, missing: (cell: string) => FileMissingReason | null): Chooser {
  const codeOf = optionLookup(question);
  const columns = question.columns.filter((column) => column !== question.specifyColumn);
  const textsIn = remembered(listReader(question, codeOf, missing));
  return (cells, row) => {
    const chosen: Chosen = { codes: new Set(), answered: false, reason: null, problems: [] };
    for (const column of columns) {
      const cell = cells[column] ?? '';
      const texts = textsIn(cell);
      if (texts === 'ambiguous') {
        chosen.problems.push(problem(row, column, cell, 'ambiguous'));
        continue;
      }
      for (const text of texts) {
        const code = text === '' ? null : codeOf(text);
        const reason = missing(text);
        if (code !== null) chosen.codes.add(code);
        else if (reason === null) chosen.problems.push(problem(row, column, text, 'not-an-option'));
        else if (text !== '') chosen.reason = reason;
      }
    }
    return chosen;
  };
}

/** Signs that are tried where a cell cannot be read with the column's own: a column of very many different cells does not show its sign. */
const otherSigns = [';', '|', ',', ' '] as const;

/** The options and reasons that a cell lists. With blanks between them, options may hold blanks too. */
function listReader(
  { separator, options }: MultipleFileQuestion,
  codeOf: (cell: string) => number | null,
  missing: (cell: string) => FileMissingReason | null,
): (cell: string) => readonly string[] | 'ambiguous' {
  const labels = options.flatMap(({ label, spellings }) => [label, ...spellings]).map(spellingKey);
  const answerOf = (text: string): number | string | null => codeOf(text) ?? missing(text);
  const cut = createBlankSplitter(labels, answerOf);
  const partsBy = (cell: string, sign: ListSeparator): readonly string[] | 'ambiguous' => {
    if (sign !== ' ') return splitList(cell, sign);
    const found = cut(cell);
    return found === 'ambiguous' ? found : found.parts;
  };
  const isRead = (parts: readonly string[] | 'ambiguous'): boolean =>
    parts !== 'ambiguous' && parts.every((part) => answerOf(part) !== null);
  return (cell) => {
    if (separator === null || answerOf(cell) !== null) return [cell.trim()];
    const own = partsBy(cell, separator);
    if (own === 'ambiguous' || isRead(own)) return own;
    const other = otherSigns.map((sign) => partsBy(cell, sign)).find(isRead);
    return other ?? own;
  };
}
