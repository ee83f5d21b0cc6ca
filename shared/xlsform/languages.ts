import { languages, type Language } from '../model/text.ts';

const names: Readonly<Record<Language, readonly string[]>> = {
  nb: [
    'nb',
    'no',
    'nob',
    'nor',
    'bokmål',
    'bokmal',
    'norsk',
    'norwegian',
    'norsk bokmål',
    'norwegian bokmål',
    'norwegian bokmal',
    'norska',
  ],
  nn: ['nn', 'nno', 'nynorsk', 'norsk nynorsk', 'norwegian nynorsk', 'nynorska'],
  sv: ['sv', 'swe', 'svenska', 'swedish', 'svensk'],
  en: ['en', 'eng', 'english', 'engelsk', 'engelska'],
};

/** How a language is written in the headers of files that Røst makes. */
export const headerNames: Readonly<Record<Language, string>> = {
  nb: 'Norsk bokmål (nb)',
  nn: 'Norsk nynorsk (nn)',
  sv: 'Svenska (sv)',
  en: 'English (en)',
};

/** Reads a language as forms write it: by its code in parentheses ("Norsk (nb)"), else by its name or code. Null for all others. */
export function languageOfName(written: string): Language | null {
  const text = written.trim().toLowerCase().normalize('NFC');
  const code = /\(([^()]*)\)\s*$/u.exec(text)?.[1]?.trim();
  // A code that is not ours decides too: "Norsk (se)" is no Bokmål.
  const tried = code === undefined || code === '' ? [text, text.split(/[-_]/u)[0] ?? ''] : [code, code.split(/[-_]/u)[0] ?? ''];
  return languages.find((language) => tried.some((word) => names[language].includes(word))) ?? null;
}

/** Short words that are frequent in one of the four languages and hardly occur in the others. */
const telling: Readonly<Record<Language, ReadonlySet<string>>> = {
  nb: new Set([
    'ikke',
    'jeg',
    'hva',
    'noe',
    'hvor',
    'hvordan',
    'hvilke',
    'hvilken',
    'hvem',
    'fra',
    'mye',
    'være',
    'hvis',
    'dere',
    'fikk',
    'bare',
    'noen',
  ]),
  nn: new Set([
    'ikkje',
    'eg',
    'kva',
    'noko',
    'kvar',
    'korleis',
    'kven',
    'frå',
    'mykje',
    'vere',
    'dersom',
    'fekk',
    'berre',
    'nokon',
    'deira',
    'meir',
  ]),
  sv: new Set([
    'inte',
    'jag',
    'vad',
    'något',
    'hur',
    'vilka',
    'vilken',
    'vem',
    'från',
    'mycket',
    'vara',
    'är',
    'och',
    'att',
    'någon',
    'också',
  ]),
  en: new Set([
    'the',
    'is',
    'are',
    'what',
    'how',
    'you',
    'your',
    'of',
    'and',
    'with',
    'which',
    'does',
    'this',
    'from',
    'who',
    'where',
    'have',
    'enter',
  ]),
};

/** The language that some texts are most likely in; the fallback when their words do not tell. */
export function guessLanguage(texts: Iterable<string>, fallback: Language): Language {
  const counts: Record<Language, number> = { nb: 0, nn: 0, sv: 0, en: 0 };
  for (const text of texts) {
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
      for (const language of languages) if (telling[language].has(word)) counts[language] += 1;
    }
  }
  const best = languages.toSorted((a, b) => counts[b] - counts[a])[0] ?? fallback;
  return counts[best] > counts[fallback] ? best : fallback;
}
