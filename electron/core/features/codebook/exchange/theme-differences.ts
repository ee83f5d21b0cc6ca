import type { ThemeDifference } from '../../../../../shared/contract/codebook-exchange.ts';
import type { CodebookTheme } from '../../../../../shared/model/codebook.ts';
import { languages, localised, type Language, type LocalisedText } from '../../../../../shared/model/text.ts';
import { cut } from '../../../../../shared/texts/index.ts';
import type { FileTheme } from './file-codebook.ts';

const longest = 300;
const most = 60;

/** Our theme before and after, and what the file says of it. */
export interface ThemeMeeting {
  readonly before: CodebookTheme;
  readonly after: CodebookTheme;
  readonly theirs: FileTheme;
  /** What a theme is called, by its id. */
  readonly nameOf: (themeId: string) => string;
  /** The theme under which the file has it; undefined where the file is no tree. */
  readonly theirParent: string | null | undefined;
}

/** Everything that the file says otherwise than we do, or says and we do not, and what comes of it. At most 60. */
export function themeDifferences(meeting: ThemeMeeting): ThemeDifference[] {
  const { before, after, theirs } = meeting;
  const texts = (['definition', 'inclusion', 'exclusion'] as const).flatMap((field) =>
    textDifferences(field, before[field], theirs[field], after[field]),
  );
  return [
    ...termDifferences(before, theirs, after),
    ...synonymDifferences(before, theirs, after),
    ...texts,
    ...otherDifferences(meeting),
  ].slice(0, most);
}

function difference(
  field: ThemeDifference['field'],
  language: Language | null,
  ours: string,
  theirs: string,
  effect: ThemeDifference['effect'],
) {
  return { field, language, ours: cut(ours, longest), theirs: cut(theirs, longest), effect };
}

function termDifferences(before: CodebookTheme, theirs: FileTheme, after: CodebookTheme): ThemeDifference[] {
  return textDifferences('term', before.terms, theirs.terms, after.terms).map((one) => {
    const isWord =
      one.effect === 'kept' && after.synonyms.some(({ language, term }) => language === one.language && cut(term, longest) === one.theirs);
    return isWord ? { ...one, effect: 'word' } : one;
  });
}

function textDifferences(
  field: ThemeDifference['field'],
  ours: LocalisedText,
  theirs: LocalisedText,
  after: LocalisedText,
): ThemeDifference[] {
  return languages.flatMap((language): ThemeDifference[] => {
    const own = ours[language] ?? '';
    const other = theirs[language] ?? '';
    if (other === '' || own === other) return [];
    const effect = own === '' ? 'added' : after[language] === other ? 'taken' : 'kept';
    return [difference(field, language, own, other, effect)];
  });
}

function synonymDifferences(before: CodebookTheme, theirs: FileTheme, after: CodebookTheme): ThemeDifference[] {
  const isIn = (theme: CodebookTheme, word: CodebookTheme['synonyms'][number]): boolean =>
    theme.synonyms.some(({ language, term }) => language === word.language && term === word.term);
  return theirs.synonyms
    .filter((word) => !isIn(before, word) && isIn(after, word))
    .map((word) => difference('synonym', word.language, '', word.term, 'added'));
}

function otherDifferences({ before, after, theirs, nameOf, theirParent }: ThemeMeeting): ThemeDifference[] {
  const found: ThemeDifference[] = [];
  const examples = after.examples.slice(before.examples.length);
  for (const { language, body } of examples) found.push(difference('example', language, '', body, 'added'));
  for (const { themeId } of after.differsFrom) {
    if (!before.differsFrom.some((own) => own.themeId === themeId)) found.push(difference('differs', null, '', nameOf(themeId), 'added'));
  }
  if (theirParent !== undefined && theirParent !== before.parentId) {
    const effect = after.parentId === theirParent ? 'taken' : 'kept';
    const name = (id: string | null): string => (id === null ? '' : nameOf(id));
    found.push(difference('parent', null, name(before.parentId), name(theirParent), effect));
  }
  const simple = (field: 'codable' | 'status' | 'colour' | 'number', own: string, other: string | undefined, then: string): void => {
    if (other !== undefined && other !== own) found.push(difference(field, null, own, other, then === other ? 'taken' : 'kept'));
  };
  simple('codable', yes(before.isCodable), theirs.isCodable === undefined ? undefined : yes(theirs.isCodable), yes(after.isCodable));
  simple('status', before.status, theirs.status, after.status);
  if (before.parentId === null && typeof theirs.colour === 'number')
    simple('colour', String(before.colour ?? ''), String(theirs.colour), String(after.colour ?? ''));
  simple('number', before.number, theirs.number ?? undefined, after.number);
  return found;
}

const yes = (is: boolean): string => (is ? 'yes' : 'no');

/** What a theme is called where one language has to do. */
export function plainName(theme: Pick<CodebookTheme, 'terms' | 'number'>, language: Language): string {
  const name = localised(theme.terms, language);
  return name === '' ? theme.number : name;
}
