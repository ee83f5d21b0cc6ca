import type { CodebookTheme } from '../../../../../shared/model/codebook.ts';
import { Language, languages, type LocalisedText } from '../../../../../shared/model/text.ts';
import { fieldLine as line, isPlainBefore, readMarked, writeMarked } from './marked-fields.ts';

/** Before what REFI-QDA's `Description` carries of a theme beside its definition: fields, `Label [language]: value`. */
export const fieldMark = '--- Røst codebook 1 ---';
const labels = ['Definition', 'Includes', 'Excludes', 'Term', 'Synonym', 'Example'] as const;
type Label = (typeof labels)[number];

/** The name of a theme by its id, for links. */
export type NameOf = (themeId: string) => string;

/** The description of a theme: its definition in the language of the file, then everything else. `nameIn` is the language of the name. */
export function writeDescription(theme: CodebookTheme, language: Language, nameIn: Language | null, nameOf: NameOf): string {
  const main = theme.definition[language] ?? '';
  const isPlain = isPlainBefore(main, fieldMark);
  const fields = [
    line('Language', null, language),
    ...(nameIn === null ? [line('Name', null, 'none')] : nameIn === language ? [] : [line('Name', null, nameIn)]),
    line('Number', null, theme.number),
    ...(theme.status === 'retired' ? [line('Status', null, 'retired')] : []),
    ...(theme.colour === null ? [] : [line('Colour', null, String(theme.colour))]),
    ...localisedLines('Term', theme.terms, nameIn),
    ...theme.synonyms.map((synonym) => line('Synonym', synonym.language, synonym.term)),
    ...localisedLines('Definition', theme.definition, isPlain ? language : null),
    ...localisedLines('Includes', theme.inclusion, null),
    ...localisedLines('Excludes', theme.exclusion, null),
    ...theme.examples.map((example) => line('Example', example.language, example.body)),
    ...theme.differsFrom.flatMap(({ themeId, note }) => [
      line('Differs from', themeId, nameOf(themeId).replaceAll(/\s+/gu, ' ')),
      ...(note === null ? [] : [line('Because', null, note)]),
    ]),
  ];
  return writeMarked(isPlain ? main : '', fieldMark, fields);
}

function localisedLines(label: Label, texts: LocalisedText, except: Language | null): string[] {
  return languages.flatMap((language) => {
    const text = texts[language];
    return text === undefined || language === except ? [] : [line(label, language, text)];
  });
}

/** What a description says. */
export interface DescriptionFields extends Pick<
  CodebookTheme,
  'terms' | 'synonyms' | 'definition' | 'inclusion' | 'exclusion' | 'examples' | 'status' | 'colour'
> {
  /** The language of the name; null when the name stands in for none. */
  readonly nameIn: Language | null;
  readonly number: string | null;
  readonly differsFrom: { guid: string; note: string | null }[];
}

/** A description that this program wrote, read back; null for any other. Lines that are no field are told to `onUnknown`. */
export function readDescription(text: string, onUnknown: (line: string) => void): DescriptionFields | null {
  const marked = readMarked(text, fieldMark, onUnknown);
  if (marked === null) return null;
  const found: Writable<DescriptionFields> = {
    nameIn: null,
    number: null,
    terms: {},
    synonyms: [],
    definition: {},
    inclusion: {},
    exclusion: {},
    examples: [],
    status: 'in-use',
    colour: null,
    differsFrom: [],
  };
  let main: Language = 'nb';
  let hasName = false;
  for (const { label, bracket, value } of marked.fields) {
    if (label === 'Language') main = Language.catch(main).parse(value);
    else if (label === 'Name') {
      hasName = true;
      found.nameIn = value === 'none' ? null : Language.catch(main).parse(value);
    } else if (!take(found, label, bracket, value)) onUnknown(`${label}: ${value}`);
  }
  if (!hasName) found.nameIn = main;
  if (marked.words !== '') found.definition = { ...found.definition, [main]: marked.words };
  return found;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** False when the field is not known. */
function take(found: Writable<DescriptionFields>, label: string, bracket: string, value: string): boolean {
  if (label === 'Number') found.number = value;
  else if (label === 'Status') found.status = value === 'retired' ? 'retired' : 'in-use';
  else if (label === 'Colour') found.colour = /^(?:[1-9]|1[0-2])$/u.test(value) ? Number(value) : null;
  else if (label === 'Differs from') found.differsFrom.push({ guid: bracket.toLowerCase(), note: null });
  else if (label === 'Because') {
    const last = found.differsFrom.pop();
    if (last === undefined) return false;
    found.differsFrom.push({ ...last, note: value });
  } else return takeWords(found, label, bracket, value);
  return true;
}

const isName: ReadonlySet<string> = new Set(['Term', 'Synonym']);

function takeWords(found: Writable<DescriptionFields>, label: string, bracket: string, value: string): boolean {
  const { data: language } = Language.safeParse(bracket);
  // Words that are none would be a theme's word or example without any.
  if (language === undefined || (value.trim() === '' && (value === '' || isName.has(label) || label === 'Example'))) return false;
  switch (label) {
    case 'Term':
      found.terms = { ...found.terms, [language]: value };
      return true;
    case 'Synonym':
      found.synonyms.push({ language, term: value });
      return true;
    case 'Definition':
      found.definition = { ...found.definition, [language]: value };
      return true;
    case 'Includes':
      found.inclusion = { ...found.inclusion, [language]: value };
      return true;
    case 'Excludes':
      found.exclusion = { ...found.exclusion, [language]: value };
      return true;
    case 'Example':
      found.examples.push({ language, body: value });
      return true;
    default:
      return false;
  }
}
