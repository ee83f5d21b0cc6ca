import { reasonLetters, type AnswerOption, type Question } from '../../../../../shared/model/questionnaire.ts';
import type { FileOption, MissingWord } from '../../../../../shared/model/survey-file.ts';
import { localised, type Language } from '../../../../../shared/model/text.ts';
import type { ValueCount } from '../reading/column-profile.ts';
import { missingReason, openMissingReason } from '../reading/missing-words.ts';
import { spellingKey } from '../reading/value-forms.ts';

type ChoiceQuestion = Pick<Question, 'type' | 'options' | 'reasons'>;

/** Words for yes and no, for questions whose options have no labels of their own. */
const yesWords = ['ja', 'yes', 'y', 'j', 'true', 'sann'];
const noWords = ['nei', 'nej', 'no', 'n', 'false', 'usann'];

/** How a column's values were understood as a question's options. */
export interface OptionReading {
  readonly options: FileOption[];
  /** Values that are no option and no reason for a missing answer, the commonest first. */
  readonly unread: readonly { readonly value: string; readonly count: number }[];
  /** Share of the filled cells that were understood, 0 to 1. */
  readonly share: number;
  /** What the file writes: labels, codes, or some of each. */
  readonly writes: 'labels' | 'codes' | 'mixed';
}

/**
 * Reads a column's different values as the options of a question: by label in any language of the version, by name, by code, or by
 * code and label together ("2 – Enig"). Where labels are numbers themselves, the reading under which every value is an option is
 * taken for the whole column. `values` null (too many to list) still gives options that read every usual spelling.
 */
export function readOptions(question: ChoiceQuestion, values: readonly ValueCount[] | null, language: Language): OptionReading {
  const given = (values ?? []).filter(({ label }) => reasonOf(question, label) === null);
  const labels = labelKeys(question);
  const codes = codeKeys(question, given);
  const byLabel = (key: string): number | undefined => labels.get(key) ?? numberedLabel(key, labels, codes);
  const allBy = (read: (key: string) => number | undefined): boolean => given.every(({ key }) => read(key) !== undefined);
  const byCode = (key: string): number | undefined => codes.get(key);
  const writes = allBy(byLabel) ? 'labels' : allBy(byCode) ? 'codes' : 'mixed';
  const read = (key: string): number | undefined => (writes === 'codes' ? (byCode(key) ?? byLabel(key)) : (byLabel(key) ?? byCode(key)));
  const spellings = new Map<number, Set<string>>(question.options.map(({ code }) => [code, new Set()]));
  const add = (text: string): void => {
    const code = read(spellingKey(text));
    if (code !== undefined) spellings.get(code)?.add(text);
  };
  for (const value of given) for (const spelling of value.spellings) add(spelling);
  for (const key of [...labels.keys(), ...codes.keys()]) add(key);
  const unread = given.filter(({ key }) => read(key) === undefined).toSorted((a, b) => b.count - a.count);
  const total = given.reduce((sum, { count }) => sum + count, 0);
  const lost = unread.reduce((sum, { count }) => sum + count, 0);
  return {
    options: question.options.map((option) => toFileOption(option, [...(spellings.get(option.code) ?? [])], language, read)),
    unread: unread.map(({ label, count }) => ({ value: label, count })),
    share: total === 0 ? 1 : (total - lost) / total,
    writes,
  };
}

/** Words that stand for a missing answer under this question: the usual ones the values hold, and the letters of its reasons. */
export function targetMissingWords(
  question: Pick<Question, 'type' | 'options' | 'reasons'>,
  values: readonly ValueCount[] | null,
): MissingWord[] {
  const taken = labelKeys(question);
  const found = (values ?? []).flatMap(({ label, key }): MissingWord[] => {
    const reason = taken.has(key) ? null : reasonOf(question, label);
    return reason === null ? [] : [{ text: label, reason }];
  });
  return [...found, { text: '', reason: 'not-recorded' }];
}

/** The reason a cell states: in words, or by the name or letter of one that the question offers. */
function reasonOf(question: ChoiceQuestion, text: string): MissingWord['reason'] | null {
  if (question.options.some((option) => Object.values(option.label).some((label) => spellingKey(label) === spellingKey(text)))) return null;
  const key = spellingKey(text).replaceAll(' ', '-');
  // A lone letter in an open answer is what somebody wrote.
  const isOpen = question.type === 'open' || question.type === 'register';
  const named = question.reasons.find((reason) => reason === key || (!isOpen && reasonLetters[reason].toLowerCase() === key));
  return named ?? (isOpen ? openMissingReason(text) : missingReason(text));
}

function labelKeys({ options, type }: ChoiceQuestion): Map<string, number> {
  const keys = new Map<string, number>();
  const add = (text: string, code: number): void => {
    const key = spellingKey(text);
    if (key !== '' && !keys.has(key)) keys.set(key, code);
  };
  for (const { code, label } of options) for (const text of Object.values(label)) add(text, code);
  for (const { code, name } of options) if (name !== null) add(name, code);
  if (type === 'yes-no' || type === 'consent') {
    for (const [at, words] of [yesWords, noWords].entries()) for (const word of words) add(word, options[at]?.code ?? at + 1);
  }
  return keys;
}

/** Codes as files write them: "2", "02", "2.0". Yes and no are often 1 and 0. */
function codeKeys({ options, type }: ChoiceQuestion, given: readonly ValueCount[]): Map<string, number> {
  const keys = new Map<string, number>();
  for (const { code } of options) {
    for (const text of [String(code), String(code).padStart(2, '0'), `${code}.0`, `${code},0`]) if (!keys.has(text)) keys.set(text, code);
  }
  const no = options[1]?.code;
  const isOneAndZero = given.some(({ key }) => key === '0') && !given.some(({ key }) => key === String(no));
  if ((type === 'yes-no' || type === 'consent') && no !== undefined && isOneAndZero) keys.set('0', no);
  return keys;
}

/** "2 – Enig", "(2) Enig", "Enig (2)": the label decides, and the number beside it must not be another option's code. */
function numberedLabel(key: string, labels: ReadonlyMap<string, number>, codes: ReadonlyMap<string, number>): number | undefined {
  const before = /^\(?(-?\d{1,3})\)?[\s.:=-]+(.+)$/u.exec(key);
  const after = /^(.+?)\s*\((-?\d{1,3})\)$/u.exec(key);
  const [number, label] = before !== null ? [before[1], before[2]] : [after?.[2], after?.[1]];
  const code = labels.get(label ?? '');
  const other = codes.get(number ?? '');
  return code !== undefined && other !== undefined && code !== other ? undefined : code;
}

function toFileOption(
  option: AnswerOption,
  spellings: string[],
  language: Language,
  read: (key: string) => number | undefined,
): FileOption {
  const shown = localised(option.label, language);
  // A label that reads as another option's code would take that option's cells.
  const label = shown !== '' && read(spellingKey(shown)) === option.code ? shown : String(option.code);
  return { code: option.code, label, spellings, column: null, missing: null };
}
