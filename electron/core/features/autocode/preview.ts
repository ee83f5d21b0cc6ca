import { z } from 'zod';
import type { AutoCodeCounts, AutoCodePlace, AutoCodeRule, AutoCodeScope, AutoCodeUnit } from '../../../../shared/contract/autocode.ts';
import { makeSnippet } from '../../../../shared/search/index.ts';
import type { Call } from '../../rpc/call.ts';
import type { Statements } from '../../db/statements.ts';
import { wordsInside } from '../search/index.ts';
import { createPlaceFinder, type FoundText, type PlannedPlace } from './places.ts';
import { candidateIds, countScope, readScopeTexts } from './scope-texts.ts';
import { createStandingTest } from './standing.ts';

export interface AutoCodeWhat {
  readonly rule: AutoCodeRule;
  readonly scope: AutoCodeScope;
  readonly unit: AutoCodeUnit;
}

const textsAtATime = 5000;

/** What a rule finds, a portion at a time, with how many of how many texts have been looked through. */
export function* findInScope(call: Call, { rule, scope, unit }: AutoCodeWhat): Generator<{ done: number; of: number; found: FoundText[] }> {
  const find = createPlaceFinder(rule, unit);
  const ids = candidateIds(call.sql, scope, rule, wordsInside(call.workspace));
  for (let from = 0; from < ids.length; from += textsAtATime) {
    const some = ids.slice(from, from + textsAtATime);
    yield { done: from + some.length, of: ids.length, found: find(readScopeTexts(call.sql, some)) };
  }
}

/** Counts of what a rule would do, and its first places. @throws AppError PATTERN_UNREADABLE, PATTERN_TOO_SLOW */
export function previewRule(
  call: Call,
  { themeId, limit, ...what }: AutoCodeWhat & { readonly themeId: string | null; readonly limit: number },
): z.input<typeof AutoCodeCounts> & { first: z.input<typeof AutoCodePlace>[] } {
  const { sql, actorId } = call;
  const persons = new Set<string>();
  const counts = { texts: 0, hits: 0, places: 0, alreadyThere: 0 };
  const first: { readonly found: FoundText; readonly place: PlannedPlace; readonly isAlreadyThere: boolean }[] = [];
  for (const { found } of findInScope(call, what)) {
    const isThere = createStandingTest(sql, { textIds: found.map(({ text }) => text.id), themeId, actorId });
    for (const one of found) {
      counts.texts += 1;
      counts.hits += one.hitCount;
      counts.places += one.places.length;
      if (one.text.respondentId !== null) persons.add(one.text.respondentId);
      for (const place of one.places) {
        const isAlreadyThere = isThere(one.text.id, place, what.unit === 'text');
        if (isAlreadyThere) counts.alreadyThere += 1;
        if (first.length < limit) first.push({ found: one, place, isAlreadyThere });
      }
    }
  }
  const about = readAbout(
    sql,
    first.map(({ found }) => found.text.id),
  );
  return {
    ...counts,
    persons: persons.size,
    scanned: countScope(sql, what.scope),
    first: first.map(({ found, place, isAlreadyThere }) => ({ ...toPlace(found, place, about), isAlreadyThere })),
  };
}

const AboutRow = z.object({ id: z.string(), title: z.string().nullable(), wording: z.string().nullable() });
const aboutSql = `
SELECT DISTINCT text.id, coalesce(document.title, meeting.title) AS title, question.wording FROM json_each(:ids) AS wanted
JOIN text ON text.id = wanted.value LEFT JOIN question ON question.key = text.question_key
LEFT JOIN meeting ON meeting.id = text.meeting_id LEFT JOIN document ON document.text_id = text.id`;

type About = ReadonlyMap<string, z.infer<typeof AboutRow>>;

function readAbout(sql: Statements, ids: readonly string[]): About {
  return new Map(sql.all(AboutRow, aboutSql, { ids: JSON.stringify(ids) }).map((row) => [row.id, row]));
}

function toPlace({ text }: FoundText, place: PlannedPlace, about: About): Omit<z.input<typeof AutoCodePlace>, 'isAlreadyThere'> {
  const snippet = makeSnippet(text.body, place.hits);
  const from = about.get(text.id);
  const wording = from?.wording ?? null;
  return {
    textId: text.id,
    start: place.start,
    end: place.end,
    code: text.code,
    title: from?.title ?? null,
    // Localised texts are kept as JSON by language code.
    wording: wording === null ? null : (JSON.parse(wording) as Record<string, string>),
    language: text.language,
    text: snippet.text,
    marks: snippet.marks.map(({ start, end }) => ({ start, end })),
    isCutBefore: snippet.isCutBefore,
    isCutAfter: snippet.isCutAfter,
  };
}
