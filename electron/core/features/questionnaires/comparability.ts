import type { Comparability, Question } from '../../../../shared/model/questionnaire.ts';
import { languages, type LocalisedText } from '../../../../shared/model/text.ts';

/**
 * What the program finds has become of a question: other options when what can be answered differs, another wording when the words
 * that are read do; white space and capital letters count for nothing. A language that only one of them has says nothing about change.
 */
export function comparabilityOf(before: Question, after: Question): Comparability {
  if (haveOtherAnswers(before, after)) return 'changed-options';
  const areSaidAlike = (['wording', 'lead', 'hint'] as const).every((text) => isSameText(before[text], after[text]));
  return areSaidAlike ? 'same' : 'changed-wording';
}

/** The program's finding by how much it keeps apart. */
const apart: readonly Comparability[] = ['same', 'changed-wording', 'changed-options', 'new'];

/** Whether one finding keeps answers further apart than another. */
export function isFurtherApart(finding: Comparability, than: Comparability): boolean {
  return apart.indexOf(finding) > apart.indexOf(than);
}

/** Type, codes and labels, what may be chosen together and how many, the unit, and what dates, registers and calculations are about. */
function haveOtherAnswers(before: Question, after: Question): boolean {
  const kind = ({ type, dateForm, registerKind, rankCount, calculation }: Question): string =>
    JSON.stringify([type, dateForm, registerKind, type === 'rank' ? rankCount : null, type === 'calculated' ? calculation : null]);
  if (kind(before) !== kind(after) || before.options.length !== after.options.length) return true;
  if (!isSameText(before.unit, after.unit)) return true;
  return after.options.some((option, at) => {
    const old = before.options[at];
    if (old?.code !== option.code || !isSameText(old.label, option.label)) return true;
    return after.type === 'several' && old.isExclusive !== option.isExclusive;
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
