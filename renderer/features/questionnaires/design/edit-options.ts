import type { OptionSpec } from '../../../../shared/model/questionnaire-spec.ts';
import type { AnswerOption } from '../../../../shared/model/questionnaire.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { PastedOption } from './paste-options.ts';
import { withText } from './texts.ts';

/** Options as the file takes them: what other programs wrote beside them stays where it is known. */
export function optionSpecs(options: readonly (AnswerOption | OptionSpec)[]): OptionSpec[] {
  return options.map((option) => ({ ...option, extras: 'extras' in option ? option.extras : {} }));
}

/** The code after the highest one. */
function nextCode(options: readonly AnswerOption[]): number {
  return options.reduce((highest, option) => Math.max(highest, option.code), 0) + 1;
}

function newOption(code: number, language: Language, words: string): AnswerOption {
  return { code, name: null, label: withText({}, language, words), isExclusive: false, asksWhat: false, filterValues: {} };
}

/** The words of one option; one place after the last makes a new option. */
export function withLabel(options: readonly AnswerOption[], index: number, language: Language, words: string): AnswerOption[] {
  if (index >= options.length) return words === '' ? [...options] : [...options, newOption(nextCode(options), language, words)];
  return options.map((option, place) => (place === index ? { ...option, label: withText(option.label, language, words) } : option));
}

/** Something else about one option. */
export function withOption(options: readonly AnswerOption[], index: number, changes: Partial<AnswerOption>): AnswerOption[] {
  return options.map((option, place) => (place === index ? { ...option, ...changes } : option));
}

/**
 * Pasted lines from one place on. An empty option is filled, a full one is followed. In another language than the first the lines
 * translate what stands there, one by one. Codes of the lines are taken when they are free.
 */
export function withPasted(
  options: readonly AnswerOption[],
  index: number,
  language: Language,
  lines: readonly PastedOption[],
  isTranslation: boolean,
): AnswerOption[] {
  let rest = [...lines];
  let next = [...options];
  if (isTranslation) {
    for (let place = index; place < next.length && rest.length > 0; place += 1) {
      next = withLabel(next, place, language, rest[0]?.label ?? '');
      rest = rest.slice(1);
    }
    return next;
  }
  const here = next[index];
  let at = Math.min(index, next.length);
  if (here !== undefined && Object.values(here.label).every((words) => words === '')) {
    next = next.toSpliced(index, 1);
  } else if (here !== undefined) {
    at = index + 1;
  }
  const taken = new Set(next.map((option) => option.code));
  const hasFreeCodes = rest.every((line) => line.code !== null && !taken.has(line.code));
  for (const line of rest) {
    const code = hasFreeCodes && line.code !== null ? line.code : nextCode(next);
    next = next.toSpliced(at, 0, newOption(code, language, line.label));
    at += 1;
  }
  return next;
}

/** An option in another place. */
export function withMoved(options: readonly AnswerOption[], from: number, to: number): AnswerOption[] {
  const moved = options[from];
  if (moved === undefined || to < 0 || to >= options.length) return [...options];
  return options.toSpliced(from, 1).toSpliced(to, 0, moved);
}

/** Codes 1, 2, 3 in the order they stand. */
export function renumbered(options: readonly AnswerOption[]): AnswerOption[] {
  return options.map((option, index) => (option.code === index + 1 ? option : { ...option, code: index + 1 }));
}

/** Whether the codes are 1, 2, 3 and so on, in any order: nobody has given them a meaning of their own. */
export function areCounted(options: readonly AnswerOption[]): boolean {
  const codes = new Set(options.map((option) => option.code));
  return codes.size === options.length && options.every((option) => option.code >= 1 && option.code <= options.length);
}
