import { isOneChoice, type AnswerOption, type Comparability, type Question } from '../../../../../shared/model/questionnaire.ts';
import type { FileOption, FileQuestion } from '../../../../../shared/model/survey-file.ts';
import type { QuestionChange } from '../../../../../shared/model/survey-import.ts';
import { localised, type Language } from '../../../../../shared/model/text.ts';
import { spellingKey } from '../reading/value-forms.ts';
import { likeness, pairUp, wordingKey } from './likeness.ts';

/** How alike two labels must be to be one option whose label was changed. */
const changedLabel = 0.8;

/** The kinds of answers a file's question and a questionnaire's can share. */
export function familyOf(question: Pick<Question, 'type'>): FileQuestion['kind'] | null {
  if (isOneChoice(question)) return 'closed';
  if (question.type === 'several' || question.type === 'rank') return 'multiple';
  if (question.type === 'number' || question.type === 'date') return question.type;
  return question.type === 'open' || question.type === 'register' ? 'open' : null;
}

/**
 * The file's question with the codes of the version before: the same label keeps its code, a label that is nearly the same keeps it
 * too, and a new one gets a code that was never used. Options that nobody chose stand in no cell, so those of a single choice are
 * taken over; columns per option show themselves which there are.
 */
export function alignOptions(question: FileQuestion, previous: Question): FileQuestion {
  if ((question.kind !== 'closed' && question.kind !== 'multiple') || previous.options.length === 0) return question;
  const codes = new Map<FileOption, number>();
  const rest = question.options.filter((option) => {
    const same = previous.options.find((old) => isSameLabel(old, option.label) || option.spellings.some((text) => isSameLabel(old, text)));
    if (same === undefined || [...codes.values()].includes(same.code)) return true;
    codes.set(option, same.code);
    return false;
  });
  const left = previous.options.filter(({ code }) => ![...codes.values()].includes(code));
  const near = pairUp(rest.length, left.length, (one, other) => labelLikeness(rest[one], left[other]), changedLabel);
  for (const { one, other } of near) {
    const [option, old] = [rest[one], left[other]];
    if (option !== undefined && old !== undefined) codes.set(option, old.code);
  }
  let next = Math.max(0, ...previous.options.map(({ code }) => code));
  const aligned = question.options.map((option): FileOption => ({ ...option, code: codes.get(option) ?? (next += 1) }));
  const unchosen = question.kind === 'closed' ? left.filter(({ code }) => !aligned.some((option) => option.code === code)) : [];
  const order = new Map(previous.options.map(({ code }, at) => [code, at] as const));
  const all = [
    ...aligned,
    ...unchosen.map((old): FileOption => ({ code: old.code, label: anyLabel(old), spellings: [], column: null, missing: null })),
  ];
  return {
    ...question,
    options: all.toSorted((a, b) => (order.get(a.code) ?? a.code + order.size) - (order.get(b.code) ?? b.code + order.size)),
  };
}

/** What has become of a question in the wave that a file holds; codes as `alignOptions` gave them. */
export function compareQuestion(question: FileQuestion, previous: Question | null, language: Language): QuestionChange {
  const none = { key: question.key, wordingBefore: '', newOptions: [] };
  if (previous === null) return { ...none, questionId: null, comparability: 'new' };
  const before = wordingOf(previous, language);
  const now = [question.group ?? '', question.label].join(' ').trim();
  const isReworded = ![before, ...wordingsOf(previous)].some((text) => spellingKey(text) === spellingKey(now));
  const { areChanged, added } = compareOptions(question, previous);
  const comparability: Comparability = areChanged ? 'changed-options' : isReworded ? 'changed-wording' : 'same';
  return { key: question.key, questionId: previous.id, comparability, wordingBefore: isReworded ? before : '', newOptions: added };
}

function compareOptions(question: FileQuestion, previous: Question): { areChanged: boolean; added: string[] } {
  if (question.kind !== 'closed' && question.kind !== 'multiple') return { areChanged: false, added: [] };
  const old = new Map(previous.options.map((option) => [option.code, option] as const));
  const added = question.options.filter(({ code }) => !old.has(code)).map(({ label }) => label);
  const isRelabelled = question.options.some(({ code, label, spellings }) => {
    const option = old.get(code);
    // Yes, no and the points of a scale have no labels to change.
    if (option === undefined || anyLabel(option) === '') return false;
    return ![label, ...spellings].some((text) => isSameLabel(option, text));
  });
  const isShorter =
    question.kind === 'multiple' && previous.options.some(({ code }) => !question.options.some((option) => option.code === code));
  return { areChanged: added.length > 0 || isRelabelled || isShorter, added };
}

function isSameLabel(option: AnswerOption, text: string): boolean {
  const key = labelKey(text);
  return key !== '' && Object.values(option.label).some((label) => labelKey(label) === key);
}

/** Spreadsheets put a number behind equal headers: "Other (please specify)8". */
export function labelKey(text: string): string {
  return spellingKey(text).replace(/(?<=\))\d{1,3}$/u, '');
}

function labelLikeness(option: FileOption | undefined, old: AnswerOption | undefined): number {
  if (option === undefined || old === undefined) return 0;
  return Math.max(0, ...Object.values(old.label).map((label) => likeness(wordingKey(label), wordingKey(option.label))));
}

function anyLabel(option: AnswerOption): string {
  return Object.values(option.label).find((text) => text !== '') ?? '';
}

function wordingOf({ lead, wording }: Question, language: Language): string {
  return [lead === null ? '' : localised(lead, language), localised(wording, language)].join(' ').trim();
}

function wordingsOf(question: Question): string[] {
  // The keys of a localised text are languages.
  return (Object.keys(question.wording) as Language[]).map((language) => wordingOf(question, language));
}
