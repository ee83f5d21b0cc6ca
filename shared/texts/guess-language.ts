import type { Language } from '../model/text.ts';

/** Words that one language has and its neighbours have not, or seldom. */
const tells: Readonly<Record<Language, ReadonlySet<string>>> = {
  nb: new Set(
    'ikke jeg hva fra noe noen dere hvordan hvor når også meg seg være vært blir sier til å nå bare mye etter gjøre jo hun'.split(' '),
  ),
  nn: new Set(
    'ikkje eg kva frå noko nokon de korleis kor når også meg seg vere vore blir seier til å no berre mykje etter gjere ho ein eit dei'.split(
      ' ',
    ),
  ),
  sv: new Set(
    'inte jag vad från något någon ni hur var när också mig sig vara varit blir säger till att nu bara mycket efter göra hon och är som för'.split(
      ' ',
    ),
  ),
  en: new Set(
    'not i what from something you how where when also me be been the and of to is was that it they she he for with have'.split(' '),
  ),
};

/** The language a text is written in, by its commonest words; `otherwise` where nothing tells. */
export function guessLanguage(text: string, otherwise: Language): Language {
  const counts = new Map<Language, number>();
  for (const [word] of text
    .slice(0, 20_000)
    .toLowerCase()
    .matchAll(/\p{L}+/gu))
    for (const language of ['nb', 'nn', 'sv', 'en'] as const)
      if (tells[language].has(word)) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [best, second] = [...counts].toSorted((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < 3 || best[1] === second?.[1]) return otherwise;
  return best[0];
}
