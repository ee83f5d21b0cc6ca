import { z } from 'zod';
import type { CodebookSnapshot, CodebookTheme } from './codebook.ts';
import { ThemeId } from './ids.ts';
import { Language, languages, localised, type LocalisedText } from './text.ts';

const InLanguage = { themeId: ThemeId, language: Language };
const Words = z.string().nullable();

/** One thing that has changed from one codebook to another. Before and after are null where there was, or is, nothing. */
export const CodebookChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('added'), themeId: ThemeId }),
  z.strictObject({ kind: z.literal('removed'), themeId: ThemeId }),
  /** Gone, and its name is now a word for `intoId`. */
  z.strictObject({ kind: z.literal('merged'), themeId: ThemeId, intoId: ThemeId }),
  /** Under another theme, or (null) at the top. */
  z.strictObject({ kind: z.literal('moved'), themeId: ThemeId, fromId: ThemeId.nullable(), toId: ThemeId.nullable() }),
  z.strictObject({ kind: z.literal('renamed'), ...InLanguage, before: Words, after: Words }),
  z.strictObject({ kind: z.literal('definition'), ...InLanguage, before: Words, after: Words }),
  z.strictObject({ kind: z.literal('inclusion'), ...InLanguage, before: Words, after: Words }),
  z.strictObject({ kind: z.literal('exclusion'), ...InLanguage, before: Words, after: Words }),
  z.strictObject({ kind: z.literal('synonyms'), ...InLanguage, added: z.array(z.string()), removed: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('examples'), ...InLanguage, added: z.array(z.string()), removed: z.array(z.string()) }),
  /** Said to differ from another, no longer, or told apart in other words. */
  z.strictObject({ kind: z.literal('differs'), themeId: ThemeId, otherId: ThemeId, is: z.enum(['added', 'removed', 'changed']) }),
  z.strictObject({ kind: z.literal('retired'), themeId: ThemeId }),
  z.strictObject({ kind: z.literal('returned'), themeId: ThemeId }),
  /** Can be coded with now, or only holds others now. */
  z.strictObject({ kind: z.literal('codable'), themeId: ThemeId, isCodable: z.boolean() }),
]);
export type CodebookChange = z.infer<typeof CodebookChange>;

/**
 * What has changed from one codebook to a later one. Themes are the same by their id, so that a renamed theme is renamed and not another.
 * In the order of the later one, then those that are gone. The order among siblings, numbers and colours are not meaning, and left out.
 */
export function compareCodebooks(before: CodebookSnapshot, after: CodebookSnapshot): CodebookChange[] {
  const old = new Map(before.themes.map((theme) => [theme.id, theme]));
  const now = new Set(after.themes.map((theme) => theme.id));
  const stayed = after.themes.flatMap((theme): CodebookChange[] => {
    const was = old.get(theme.id);
    return was === undefined ? [{ kind: 'added', themeId: theme.id }] : changesOf(was, theme, now);
  });
  const gone = before.themes.filter((theme) => !now.has(theme.id));
  return [...stayed, ...gone.map((theme) => departure(theme, old, after))];
}

function departure(theme: CodebookTheme, old: ReadonlyMap<ThemeId, CodebookTheme>, after: CodebookSnapshot): CodebookChange {
  const names = Object.entries(theme.terms).map(([language, term]) => `${language} ${plain(term)}`);
  const heir = after.themes.find((other) => {
    const had = wordsOf(old.get(other.id));
    return names.length > 0 && names.every((name) => wordsOf(other).has(name)) && !names.every((name) => had.has(name));
  });
  return heir === undefined ? { kind: 'removed', themeId: theme.id } : { kind: 'merged', themeId: theme.id, intoId: heir.id };
}

function wordsOf(theme: CodebookTheme | undefined): ReadonlySet<string> {
  if (theme === undefined) return new Set();
  return new Set([
    ...Object.entries(theme.terms).map(([language, term]) => `${language} ${plain(term)}`),
    ...theme.synonyms.map(({ language, term }) => `${language} ${plain(term)}`),
  ]);
}

function plain(term: string): string {
  return term.normalize('NFC').toLowerCase();
}

function changesOf(was: CodebookTheme, is: CodebookTheme, now: ReadonlySet<ThemeId>): CodebookChange[] {
  const themeId = is.id;
  const changes: CodebookChange[] = [];
  if (was.parentId !== is.parentId) changes.push({ kind: 'moved', themeId, fromId: was.parentId, toId: is.parentId });
  if (was.status !== is.status) changes.push({ kind: is.status === 'retired' ? 'retired' : 'returned', themeId });
  if (was.isCodable !== is.isCodable) changes.push({ kind: 'codable', themeId, isCodable: is.isCodable });
  changes.push(
    ...texts('renamed', themeId, was.terms, is.terms),
    ...texts('definition', themeId, was.definition, is.definition),
    ...texts('inclusion', themeId, was.inclusion, is.inclusion),
    ...texts('exclusion', themeId, was.exclusion, is.exclusion),
    ...lists('synonyms', themeId, was.synonyms.map(asWords), is.synonyms.map(asWords)),
    ...lists('examples', themeId, was.examples.map(asExample), is.examples.map(asExample)),
    ...differences(was, is, now),
  );
  return changes;
}

interface Said {
  readonly language: Language;
  readonly words: string;
}
const asWords = ({ language, term }: CodebookTheme['synonyms'][number]): Said => ({ language, words: term });
const asExample = ({ language, body }: CodebookTheme['examples'][number]): Said => ({ language, words: body });

function texts(
  kind: 'renamed' | 'definition' | 'inclusion' | 'exclusion',
  themeId: ThemeId,
  was: LocalisedText,
  is: LocalisedText,
): CodebookChange[] {
  return languages.flatMap((language) => {
    const before = was[language] ?? null;
    const after = is[language] ?? null;
    return before === after ? [] : [{ kind, themeId, language, before, after }];
  });
}

function lists(kind: 'synonyms' | 'examples', themeId: ThemeId, was: readonly Said[], is: readonly Said[]): CodebookChange[] {
  return languages.flatMap((language) => {
    const before = new Set(was.filter((one) => one.language === language).map((one) => one.words));
    const after = new Set(is.filter((one) => one.language === language).map((one) => one.words));
    const added = [...after].filter((words) => !before.has(words));
    const removed = [...before].filter((words) => !after.has(words));
    return added.length + removed.length === 0 ? [] : [{ kind, themeId, language, added, removed }];
  });
}

/** "Differs" stands at both themes; it is told once, at the one with the smaller id, and not of themes that are gone. */
function differences(was: CodebookTheme, is: CodebookTheme, now: ReadonlySet<ThemeId>): CodebookChange[] {
  const before = new Map(was.differsFrom.map((other) => [other.themeId, other.note]));
  const after = new Map(is.differsFrom.map((other) => [other.themeId, other.note]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((otherId) => is.id < otherId && now.has(otherId))
    .flatMap((otherId): CodebookChange[] => {
      if (!before.has(otherId)) return [{ kind: 'differs', themeId: is.id, otherId, is: 'added' }];
      if (!after.has(otherId)) return [{ kind: 'differs', themeId: is.id, otherId, is: 'removed' }];
      return before.get(otherId) === after.get(otherId) ? [] : [{ kind: 'differs', themeId: is.id, otherId, is: 'changed' }];
    });
}

/** What a theme of a codebook is called: its name in the reader's language, else its number. */
export function codebookName(theme: CodebookTheme, language: Language): string {
  const name = localised(theme.terms, language);
  return name === '' ? theme.number : name;
}
