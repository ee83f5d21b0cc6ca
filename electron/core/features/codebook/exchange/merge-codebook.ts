import type { ThemeChoice } from '../../../../../shared/contract/codebook-exchange.ts';
import type { CodebookSnapshot, CodebookTheme } from '../../../../../shared/model/codebook.ts';
import type { ThemeId } from '../../../../../shared/model/ids.ts';
import type { Language, LocalisedText } from '../../../../../shared/model/text.ts';
import { nextColour } from '../../themes/branch-colours.ts';
import type { FileTheme } from './file-codebook.ts';
import { idOfGuid } from './match-themes.ts';

/** What a file makes of our codebook. Nothing of ours is ever taken away: themes, words and examples are added, and texts replaced where asked. */
export interface MergedCodebook {
  readonly after: CodebookSnapshot;
  /** For each theme of the file, the one it became; null when it is left out. */
  readonly ids: readonly (ThemeId | null)[];
  /** Themes of the file whose "differs from" names one that is neither in it nor here. */
  readonly unknownDifferences: readonly { readonly line: number; readonly guid: string }[];
  /** Numbers of the file that others have here already: those themes got new ones. */
  readonly takenNumbers: readonly { readonly line: number; readonly number: string }[];
}

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Draft = Mutable<CodebookTheme>;

/** @param choices one per theme of the file; @param newId for themes whose GUID cannot be used */
export function mergeCodebook(
  ours: CodebookSnapshot,
  file: readonly FileTheme[],
  choices: readonly ThemeChoice[],
  newId: () => ThemeId,
): MergedCodebook {
  const ids = idsFor(ours, file, choices, newId);
  const drafts = new Map<ThemeId, Draft>(ours.themes.map((theme) => [theme.id, { ...theme, differsFrom: [...theme.differsFrom] }]));
  const numbers = new Numbers(ours, file);
  const isTree = file.some(({ parent }) => parent !== null);
  const owned = ours.themes.filter(({ parentId }) => parentId === null).map(({ colour }) => colour);
  for (const [at, theme] of file.entries()) {
    const id = ids[at] ?? null;
    const choice = choices[at];
    if (id === null || choice === undefined) continue;
    const parentId = parentOf(at, file, ids);
    if (choice.as === 'new') {
      const colour = theme.colour === undefined ? (parentId === null ? nextColour(owned) : null) : theme.colour;
      if (parentId === null) owned.push(colour);
      drafts.set(id, newTheme(theme, { id, parentId, colour, number: numbers.take(theme) }));
    } else {
      const known = drafts.get(id);
      if (known !== undefined && choice.as === 'same') enrich(known, theme, choice.take === 'theirs' ? { parentId, isTree } : null);
    }
  }
  undoLoops(drafts, ours);
  dropColours(drafts, ours);
  const unknownDifferences = linkDifferences(drafts, file, ids);
  return { after: { themes: inOrder([...drafts.values()]) }, ids, unknownDifferences, takenNumbers: numbers.taken };
}

function idsFor(
  { themes }: CodebookSnapshot,
  file: readonly FileTheme[],
  choices: readonly ThemeChoice[],
  newId: () => ThemeId,
): (ThemeId | null)[] {
  const used = new Set(themes.map(({ id }) => id));
  return file.map(({ guid }, at) => {
    const choice = choices[at];
    if (choice === undefined || choice.as === 'skip') return null;
    if (choice.as === 'same') return choice.themeId;
    const wanted = guid === null ? null : idOfGuid(guid);
    const id = wanted === null || used.has(wanted) ? newId() : wanted;
    used.add(id);
    return id;
  });
}

/** The nearest one above that is not left out. */
function parentOf(at: number, file: readonly FileTheme[], ids: readonly (ThemeId | null)[]): ThemeId | null {
  for (let above = file[at]?.parent ?? null; above !== null; above = file[above]?.parent ?? null) {
    const id = ids[above] ?? null;
    if (id !== null && id !== ids[at]) return id;
  }
  return null;
}

/** Numbers that people say: a file's stands unless one of ours, or one before it in the file, has it. */
class Numbers {
  readonly #used: Set<string>;
  #highest: number;
  readonly taken: { line: number; number: string }[] = [];

  constructor({ themes }: CodebookSnapshot, file: readonly FileTheme[]) {
    this.#used = new Set(themes.map(({ number }) => number));
    const numbers = [...themes, ...file].map(({ number }) => (/^\d{1,9}$/u.test(number ?? '') ? Number(number) : 0));
    this.#highest = numbers.reduce((most, number) => Math.max(most, number), 0);
  }

