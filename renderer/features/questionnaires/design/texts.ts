import type { Language, LocalisedText } from '../../../../shared/model/text.ts';

/** A text with another wording in one language; an empty one is no wording at all. */
export function withText(text: LocalisedText | null, language: Language, words: string): LocalisedText {
  const rest = Object.fromEntries(Object.entries(text ?? {}).filter(([other]) => other !== language));
  return words === '' ? rest : { ...rest, [language]: words };
}

/** The same for a text that need not be there: null when no language has words. */
export function withOptionalText(text: LocalisedText | null, language: Language, words: string): LocalisedText | null {
  const next = withText(text, language, words);
  return Object.keys(next).length === 0 ? null : next;
}

/** Whether a text that has words in some language has none in this one. */
export function isMissing(text: LocalisedText | null, language: Language): boolean {
  return (text?.[language] ?? '') === '' && Object.values(text ?? {}).some((words) => words !== '');
}
