import type { OptionSpec, QuestionnaireSpec, QuestionSpec } from '../model/questionnaire-spec.ts';
import { reasonLetters } from '../model/questionnaire.ts';
import { boundsOf, joinedConstraint } from './constraints.ts';
import { cellOfDefault } from './defaults.ts';
import { ownKeys } from './own-keys.ts';
import { otherOption, type FormWords } from './read-question.ts';
import { readType } from './row-types.ts';
import type { Table, TableRow } from './table.ts';
import { choiceName, type ListBook } from './write-choices.ts';

/** What writing a question needs to know of the whole form. */
export interface WritingContext {
  readonly spec: QuestionnaireSpec;
  readonly words: FormWords;
  readonly table: Table;
  readonly lists: ListBook;
  /** A name that nothing in the form has, like the wanted one. Each is given once. */
  readonly freeName: (wanted: string) => string;
}

/** What surrounds a question in the form that is written. */
export interface WritingPlace {
  /** The condition that is left once the groups around it have said theirs. */
  readonly relevant: string | null;
  readonly lead: QuestionSpec['lead'];
  readonly gridList: string | null;
}

/** How a question is asked in a form: its type cell, and what of it that cell leaves unsaid. */
interface WrittenType {
  readonly type: string;
  /** The type that reading it back gives, before our own columns are looked at. */
  readonly reads: QuestionSpec['type'];
  readonly list: string | null;
  /** The last option, where `or_other` stands for it. */
  readonly other: OptionSpec | null;
}

/** The type cell of a question. */
export function typeCell({ spec, words, lists }: Pick<WritingContext, 'spec' | 'words' | 'lists'>, question: QuestionSpec): WrittenType {
  const simple = (type: string, reads = question.type): WrittenType => ({ type, reads, list: null, other: null });
  const kept = question.extras[ownKeys.type];
  if (kept !== undefined) {
    const reading = readType(kept);
    const isOurs = reading.kind === 'question' && reading.type === question.type;
    if (question.type === 'note' || (isOurs && (kept !== 'range' || isRange(question)))) return simple(kept);
  }
  switch (question.type) {
    case 'open':
      return simple('text');
    case 'register':
      return simple('text', 'open');
    case 'number':
      return simple(question.decimals === 0 ? 'integer' : 'decimal');
    case 'date':
      return simple(question.dateForm === 'time' ? 'time' : question.dateForm === 'date-time' ? 'dateTime' : 'date');
    case 'note':
      return simple('note');
    case 'calculated':
      return simple('calculate');
    case 'repeat':
      return simple('begin repeat');
    default:
      break;
  }
  const isPlain = question.options.length === 0 && question.scale === null;
  if (question.type === 'consent' && isPlain) return simple('acknowledge');
  if (question.type === 'scale-0-10' && isPlain) return simple('range');
  if (question.type === 'yes-no' && isPlain) {
    const list = lists.yesNo();
    return { type: `select_one ${list}`, reads: 'one', list, other: null };
  }
  const last = question.options.at(-1);
  const isStandard = last !== undefined && question.extras[ownKeys.other] !== undefined && isOtherOption(spec, words, question.options);
  const list = lists.nameFor(question, isStandard ? last : undefined);
  const base = question.type === 'several' ? 'select_multiple' : question.type === 'rank' ? 'rank' : 'select_one';
  const reads = question.type === 'several' || question.type === 'rank' ? question.type : 'one';
  return { type: `${base} ${list}${isStandard ? ' or_other' : ''}`, reads, list, other: isStandard ? last : null };
}

function isRange({ minimum, maximum }: QuestionSpec): boolean {
  return minimum !== null && maximum !== null && minimum < maximum;
}

