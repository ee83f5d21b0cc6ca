import { formProblems, type ExpressionFault } from '../expressions/form-problems.ts';
import { parseExpression } from '../expressions/parse.ts';
import { QuestionId } from '../model/ids.ts';
import type { OptionSpec, QuestionnaireSpec, QuestionSpec } from '../model/questionnaire-spec.ts';
import type { AnswerOption, Question, Section } from '../model/questionnaire.ts';
import type { RowReader } from './columns.ts';
import { expressionOf, type ExpressionColumn } from './expression-cells.ts';
import type { ProblemList } from './problems.ts';
import type { FormPlace, ReadSurvey } from './read-survey.ts';
import type { FormSheet } from './sheets.ts';

/** Longest expression that is kept, in UTF-16 units. */
const longest = 20_000;
const columns = {
  relevant: 'relevant',
  calculation: 'calculation',
  optionFilter: 'choice_filter',
  repeatCount: 'repeat_count',
  defaultValue: 'default',
  requiredWhen: 'required',
} as const;
const textFields = ['label', 'hint', 'guidance_hint', 'required_message', 'constraint_message'] as const;
const reference = /\$\{([^{}]*)\}/gu;

interface Checked {
  readonly spec: QuestionnaireSpec;
  readonly read: ReadSurvey;
  readonly sheet: FormSheet;
  readonly problems: ProblemList;
  /** Every name in the sheet. */
  readonly names: ReadonlySet<string>;
}

/**
 * Checks every expression and every `${name}` in texts. None of it keeps a form from being imported: what cannot be read or names nothing
 * is corrected in the draft, which cannot be taken into use before. Only an expression too long to keep is an error.
 */
export function checkExpressions({ spec, read, sheet, problems, names: written }: Checked): void {
  const names = new Set<string>(read.passedNames);
  for (const section of spec.sections) {
    if (section.name !== null) names.add(section.name);
    for (const question of section.questions) names.add(question.name);
  }
  const places = new Map(read.places.map((place) => [`${place.section} ${place.question ?? ''}`, place]));
  for (const place of read.places) tellLong(place, sheet, problems);
  for (const { row, expression } of read.groupConditions) tellUnreadable(row, expression, names, sheet, problems);
  for (const fault of formProblems({ sections: versionSections(spec) })) {
    const place = places.get(fault.questionId ?? `${fault.sectionId ?? ''} `);
    if (place !== undefined) tellFault({ fault, place, spec, read, sheet, problems, names: written });
  }
  for (const { row } of read.places) for (const field of textFields) checkText({ row, field, names, sheet, problems });
}

/** The questionnaire as expressions see it. A section's id is its position, a question's that of both. */
function versionSections(spec: QuestionnaireSpec): Section[] {
  const scales = new Map(spec.scales.map(({ key, options }) => [key, options]));
  return spec.sections.map(({ name, title, relevant, questions }, section) => ({
    id: String(section),
    name,
    title,
    relevant,
    questions: questions.map((question, index): Question => {
      const { scale, parent, extras: _extras, options, ...rest } = question;
      const idOf = (at: number): QuestionId => `${section} ${at}` as QuestionId; // Only ever compared with each other.
      return {
        ...rest,
        id: idOf(index),
        number: '',
        parentId: parent === null ? null : idOf(parent),
        scaleId: null,
        options: (scale === null ? options : (scales.get(scale) ?? [])).map(toAnswerOption),
        bankQuestionId: null,
        previousId: null,
        comparability: null,
      };
    }),
  }));
}

function toAnswerOption({ extras: _extras, ...option }: OptionSpec): AnswerOption {
  return option;
}

function tellLong({ row }: FormPlace, sheet: FormSheet, problems: ProblemList): void {
  for (const field of [...Object.values(columns), 'constraint']) {
    if (row.look(field).length > longest)
      problems.add('expression-long', sheet, { row: row.row, column: row.columnOf(field) }, { limit: longest });
  }
}

