import { emptyQuestion, type OptionSpec, type QuestionSpec } from '../model/questionnaire-spec.ts';
import { QuestionType, readReasons, RegisterKind, type DateForm } from '../model/questionnaire.ts';
import type { Language, LocalisedText } from '../model/text.ts';
import { codesOf, isNo, isYes, type ChoiceList } from './read-choices.ts';
import type { RowReader } from './columns.ts';
import { ownKeys } from './own-keys.ts';
import { readParameters, readRange } from './parameters.ts';
import type { ProblemList } from './problems.ts';
import { readChecks } from './read-checks.ts';
import { defaultOfCell } from './defaults.ts';
import { takeExpression } from './expression-cells.ts';
import type { FormQuestion } from './read-tree.ts';
import type { FormSheet } from './sheets.ts';

/** Words that forms leave to the program, in every language. */
export interface FormWords {
  /** "Other: what?" */
  readonly other: LocalisedText;
  readonly yes: LocalisedText;
  readonly no: LocalisedText;
}

/** What all rows of a form have in common. */
export interface FormContext {
  readonly sheet: FormSheet;
  readonly lists: ReadonlyMap<string, ChoiceList>;
  readonly choicesSheet: FormSheet | null;
  readonly words: FormWords;
  readonly languages: readonly Language[];
  readonly problems: ProblemList;
  /** Every name in the sheet. */
  readonly names: ReadonlySet<string>;
}

/** Where in the form a row stands. */
export interface Frame {
  readonly lead: LocalisedText | null;
  /** Conditions of the groups around it, from the outermost. */
  readonly relevants: readonly string[];
  /** Path of the innermost group that is no section and no repeat. */
  readonly group: string | null;
  readonly parent: number | null;
  /** The list that all rows of its grid ask with. */
  readonly gridList: string | null;
  readonly isInGroup: boolean;
  /** Names of the groups and repeats around it, joined by `/`; '' outside of them. */
  readonly path: string;
}

/** The list that a question's options come from, and whether it is shared. */
export interface ReadQuestion {
  readonly question: QuestionSpec;
  readonly usesList: string | null;
}

/** One question of the form. What is wrong is told; the question is then as far as it can be read. */
export function readQuestion(context: FormContext, node: FormQuestion, name: string, frame: Frame): ReadQuestion {
  const { row, type } = node;
  if (isGridHead(node, frame)) return { question: keptQuestion(context, node.row, name, node.writtenType), usesList: null };
  const question = emptyQuestion(name, type.type, row.takeText('label') ?? {});
  const extras: Record<string, string> = {};
  if (type.isFiner) extras[ownKeys.type] = node.writtenType;
  question.decimals = type.decimals;
  question.dateForm = type.dateForm;
  readCommon(context, question, row);
  const appearance = readAppearance(question, row.take('appearance'));
  const parameters = readParameters(row.take('parameters'));
  const usesList = type.now.startsWith('select') || type.now === 'rank' ? readOptions(context, question, node, frame, extras) : null;
  readOwnType(context, question, row, usesList === null ? null : (context.lists.get(usesList) ?? null));
  if (type.now === 'range') readRangeQuestion(context, question, row, parameters, extras);
  if (usesList !== null && isYes(parameters.get('randomize') ?? '')) {
    question.hasRandomOrder = true;
    parameters.delete('randomize');
  }
  readAnswerRules(context, question, row);
  if (appearance !== '') extras['appearance'] = appearance;
  if (parameters.size > 0) extras['parameters'] = [...parameters].map(([key, value]) => (value === '' ? key : `${key}=${value}`)).join(' ');
  if (usesList !== null && usesList !== name && question.scale === null && context.lists.get(usesList)?.isPlain !== true)
    extras[ownKeys.list] = usesList;
  if (Object.keys(question.wording).length === 0 && question.type !== 'calculated') {
    context.problems.add('label-missing', context.sheet, { row: row.row, column: row.columnOf('label') }, { name });
  }
  question.extras = { ...row.rest(), ...extras };
  return { question, usesList };
}