  take({ number, line }: FileTheme): string {
    if (number !== null && !this.#used.has(number)) {
      this.#used.add(number);
      return number;
    }
    if (number !== null) this.taken.push({ line, number });
    this.#highest += 1;
    return String(this.#highest).padStart(2, '0');
  }
}

function newTheme(theme: FileTheme, place: Pick<CodebookTheme, 'id' | 'parentId' | 'colour' | 'number'>): Draft {
  const { terms, synonyms, definition, inclusion, exclusion, examples, isCodable = true, status = 'in-use' } = theme;
  return {
    ...place,
    terms,
    synonyms: [...synonyms],
    definition,
    inclusion,
    exclusion,
    examples: [...examples],
    isCodable,
    status,
    differsFrom: [],
  };
}

const same = (one: { language: Language; term: string }, other: { language: Language; term: string }): boolean =>
  one.language === other.language && one.term.toLowerCase() === other.term.toLowerCase();

/** Adds to a theme of ours what the file says; `theirs` says where the file's word counts. */
function enrich(known: Draft, theme: FileTheme, theirs: { readonly parentId: ThemeId | null; readonly isTree: boolean } | null): void {
  const isTheirs = theirs !== null;
  const words = [...known.synonyms, ...theme.synonyms];
  // The keys of localised texts are languages.
  for (const [language, term] of Object.entries(theme.terms) as [Language, string][]) {
    const own = known.terms[language];
    if (own !== undefined && own !== term) words.push({ language, term: isTheirs ? own : term });
  }
  known.terms = merged(known.terms, theme.terms, isTheirs);
  known.definition = merged(known.definition, theme.definition, isTheirs);
  known.inclusion = merged(known.inclusion, theme.inclusion, isTheirs);
  known.exclusion = merged(known.exclusion, theme.exclusion, isTheirs);
  const names = Object.entries(known.terms).map(([language, term]) => ({ language: language as Language, term }));
  const kept: { language: Language; term: string }[] = [];
  for (const word of words) {
    const isOwn = known.synonyms.some((own) => own === word);
    if (isOwn || (!kept.some((one) => same(one, word)) && !names.some((one) => same(one, word)))) kept.push(word);
  }
  known.synonyms = kept;
  const isKnown = (given: CodebookTheme['examples'][number]): boolean =>
    known.examples.some((own) => own.language === given.language && own.body === given.body);
  known.examples = [...known.examples, ...theme.examples.filter((given) => !isKnown(given))];
  if (theirs === null) return;
  known.isCodable = theme.isCodable ?? known.isCodable;
  known.status = theme.status ?? known.status;
  if (theirs.isTree) known.parentId = theirs.parentId;
  if (theme.colour !== undefined && known.parentId === null) known.colour = theme.colour;
}

/** The very object when nothing is new: then nothing is written. */
function merged(ours: LocalisedText, theirs: LocalisedText, isTheirs: boolean): LocalisedText {
  const news = Object.entries(theirs).filter(([language, text]) => {
    // The keys of localised texts are languages.
    const own = ours[language as Language];
    return own === undefined || (isTheirs && own !== text);
  });
  return news.length === 0 ? ours : { ...ours, ...Object.fromEntries(news) };
}

/** Two codebooks can each be a tree and yet make a ring together: then what was to be moved stays where it stood. */
function undoLoops(drafts: ReadonlyMap<ThemeId, Draft>, { themes }: CodebookSnapshot): void {
  const before = new Map(themes.map(({ id, parentId }) => [id, parentId]));
  const safe = new Set<ThemeId>();
  for (const start of drafts.keys()) {
    for (let ring = ringFrom(start, drafts, safe); ring !== null; ring = ringFrom(start, drafts, safe)) {
      for (const id of ring) {
        const draft = drafts.get(id);
        if (draft !== undefined && before.has(id)) draft.parentId = before.get(id) ?? null;
      }
    }
  }
}

/** Only a theme at the top has a colour: one that is new below another, or moved there, has that of its branch. */
function dropColours(drafts: ReadonlyMap<ThemeId, Draft>, { themes }: CodebookSnapshot): void {
  const before = new Map(themes.map(({ id, parentId }) => [id, parentId]));
  for (const draft of drafts.values()) if (draft.parentId !== null && before.get(draft.id) !== draft.parentId) draft.colour = null;
}

/** The ring that the way up from a theme ends in; null, and all on the way safe, when it ends at the top. */
function ringFrom(start: ThemeId, drafts: ReadonlyMap<ThemeId, Draft>, safe: Set<ThemeId>): Set<ThemeId> | null {
  const way = new Set<ThemeId>();
  for (let at: ThemeId | null = start; at !== null && !safe.has(at); at = drafts.get(at)?.parentId ?? null) {
    if (way.has(at)) return new Set([...way].slice([...way].indexOf(at)));
    way.add(at);
  }
  for (const id of way) safe.add(id);
  return null;
}

function linkDifferences(drafts: ReadonlyMap<ThemeId, Draft>, file: readonly FileTheme[], ids: readonly (ThemeId | null)[]) {
  const byGuid = new Map(file.flatMap(({ guid }, at) => (guid === null ? [] : [[guid, ids[at] ?? null] as const])));
  const unknown: { line: number; guid: string }[] = [];
  for (const [at, theme] of file.entries()) {
    const own = drafts.get(ids[at] ?? noTheme);
    if (own === undefined) continue;
    for (const { guid, note } of theme.differsFrom) {
      const other = drafts.get(byGuid.get(guid) ?? idOfGuid(guid));
      if (other === undefined) {
        // One that is left out is not unknown.
        if (!byGuid.has(guid)) unknown.push({ line: theme.line, guid });
        continue;
      }
      if (other === own || own.differsFrom.some(({ themeId }) => themeId === other.id)) continue;
      own.differsFrom.push({ themeId: other.id, note });
      other.differsFrom.push({ themeId: own.id, note });
    }
  }
  for (const draft of drafts.values()) draft.differsFrom.sort((one, other) => (one.themeId < other.themeId ? -1 : 1));
  return unknown;
}

/** No theme has it. */
const noTheme = idOfGuid('no theme');

/** Parents before children; among siblings ours first, in our order, then the new ones in the file's. */
function inOrder(drafts: readonly Draft[]): CodebookTheme[] {
  const children = Map.groupBy(drafts, ({ parentId }) => parentId);
  const ordered: CodebookTheme[] = [];
  const waiting = (children.get(null) ?? []).toReversed();
  for (let draft = waiting.pop(); draft !== undefined; draft = waiting.pop()) {
    ordered.push(draft);
    waiting.push(...(children.get(draft.id) ?? []).toReversed());
  }
  return ordered;
}
