import type { QuestionId } from '../../../../../shared/model/ids.ts';
import type { Question } from '../../../../../shared/model/questionnaire.ts';
import type { ColumnMapping, FileQuestion, SurveyMapping } from '../../../../../shared/model/survey-file.ts';
import type { QuestionLink, UnreadValue } from '../../../../../shared/model/survey-import.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import type { ColumnProfile } from '../reading/column-profile.ts';
import { proposeSingle } from '../reading/propose-question.ts';
import { isOwnExport } from '../reading/round-keys.ts';
import { spellingKey } from '../reading/value-forms.ts';
import { alignOptions, familyOf, labelKey } from './align-options.ts';
import { fitQuestion, isImportable, type ColumnPart, type FitContext, type Fitted } from './fit-question.ts';
import { pairUp } from './likeness.ts';
import { unitLikeness } from './unit-likeness.ts';
import { recall, type Recalled, type RememberedMapping } from './remember-mapping.ts';
import { resolveColumns } from './resolve-columns.ts';

export interface MatchInput {
  readonly questions: readonly Question[];
  /** One per column of the file, in order. */
  readonly profiles: readonly ColumnProfile[];
  /** What the file is by itself. */
  readonly proposal: SurveyMapping;
  readonly remembered: RememberedMapping | null;
  /** The file's own questions become a version: they keep their wording, and their options only take codes from the questionnaire. */
  readonly asNewVersion: boolean;
  readonly language: Language;
}

export interface Matched {
  readonly mapping: SurveyMapping;
  readonly links: readonly QuestionLink[];
  readonly unread: readonly UnreadValue[];
  readonly remembered: 'none' | 'some' | 'all';
  readonly heldOnKey: string | null;
}

/** Below this, two wordings are two questions. */
const leastAlike = 0.55;
/** From here on a likeness needs no look. */
const plainlyAlike = 0.9;
/** A column of which less can be read as the question is another question. */
const leastShare = 0.5;
const sureShare = 0.8;

interface Linked {
  readonly link: QuestionLink;
  readonly question: FileQuestion;
  readonly unread: readonly UnreadValue[];
}

/**
 * Matches a file with a questionnaire: first as it was settled for an earlier file with these headers, then by what headers name,
 * then by likeness of wordings and options, one to one. Whatever is left becomes questions that are added. Pure.
 */
export function matchTarget(input: MatchInput): Matched {
  const { proposal, remembered } = input;
  const recalled = remembered === null ? null : recall(remembered, proposal.columns);
  const linked: Linked[] = recalled === null ? [] : recallLinks(input, recalled);
  const used = new Set(linked.flatMap(({ question }) => question.columns));
  const isLeftOut = (column: number): boolean => recalled?.roles.get(column) === 'skip' || recalled?.roles.get(column) === 'respondentCode';
  const take = (more: readonly Linked[]): void => {
    for (const one of more) for (const column of one.question.columns) used.add(column);
    linked.push(...more);
  };
  const isFree = (column: number): boolean =>
    !used.has(column) && !isLeftOut(column) && proposal.columns[column]?.role !== 'respondentCode';
  const isOpen = (question: Question): boolean => isImportable(question) && !linked.some(({ link }) => link.questionId === question.id);
  if (!input.asNewVersion) take(namedLinks(input, isFree, isOpen));
  const units = proposal.questions.filter(({ columns }) => columns.every(isFree));
  take(alikeLinks(input, units, input.questions.filter(isOpen)));
  const nearest = input.questions.filter(isOpen);
  take(
    leftOver(input, isFree).map((question) => ({
      question,
      unread: [],
      link: { key: question.key, questionId: null, basis: 'added', isSure: input.asNewVersion && !resembles(question, nearest) },
    })),
  );
  const inOrder = linked.toSorted((a, b) => firstColumn(a.question) - firstColumn(b.question));
  const questions = inOrder.map(({ question }) => question);
  return {
    mapping: { ...proposal, questions, columns: rolesOf(proposal.columns, questions, recalled) },
    links: inOrder.map(({ link }) => link),
    unread: inOrder.flatMap(({ unread }) => unread),
    remembered:
      recalled === null || recalled.questions.length === 0
        ? 'none'
        : recalled.isWhole && !inOrder.some(({ link }) => link.basis !== 'remembered')
          ? 'all'
          : 'some',
    heldOnKey:
      questions.find(({ columns, kind }) => kind === 'date' && recalled?.heldOnColumn !== null && columns[0] === recalled?.heldOnColumn)
        ?.key ?? null,
  };
}

const firstColumn = ({ columns }: FileQuestion): number => Math.min(...columns);