function isOtherOption(spec: QuestionnaireSpec, words: FormWords, options: readonly OptionSpec[]): boolean {
  const last = options.at(-1);
  const meant = otherOption(words, spec.languages, options.slice(0, -1));
  const same = (a: OptionSpec | undefined, b: OptionSpec): boolean =>
    a !== undefined &&
    a.code === b.code &&
    a.name === b.name &&
    a.asksWhat &&
    !a.isExclusive &&
    Object.keys(a.label).length === Object.keys(b.label).length &&
    Object.entries(b.label).every(([language, text]) =>
      Object.entries(a.label).some(([key, value]) => key === language && value === text),
    ) &&
    Object.keys(a.filterValues).length + Object.keys(a.extras).length === 0;
  return same(last, meant);
}

/** Writes a question's row, and the rows that other programs need for its "other: what?". */
export function writeQuestion(context: WritingContext, question: QuestionSpec, place: WritingPlace): void {
  const { table } = context;
  const row = table.row();
  const written = typeCell(context, question);
  table.put(row, 'type', written.type);
  table.put(row, 'name', question.name);
  table.putText(row, 'label', question.wording);
  writeTexts(table, row, question, place);
  table.put(row, 'relevant', place.relevant);
  const { [ownKeys.type]: _type, [ownKeys.list]: _list, [ownKeys.group]: _group, [ownKeys.other]: _other, ...passed } = question.extras;
  table.pass(row, passed);
  writeAnswerRules(table, row, question);
  writeParameters(table, row, question, written);
  writeAppearance(table, row, question);
  table.put(row, 'choice_filter', question.optionFilter);
  table.put(row, 'repeat_count', question.repeatCount);
  writeOwn(table, row, question, written, place);
  for (const option of written.other === null ? optionsOf(context.spec, question) : []) {
    if (option.asksWhat && written.list !== null) writeSpecify(context, question, option);
  }
}

function optionsOf(spec: QuestionnaireSpec, question: QuestionSpec): readonly OptionSpec[] {
  return question.scale === null ? question.options : (spec.scales.find(({ key }) => key === question.scale)?.options ?? []);
}

function writeTexts(table: Table, row: TableRow, question: QuestionSpec, { lead }: WritingPlace): void {
  table.putText(row, 'hint', question.hint);
  table.putText(row, 'guidance_hint', question.instruction);
  table.putText(row, 'app::short_label', question.label);
  table.putText(row, 'app::unit', question.unit);
  if (isSameText(lead, question.lead)) return;
  if (question.lead === null) table.put(row, 'app::no_lead', 'yes');
  else table.putText(row, 'app::lead', question.lead);
}

/** Whether two texts say the same in every language. */
export function isSameText(a: QuestionSpec['lead'], b: QuestionSpec['lead']): boolean {
  const entries = (text: QuestionSpec['lead']): string =>
    JSON.stringify(Object.entries(text ?? {}).toSorted(([x], [y]) => (x < y ? -1 : 1)));
  return entries(a) === entries(b);
}

function writeAnswerRules(table: Table, row: TableRow, question: QuestionSpec): void {
  if (question.isRequired) table.put(row, 'required', question.requiredWhen ?? 'yes');
  table.putText(row, 'required_message', question.requiredMessage);
  table.put(row, 'calculation', question.calculation);
  if (question.defaultValue !== null) table.put(row, 'default', cellOfDefault(question.defaultValue));
  writeChecks(table, row, question);
}

