import type { Language } from './text.ts';

/**
 * BCP 47 tag of the forms of numbers, days and lists and of the alphabet of each language. Nynorsk has those of Bokmål: Chromium, and
 * with it the desktop program, carries no data of its own for it, and would write them in American English. What a text is marked as
 * written in is another matter.
 */
export const locales: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nb-NO', sv: 'sv-SE', en: 'en-GB' };
