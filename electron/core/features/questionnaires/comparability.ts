import type { Comparability, Question } from '../../../../shared/model/questionnaire.ts';
import { languages, type LocalisedText } from '../../../../shared/model/text.ts';

/**
 * What the program finds has become of a question: other options when type, scale, codes or labels differ, another wording when the
 * words do; white space and capital letters count for nothing. A language that only one of them has says nothing about change.
 */
export function comparabilityOf(before: Question, after: Question): Comparability {
  if (haveOtherAnswers(before, after)) return 'changed-options';
  return isSameText(before.wording, after.wording) && isSameText(before.lead, after.lead) ? 'same' : 'changed-wording';
}

function haveOtherAnswers(before: Question, after: Question): boolean {
  if (before.type !== after.type || before.options.length !== after.options.length) return true;
  if (!isSameText(before.unit, after.unit)) return true;
  return after.options.some((option, at) => {
    const old = before.options[at];
    return old?.code !== option.code || !isSameText(old.label, option.label);
  });
}

/** Whether two texts say the same in every language that both have; texts without a common language do not. */
export function isSameText(before: LocalisedText | null, after: LocalisedText | null): boolean {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (old.size === 0 || now.size === 0) return old.size === now.size;
  const common = [...old.keys()].filter((language) => now.has(language));
  return common.length > 0 && common.every((language) => old.get(language) === now.get(language));
}

function wordsOf(text: LocalisedText | null): Map<string, string> {
  return new Map(
    languages
      .map((language) => [language, (text?.[language] ?? '').replaceAll(/\s+/gu, ' ').trim().toLowerCase()] as const)
      .filter(([, words]) => words !== ''),
  );
}

/** The question of the version before that measures the same: by variable, else the one it was made from. */
export function questionBefore(question: Question, before: readonly Question[]): Question | null {
  return before.find(({ name }) => name === question.name) ?? before.find(({ id }) => id === question.previousId) ?? null;
}
