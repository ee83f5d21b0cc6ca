import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import type { Language } from '../model/text.ts';

/** Words shorter than this are forms of nothing: "en", "av", "har". */
const shortest = 4;

// Nynorsk endings differ (-ane, -ene, -a); the Norwegian algorithm knows both written forms.
const stemmers: Readonly<Record<Language, (word: string) => string>> = { nb: norwegian, nn: norwegian, sv: swedish, en: english };

/** The stem of a word in lower case, by Snowball: forms of one word share it. A short word is its own stem. */
export function stem(word: string, language: Language): string {
  return word.length < shortest ? word : stemmers[language](word);
}

/** Whether a stem is looked for at all. */
export function hasStem(word: string): boolean {
  return word.length >= shortest;
}

/** A stemmer that remembers: the same words come again and again. */
export function createStemmer(language: Language): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const made = stem(word, language);
    known.set(word, made);
    return made;
  };
}