/** A row that asks for what we cannot hold: a note here, and itself again on the way out. */
export function keptQuestion({ names }: Pick<FormContext, 'names'>, row: RowReader, name: string, writtenType: string): QuestionSpec {
  const question = emptyQuestion(name, 'note', row.takeText('label') ?? {});
  question.hint = row.takeText('hint');
  question.instruction = row.takeText('guidance_hint');
  question.relevant = takeExpression(row, 'relevant', names);
  question.extras = { ...row.rest(), [ownKeys.type]: writtenType };
  return question;
}

/** The first row of a grid written by hand shows the options' labels and asks nothing. */
function isGridHead({ row, type }: FormQuestion, frame: Frame): boolean {
  return frame.isInGroup && type.now.startsWith('select') && row.look('appearance').split(/\s+/u).includes('label');
}

function readCommon({ names }: FormContext, question: QuestionSpec, row: RowReader): void {
  question.hint = row.takeText('hint');
  question.instruction = row.takeText('guidance_hint');
  question.label = row.takeText('app::short_label');
  question.unit = row.takeText('app::unit');
  question.relevant = takeExpression(row, 'relevant', names);
  question.isIdentifier = isYes(row.take('app::identifier'));
  question.isBackground = isYes(row.take('app::background'));
  question.isPerPerson = isYes(row.take('app::per_person'));
  question.reasons = readReasons(row.take('app::missing'));
  question.rankCount = wholeNumber(row.take('app::rank_count'), 1, 99);
  question.decimals = wholeNumber(row.take('app::decimals'), 0, 6) ?? question.decimals;
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const value = /^\d{1,3}$/u.test(text) ? Number(text) : null;
  return value !== null && value >= least && value <= most ? value : null;
}

const appearanceForms: Readonly<Record<string, DateForm>> = { 'month-year': 'month', year: 'year' };

/** Takes from an appearance what is a date's form here; answers the rest. */
function readAppearance(question: QuestionSpec, appearance: string): string {
  if (question.type !== 'date' || question.dateForm !== 'date') return appearance;
  const words = appearance.split(/\s+/u);
  const found = words.find((word) => Object.hasOwn(appearanceForms, word));
  if (found === undefined) return appearance;
  question.dateForm = appearanceForms[found] ?? 'date';
  return words.filter((word) => word !== found).join(' ');
}

/** The options of a question that chooses from a list: its own, or those of a scale it shares. */
function readOptions(
  context: FormContext,
  question: QuestionSpec,
  node: FormQuestion,
  frame: Frame,
  extras: Record<string, string>,
): string | null {
  const { problems, sheet, lists } = context;
  const { row, type } = node;
  const place = { row: row.row, column: row.columnOf('type') };
  question.optionFilter = takeExpression(row, 'choice_filter', context.names);
  const shared = row.take('app::shared');
  if (type.list === '') {
    problems.add('list-not-named', sheet, place, { type: node.writtenType });
    return null;
  }
  const list = lists.get(type.list);
  if (list === undefined) {
    problems.add('list-missing', sheet, place, { list: type.list, known: [...lists.keys()].slice(0, 5).join(', ') || 'none' });
    return null;
  }
  if (list.options.length === 0) problems.add('list-empty', sheet, place, { list: type.list });
  if (list.spaced !== null) {
    const code = type.type === 'one' ? 'choice-name-spaced' : 'choice-name-blank';
    problems.addOnce(list.name, code, context.choicesSheet, { row: list.spaced.row }, { list: list.name, name: list.spaced.name });
  }
  if (type.hasOther && question.optionFilter !== null) problems.add('or-other-filter', sheet, place, { list: type.list });
  const fitsScale = list.options.length >= 2 && list.options.length <= 99 && !type.hasOther;
  const isShared =
    isYes(shared) || (!isNo(shared) && type.type === 'one' && frame.gridList === list.name && question.optionFilter === null);
  if (isShared && fitsScale) {
    question.scale = list.name;
    if (type.type === 'one') question.type = 'scale';
    return list.name;
  }
  question.options = list.options.map((option) => ({ ...option, filterValues: { ...option.filterValues }, extras: { ...option.extras } }));
  if (type.hasOther) addOther(context, question, extras);
  return list.name;
}

