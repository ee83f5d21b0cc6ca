import { z } from 'zod';
import type { SearchGroup, SearchHit } from '../../../../shared/contract/search.ts';
import { withBlanks } from '../../../../shared/expressions/text-pieces.ts';
import { Language, type Language as LanguageName, type LocalisedText } from '../../../../shared/model/text.ts';
import {
  createMatcher,
  isEmptySearch,
  makeSnippet,
  parseSearch,
  searchParts,
  type Matcher,
  type SearchPart,
} from '../../../../shared/search/index.ts';
import { isSearchWhole } from '../../db/search/keep-search.ts';
import { readVocabulary } from '../../db/search/vocabulary.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { compileSearch, type Compiled } from './compile.ts';
import { findByCode } from './find-by-code.ts';
import { readHitRows, type HitRow } from './hit-rows.ts';
import { countHits, hiddenKeys, readHits, type Entry, type Page, type Scope } from './index-sql.ts';
import { targetOf } from './targets.ts';
import { themesOnTexts } from './themes-on-texts.ts';
import { wordsInside } from './words-inside.ts';

type Hit = z.input<typeof SearchHit>;
export interface FoundGroup {
  readonly group: SearchGroup;
  readonly total: number;
  readonly hits: Hit[];
}
type Problem = 'nothing' | 'left-out' | 'not-ready';

export interface SearchInput extends Page {
  readonly text: string;
  readonly isTyping: boolean;
  readonly projectId?: string | undefined;
  readonly groups?: readonly SearchGroup[] | undefined;
}

/** Everything that answers what was typed, by groups. */
export function findEverywhere(call: Call, input: SearchInput): { groups: FoundGroup[]; problem: Problem | null } {
  const { sql, workspace } = call;
  const search = parseSearch(input.text, { isTyping: input.isTyping });
  if (isEmptySearch(search)) return { groups: [], problem: search.none.length > 0 ? 'left-out' : 'nothing' };
  // A file that may only be written to is made whole at open.
  if (workspace.isReadOnly && !isSearchWhole(workspace.db)) return { groups: [], problem: 'not-ready' };
  const languages = stemLanguages(sql);
  const tools = { vocabulary: readVocabulary(sql), wordsInside: wordsInside(workspace), languages };
  const compiled = compileSearch(search, tools);
  const scope = { hidden: hiddenKeys(sql, call.actorId), projectId: input.projectId };
  const matcher = createMatcher(search, languages);
  const wanted = new Set<SearchGroup>(input.groups ?? ['records', ...searchParts]);
  const groups = wanted.has('records') ? [findByCode(sql, input)] : [];
  for (const part of searchParts) if (wanted.has(part)) groups.push(findInPart(call, { compiled, matcher, scope, part, page: input }));
  return { groups: groups.filter((group) => group.total > 0), problem: null };
}

/** Languages whose forms are looked for: those the projects are held in. */
export function stemLanguages(sql: Statements): LanguageName[] {
  const rows = sql.all(z.object({ language: Language }), 'SELECT DISTINCT content_language AS language FROM project');
  return rows.length === 0 ? ['nb'] : rows.map((row) => row.language);
}

interface PartToFind {
  readonly compiled: Compiled;
  readonly matcher: Matcher;
  readonly scope: Scope;
  readonly part: SearchPart;
  readonly page: Page;
}

function findInPart(call: Call, { compiled, matcher, scope, part, page }: PartToFind): FoundGroup {
  const sought = { ...scope, part };
  const total = countHits(call.sql, compiled.loose, sought);
  if (total === 0) return { group: part, total, hits: [] };
  const entries = readHits(call.sql, compiled, sought, { ...page, total });
  const rows = rowsOf(call.sql, entries);
  const themes = themesOnTexts(
    call,
    entries.flatMap((entry) => (entry.source === 'text' ? [entry.id] : [])),
  );
  return {
    group: part,
    total,
    hits: entries.flatMap((entry) => {
      const row = rows.get(entry.source)?.get(entry.id);
      return row === undefined ? [] : [toHit(row, matcher, entry.isExact, themes.get(entry.id) ?? [])];
    }),
  };
}

function rowsOf(sql: Statements, entries: readonly Entry[]): Map<string, Map<string, HitRow>> {
  const bySource = Map.groupBy(entries, (entry) => entry.source);
  return new Map(
    [...bySource].map(([source, found]) => [
      source,
      readHitRows(
        sql,
        source,
        found.map((entry) => entry.id),
      ),
    ]),
  );
}

function toHit(row: HitRow, matcher: Matcher, isExact: boolean, themeIds: readonly string[]): Hit {
  const snippet = makeSnippet(row.body, matcher.marks(row.body));
  return {
    id: row.id,
    kind: row.kind,
    project: row.project,
    code: row.code,
    title: row.title,
    // Localised texts are kept as JSON by language code.
    wording: row.wording === null ? null : withBlanks(JSON.parse(row.wording) as LocalisedText),
    language: row.language,
    text: snippet.text,
    marks: snippet.marks.map(({ start, end }) => ({ start, end })),
    isCutBefore: snippet.isCutBefore,
    isCutAfter: snippet.isCutAfter,
    at: snippet.at,
    isExact,
    themeIds: [...themeIds],
    opens: targetOf(row.opens),
  };
}
