import type { Call } from '../../rpc/call.ts';
import { placeCodings } from '../coding/index.ts';
import { themeName } from '../themes/theme-terms.ts';
import { createPlaceFinder, type FoundText } from './places.ts';
import { findInScope, type AutoCodeWhat } from './preview.ts';
import { readScopeTexts } from './scope-texts.ts';

export interface AutoCodeRun extends AutoCodeWhat {
  readonly themeId: string;
  readonly excluded: readonly { readonly textId: string; readonly start: number }[];
}

interface Outcome {
  placed: number;
  alreadyThere: number;
  texts: number;
  persons: number;
}

/** Looks first, a portion at a time so that it can be cancelled, and writes all at the end as one operation. */
export async function* runRule(
  call: Call,
  { themeId, excluded, ...what }: AutoCodeRun,
): AsyncGenerator<{ done: number; of: number }, Outcome> {
  const found: FoundText[] = [];
  for (const portion of findInScope(call, what)) {
    found.push(...portion.found);
    yield { done: portion.done, of: portion.of };
  }
  const leftOut = new Set(excluded.map(({ textId, start }) => `${textId} ${start}`));
  return call.commit((operation) => {
    const outcome = write(call, what, themeId, asTheyStand(call, what, found), leftOut);
    operation.label({ theme: themeName(call.sql, themeId), count: outcome.placed });
    return outcome;
  });
}

/** What was found in texts that have been corrected meanwhile is looked for again; those that are gone are left out. */
function asTheyStand(call: Call, { rule, unit }: AutoCodeWhat, found: readonly FoundText[]): FoundText[] {
  const now = new Map(
    readScopeTexts(
      call.sql,
      found.map(({ text }) => text.id),
    ).map((text) => [text.id, text]),
  );
  const find = createPlaceFinder(rule, unit);
  return found.flatMap((one) => {
    const text = now.get(one.text.id);
    if (text === undefined) return [];
    return text.body === one.text.body ? [one] : find([text]);
  });
}

function write(call: Call, { unit }: AutoCodeWhat, themeId: string, found: readonly FoundText[], leftOut: ReadonlySet<string>): Outcome {
  const outcome = { placed: 0, alreadyThere: 0, texts: 0, persons: 0 };
  const persons = new Set<string>();
  for (const { text, places } of found) {
    const wanted = places.filter(({ start }) => !leftOut.has(`${text.id} ${start}`));
    const ranges = wanted.map(({ start, end }) => (unit === 'text' ? undefined : { start, end }));
    const placed = placeCodings(call, { textId: text.id, themeId, origin: 'search' }, ranges);
    const changed = placed.filter(({ isChanged }) => isChanged).length;
    outcome.placed += changed;
    outcome.alreadyThere += placed.length - changed;
    if (changed === 0) continue;
    outcome.texts += 1;
    if (text.respondentId !== null) persons.add(text.respondentId);
  }
  return { ...outcome, persons: persons.size };
}