/** "Other: what?" in the form's languages, as its last option; a list that has an option `other` asks for words there. */
function addOther({ words, languages }: FormContext, question: QuestionSpec, extras: Record<string, string>): void {
  const existing = question.options.findIndex(({ name }) => name === 'other');
  if (existing >= 0) {
    question.options = question.options.map((option, index) => (index === existing ? { ...option, asksWhat: true } : option));
    return;
  }
  question.options = [...question.options, otherOption(words, languages, question.options)];
  extras[ownKeys.other] = 'yes';
}

/** The option that `or_other` means, after the options given. */
export function otherOption(words: FormWords, languages: readonly Language[], options: readonly OptionSpec[]): OptionSpec {
  const label: LocalisedText = {};
  for (const language of languages) label[language] = words.other[language] ?? '';
  const codes = options.map(({ code }) => code);
  const code = codesOf([...codes.map(String), 'other']).at(-1) ?? 1;
  return { code, name: 'other', label, isExclusive: false, asksWhat: true, filterValues: {}, extras: {} };
}

const variants: Readonly<Partial<Record<QuestionType, readonly QuestionType[]>>> = {
  one: ['one', 'scale', 'yes-no', 'consent', 'scale-0-10'],
  scale: ['one', 'scale', 'yes-no', 'consent', 'scale-0-10'],
  open: ['open', 'register'],
};

/** `app::type` says which of our types a type of the standard stands for. */
function readOwnType({ problems, sheet }: FormContext, question: QuestionSpec, row: RowReader, list: ChoiceList | null): void {
  const written = row.take('app::type');
  const kind = row.take('app::register');
  if (written === '') return;
  const type = QuestionType.safeParse(written);
  if (!type.success || variants[question.type]?.includes(type.data) !== true) {
    problems.add('app-value', sheet, { row: row.row, column: row.columnOf('app::type') }, { value: written });
    return;
  }
  question.type = type.data;
  if (list?.isPlain === true && ['yes-no', 'consent', 'scale-0-10'].includes(type.data)) question.options = [];
  if (type.data === 'register') question.registerKind = RegisterKind.safeParse(kind).data ?? 'place';
}

function readRangeQuestion(
  { problems, sheet }: FormContext,
  question: QuestionSpec,
  row: RowReader,
  parameters: Map<string, string>,
  extras: Record<string, string>,
): void {
  const range = readRange(parameters);
  if (range === null) {
    problems.add('range-invalid', sheet, { row: row.row, column: row.columnOf('parameters') ?? row.columnOf('type') });
    return;
  }
  parameters.delete('start');
  parameters.delete('end');
  if (range.start === 0 && range.end === 10 && range.step === 1) {
    question.type = 'scale-0-10';
    question.decimals = null;
    parameters.delete('step');
    delete extras[ownKeys.type];
    return;
  }
  question.minimum = range.start;
  question.maximum = range.end;
  question.decimals ??= range.decimals;
}

/** What an answer must be: required, checked, given beforehand. For rows that take no answer these cells are only passed on. */
function readAnswerRules(context: FormContext, question: QuestionSpec, row: RowReader): void {
  const { problems, sheet } = context;
  if (question.type === 'calculated') {
    question.calculation = takeExpression(row, 'calculation', context.names);
    return;
  }
  if (row.look('calculation') !== '') {
    problems.add('calculation-kept', sheet, { row: row.row, column: row.columnOf('calculation') }, { name: question.name });
  }
  if (question.type === 'note') return;
  const required = row.take('required');
  question.isRequired = required !== '' && !isNo(required);
  question.requiredWhen = question.isRequired && !isYes(required) ? takeExpression(row, 'required', context.names) : null;
  question.requiredMessage = row.takeText('required_message');
  question.defaultValue = readDefault(row);
  readChecks(context, question, row);
}

/** The default as an expression; one that cannot be said as one stays a cell that is passed on. */
function readDefault(row: RowReader): string | null {
  const found = defaultOfCell(row.look('default'));
  if (found !== null) row.take('default');
  return found;
}