/** The columns' roles under a mapping's questions; columns of none are left out, and one holds the participants' codes. */
export function rolesOf(columns: readonly ColumnMapping[], questions: readonly FileQuestion[], recalled: Recalled | null): ColumnMapping[] {
  const codeColumn = [...(recalled?.roles ?? [])].find(([, role]) => role === 'respondentCode')?.[0];
  return columns.map((entry): ColumnMapping => {
    const question = questions.find((candidate) => candidate.columns.includes(entry.column));
    const base = { column: entry.column, header: entry.header };
    if (question === undefined) {
      if (entry.role === 'themes') return entry;
      const isCode = codeColumn === undefined ? entry.role === 'respondentCode' : entry.column === codeColumn;
      return { ...base, role: isCode ? 'respondentCode' : 'skip', questionKey: null };
    }
    const isSpecify = 'specifyColumn' in question && question.specifyColumn === entry.column;
    return { ...base, role: isSpecify ? 'specify' : question.kind, questionKey: question.key };
  });
}

/** What the columns of one question are called in the file, and how to look at them. */
export function fitContext(input: Pick<MatchInput, 'profiles' | 'proposal' | 'language'>, column: number): FitContext {
  const unit = input.proposal.questions.find(({ columns }) => columns.includes(column));
  const header = input.proposal.columns[column]?.header.findLast((text) => text !== '') ?? '';
  return {
    profileOf: (at) => input.profiles[at],
    decimalSign: input.proposal.decimalSign,
    language: input.language,
    label: unit?.label ?? header,
    group: unit?.group ?? null,
    isOwnExport: isOwnExport(input.proposal.columns.map((entry) => entry.header)),
  };
}

function recallLinks(input: MatchInput, recalled: Recalled): Linked[] {
  return recalled.questions.flatMap(({ variable, question }): Linked[] => {
    const target = input.questions.find(({ name }) => name === variable);
    const link: QuestionLink = { key: question.key, questionId: target?.id ?? null, basis: 'remembered', isSure: true };
    if (target === undefined || !isImportable(target)) return [];
    if (input.asNewVersion) {
      const unit = input.proposal.questions.find(({ columns }) => columns.includes(firstColumn(question)));
      if (unit === undefined || unit.kind !== familyOf(target)) return [];
      return [{ link: { ...link, key: unit.key }, question: alignOptions(unit, target), unread: [] }];
    }
    const fitted = fitQuestion(target, recalledParts(input, question, target), fitContext(input, firstColumn(question)));
    return fitted === null ? [] : [withLearned(link, fitted, question)];
  });
}

/** A tick and the words beside it may have one header: where the file itself puts the words in another column, it is believed. */
function recalledParts({ proposal }: MatchInput, question: FileQuestion, target: Question): ColumnPart[] {
  const unit = proposal.questions.find(({ columns }) => columns.includes(firstColumn(question)));
  const wordsOf = (one: FileQuestion | undefined): number | null =>
    one !== undefined && 'specifyColumn' in one ? one.specifyColumn : null;
  const isElsewhere = unit?.kind === question.kind && wordsOf(unit) !== null && wordsOf(unit) !== wordsOf(question);
  return isElsewhere ? partsOf(unit, target) : partsOf(question);
}

/** The fitted question with what was settled by hand last time: readings of values, separators, date forms. */
function withLearned(link: QuestionLink, { question, unread, share }: Fitted, before: FileQuestion): Linked {
  const key = question.key;
  if (question.kind === 'date' && before.kind === 'date') {
    const now: FileQuestion = { ...question, dateForm: question.ambiguous ? before.dateForm : question.dateForm, ambiguous: false };
    return { link: { ...link, key }, question: now, unread };
  }
  const missing = [...question.missing, ...before.missing.filter(({ text }) => !question.missing.some((word) => word.text === text))];
  if ((question.kind !== 'closed' && question.kind !== 'multiple') || !('options' in before))
    return { link: { ...link, key }, question: { ...question, missing }, unread };
  const options = question.options.map((option) => {
    const learned = before.options.find(({ code }) => code === option.code)?.spellings ?? [];
    return { ...option, spellings: [...new Set([...option.spellings, ...learned])] };
  });
  const known = new Set([...options.flatMap(({ spellings }) => spellings), ...missing.map(({ text }) => text)].map(spellingKey));
  const left = unread.filter(({ value }) => !known.has(spellingKey(value)));
  return {
    link: { ...link, key, isSure: left.length === 0 || share >= sureShare },
    question: { ...question, options, missing },
    unread: left,
  };
}