/** A group's own condition is told once, in its row; the questions in it carry it too. */
function tellUnreadable(row: RowReader, expression: string, names: ReadonlySet<string>, sheet: FormSheet, problems: ProblemList): void {
  const parsed = parseExpression(expression);
  const place = { row: row.row, column: row.columnOf('relevant') };
  if (!parsed.isRead) {
    const { at, message, params } = parsed.problem;
    problems.add('expression', sheet, { ...place, at, detail: { message, params: { ...params } } }, { expression });
  } else tellUnknown(expression, names, (name, at) => problems.add('reference-unknown', sheet, { ...place, at }, { name }));
}

interface Told extends Checked {
  readonly fault: ExpressionFault;
  readonly place: FormPlace;
}

function tellFault({ fault, place, spec, read, sheet, problems, names }: Told): void {
  const { row, section, question } = place;
  const asked = question === null ? null : (spec.sections[section]?.questions[question] ?? null);
  const cell = cellOf(fault, (column) => expressionOf(row, column, names), asked, spec.sections[section]?.relevant ?? null);
  // A fault in what a group says is told at the group.
  if (cell === null) return;
  const where = { row: row.row, column: row.columnOf(cell.field), at: cell.at };
  const name = nameAt(cell.expression, fault.at);
  if (name !== null && read.passedNames.has(name)) problems.add('reference-passed', sheet, where, { name });
  else
    problems.add(
      'expression',
      sheet,
      { ...where, detail: { message: fault.message, params: { ...fault.params } } },
      { expression: cell.written },
    );
}

interface FaultyCell {
  readonly field: string;
  /** The whole expression, and what of it the row's own cell holds. */
  readonly expression: string;
  readonly written: string;
  readonly at: number | null;
}

/** The cell that a fault is in. Null when it is in the part of a condition that the groups around say. */
function cellOf(
  fault: ExpressionFault,
  look: (column: ExpressionColumn) => string,
  question: QuestionSpec | null,
  sectionRelevant: string | null,
): FaultyCell | null {
  if (fault.field === 'check') {
    const check = question?.checks[fault.index ?? 0];
    const expression = check?.expression ?? '';
    const field = check?.severity === 'soft' && look('constraint') !== expression ? 'app::soft_constraint' : 'constraint';
    return { field, expression, written: expression, at: fault.at };
  }
  const field = columns[fault.field];
  const written = look(field);
  const expression = (question === null ? sectionRelevant : question[fault.field]) ?? '';
  if (expression === written) return { field, expression, written, at: fault.at };
  // Texts in quotation marks that the cell does not have have no faults of their own place.
  if (field !== 'relevant') return { field, expression, written, at: null };
  const begin = expression.length - written.length - 1;
  const isOwn = written !== '' && expression.endsWith(`(${written})`) && fault.at >= begin;
  return isOwn ? { field, expression, written, at: fault.at - begin } : null;
}

/** The name in the reference that stands at a place. */
function nameAt(expression: string, at: number): string | null {
  return /^\$\{\s*([^{}\s]+)\s*\}/u.exec(expression.slice(at))?.[1] ?? null;
}

interface TextCell {
  readonly row: RowReader;
  readonly field: string;
  readonly names: ReadonlySet<string>;
  readonly sheet: FormSheet;
  readonly problems: ProblemList;
}

function checkText({ row, field, names, sheet, problems }: TextCell): void {
  for (const text of Object.values(row.lookText(field) ?? {})) {
    const place = { row: row.row, column: row.columnOf(field) };
    tellUnknown(text, names, (name, at) => problems.add('reference-unknown', sheet, { ...place, at }, { name }));
  }
}

function tellUnknown(text: string, names: ReadonlySet<string>, tell: (name: string, at: number) => void): void {
  for (const found of text.matchAll(reference)) {
    const name = (found[1] ?? '').trim().replace(/^last-saved#/u, '');
    if (!names.has(name)) tell(name, found.index);
  }
}