/** One constraint for other programs; beside it what it is made of, where it does not say so itself. */
function writeChecks(table: Table, row: TableRow, question: QuestionSpec): void {
  const hard = question.checks.filter(({ severity }) => severity === 'hard');
  const soft = question.checks.filter(({ severity }) => severity === 'soft');
  const isOfRange = question.type === 'number' && question.extras[ownKeys.type] === 'range' && isRange(question);
  const { minimum, maximum } = isOfRange ? { minimum: null, maximum: null } : question;
  const constraint = joinedConstraint({ minimum, maximum, hard });
  table.put(row, 'constraint', constraint);
  table.putText(row, 'constraint_message', hard[0]?.message ?? null);
  const readsAsBounds =
    !isOfRange && question.type === 'number' && Object.keys(hard[0]?.message ?? {}).length === 0 && boundsOf(constraint) !== null;
  const saysItself =
    hard.length === 0 ? readsAsBounds || constraint === '' : hard.length === 1 && minimum === null && maximum === null && !readsAsBounds;
  if (!saysItself) {
    if (minimum !== null) table.put(row, 'app::minimum', String(minimum));
    if (maximum !== null) table.put(row, 'app::maximum', String(maximum));
    for (const [index, check] of hard.entries()) {
      table.put(row, `app::constraint_${index + 1}`, check.expression);
      if (index > 0) table.putText(row, `app::constraint_message_${index + 1}`, check.message);
    }
  }
  for (const [index, check] of soft.entries()) {
    const ending = index === 0 ? '' : `_${index + 1}`;
    table.put(row, `app::soft_constraint${ending}`, check.expression);
    table.putText(row, `app::soft_message${ending}`, check.message);
  }
}

function writeParameters(table: Table, row: TableRow, question: QuestionSpec, { type, list }: WrittenType): void {
  const rest = question.extras['parameters'] ?? '';
  const range =
    type !== 'range'
      ? ''
      : question.type === 'scale-0-10'
        ? 'start=0 end=10 step=1'
        : `start=${question.minimum ?? 1} end=${question.maximum ?? 10}`;
  const random = question.hasRandomOrder && list !== null ? 'randomize=true' : '';
  table.put(row, 'parameters', [range, random, rest].filter((part) => part !== '').join(' '));
}

function writeAppearance(table: Table, row: TableRow, question: QuestionSpec): void {
  const form = question.type !== 'date' ? '' : question.dateForm === 'month' ? 'month-year' : question.dateForm === 'year' ? 'year' : '';
  table.put(row, 'appearance', [question.extras['appearance'] ?? '', form].filter((part) => part !== '').join(' '));
}

/** What only we know, in columns that others pass over. */
function writeOwn(table: Table, row: TableRow, question: QuestionSpec, written: WrittenType, { gridList }: WritingPlace): void {
  const isInGrid = written.list !== null && written.list === gridList && question.optionFilter === null && written.other === null;
  const isShared = question.scale !== null;
  const sharesByPlace = isInGrid && written.reads === 'one';
  if (isShared !== sharesByPlace && written.list !== null) table.put(row, 'app::shared', isShared ? 'yes' : 'no');
  const reads = isShared && written.reads === 'one' ? 'scale' : written.reads;
  const isSaid = reads === question.type || (written.type === 'range' && question.type === 'scale-0-10') || question.type === 'note';
  if (!isSaid) table.put(row, 'app::type', question.type);
  if (question.type === 'register') table.put(row, 'app::register', question.registerKind);
  const saysDecimals =
    question.decimals === null || question.decimals === 0 || (written.type === 'range' && question.extras['parameters'] === undefined);
  if (question.type === 'number' && !saysDecimals) table.put(row, 'app::decimals', String(question.decimals));
  table.put(row, 'app::missing', question.reasons.map((reason) => reasonLetters[reason]).join(' '));
  if (question.isPerPerson) table.put(row, 'app::per_person', 'yes');
  if (question.isIdentifier) table.put(row, 'app::identifier', 'yes');
  if (question.isBackground) table.put(row, 'app::background', 'yes');
  if (question.rankCount !== null) table.put(row, 'app::rank_count', String(question.rankCount));
}

/** The words beside an option: a question of their own in other programs. */
function writeSpecify({ table, freeName }: WritingContext, question: QuestionSpec, option: OptionSpec): void {
  const row = table.row();
  const plain = choiceName(option).replaceAll(/[^\p{L}\p{N}_.-]/gu, '_');
  table.put(row, 'type', 'text');
  table.put(row, 'name', freeName(`${question.name}_${plain}`));
  table.putText(row, 'label', option.label);
  table.put(row, 'relevant', `selected(\${${question.name}}, '${choiceName(option)}')`);
  table.put(row, 'app::specify_of', question.name);
}