function namedLinks(input: MatchInput, isFree: (column: number) => boolean, isOpen: (question: Question) => boolean): Linked[] {
  const headers = input.proposal.columns.map(({ header }) => header);
  return resolveColumns(input.questions.filter(isImportable), headers).flatMap(({ question, parts, basis, isSure }): Linked[] => {
    const free = withOwnWords(
      input.proposal,
      parts.filter(({ column }) => isFree(column)),
      isFree,
    );
    const fitted = isOpen(question) && free.length > 0 ? fitQuestion(question, free, fitContext(input, free[0]?.column ?? 0)) : null;
    return fitted === null ? [] : [linkOf(question.id, basis, isSure, fitted)];
  });
}

/** The words beside "other" stand in a column that the file itself puts to the question. */
function withOwnWords(
  { questions }: SurveyMapping,
  parts: readonly ColumnPart[],
  isFree: (column: number) => boolean,
): readonly ColumnPart[] {
  const unit = questions.find(({ columns }) => columns.includes(parts[0]?.column ?? -1));
  const column = unit !== undefined && 'specifyColumn' in unit ? unit.specifyColumn : null;
  if (column === null || !isFree(column) || parts.some((part) => part.part === 'specify' || part.column === column)) return parts;
  return [...parts, { column, part: 'specify' }];
}

function linkOf(questionId: QuestionId, basis: QuestionLink['basis'], isSure: boolean, { question, unread, share }: Fitted): Linked {
  return { link: { key: question.key, questionId, basis, isSure: isSure && share >= sureShare }, question, unread };
}

function alikeLinks(input: MatchInput, units: readonly FileQuestion[], open: readonly Question[]): Linked[] {
  const isPossible = (unit: FileQuestion, question: Question): boolean => !input.asNewVersion || unit.kind === familyOf(question);
  const score = (one: number, other: number): number => {
    const [unit, question] = [units[one], open[other]];
    return unit === undefined || question === undefined || !isPossible(unit, question) ? 0 : unitLikeness(unit, question);
  };
  return pairUp(units.length, open.length, score, leastAlike).flatMap(({ one, other, score: alike }): Linked[] => {
    const [unit, question] = [units[one], open[other]];
    if (unit === undefined || question === undefined) return [];
    const basis = alike === 1 ? 'wording' : 'similar';
    if (input.asNewVersion) {
      const link: QuestionLink = { key: unit.key, questionId: question.id, basis, isSure: alike >= plainlyAlike };
      return [{ link, question: alignOptions(unit, question), unread: [] }];
    }
    const fitted = fitQuestion(question, partsOf(unit, question), fitContext(input, firstColumn(unit)));
    return fitted === null || fitted.share < leastShare ? [] : [linkOf(question.id, basis, alike >= plainlyAlike, fitted)];
  });
}

/** The columns of a file's question as parts of a questionnaire's; ticks go to the options with the same label. */
export function partsOf(unit: FileQuestion, target?: Question): ColumnPart[] {
  const specify = 'specifyColumn' in unit ? unit.specifyColumn : null;
  return unit.columns.flatMap((column, at): ColumnPart[] => {
    if (column === specify) return [{ column, part: 'specify' }];
    const option =
      unit.kind === 'multiple' && unit.form === 'indicator' ? unit.options.find((candidate) => candidate.column === column) : undefined;
    const ranked =
      unit.kind === 'multiple' && unit.form === 'ranks' ? unit.options.find((candidate) => candidate.column === column) : undefined;
    if (ranked !== undefined) return [{ column, part: 'place', nth: ranked.code }];
    if (option === undefined)
      return [{ column, part: unit.columns.length > 1 && unit.kind === 'multiple' ? 'place' : 'whole', nth: at + 1 }];
    if (target === undefined) return [{ column, part: 'option', code: option.code }];
    const texts = [option.label, ...option.spellings].map(labelKey);
    const own = target.options.find(({ label }) => Object.values(label).some((text) => texts.includes(labelKey(text))));
    return own === undefined ? [] : [{ column, part: 'option', code: own.code }];
  });
}

/** Questions of the columns that are none of the questionnaire's: as the file proposes them, or one by one where part is taken. */
function leftOver({ proposal, profiles }: MatchInput, isFree: (column: number) => boolean): FileQuestion[] {
  return proposal.questions.flatMap((unit) => {
    const free = unit.columns.filter(isFree);
    if (free.length === unit.columns.length) return [unit];
    return free.flatMap((column): FileQuestion[] => {
      const profile = profiles[column];
      if (profile === undefined || profile.filled === 0) return [];
      const label = profile.header.findLast((text) => text !== '') ?? '';
      return [proposeSingle(profile, label, null, { decimalSign: proposal.decimalSign, dateForm: null })];
    });
  });
}

/** Near enough to a question nobody has claimed that a person should look. */
function resembles(unit: FileQuestion, open: readonly Question[]): boolean {
  return open.some((question) => unitLikeness(unit, question) >= 0.4);
}
