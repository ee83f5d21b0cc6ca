import type { BackgroundColumn } from '../../../shared/contract/coding.ts';
import { languages, localised, type Language } from '../../../shared/model/text.ts';

/** A name that says nothing by itself: "v12", "q3_1". */
const numbered = /^[a-z]{0,3}_?\d+(?:_\d+)*$/iu;

/**
 * What stands over a column beside the answers: the variable's name in readable form ("kjonn" is "Kjønn" when the question has
 * that word), or the question itself where the name is only a number. The column's title says the whole question.
 */
export function shortName({ name, title }: Pick<BackgroundColumn, 'name' | 'title'>, language: Language): string {
  if (numbered.test(name)) return localised(title, language);
  const wordings = languages.flatMap((one) => title[one] ?? []);
  const known = new Map(wordings.flatMap(wordsOf).map((word) => [folded(word), word.toLowerCase()]));
  const words = name.split(/[_\s]+/u).filter((word) => word !== '');
  return capital(words.map((word) => known.get(folded(word)) ?? word).join(' '));
}

function wordsOf(wording: string): string[] {
  return wording.match(/[\p{L}\d]+/gu) ?? [];
}

/** Letters as variable names write them: æ and ä as a or ae, ø and ö as o, å as a. */
function folded(word: string): string {
  return word.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'o').normalize('NFD').replaceAll(/\p{M}/gu, '');
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
