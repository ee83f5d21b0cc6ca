import { z } from 'zod';
import type { QuoteSearch, ThemeWanted } from '../../../../shared/contract/quotes.ts';
import type { Retrieval } from '../../../../shared/retrieval/index.ts';
import type { Statements } from '../../db/statements.ts';
import { readBackground, type ClosedValue } from '../coding/background.ts';
import type { CodingFacts, QuotedText, QuoteMaterial } from './read-material.ts';

const ThemeRow = z.object({ id: z.string(), parent_id: z.string().nullable() });
const BodyRow = z.object({ id: z.string(), body: z.string() });

type Test<T> = (one: T) => boolean;

/** What a search asks of themes, texts and codings. */
export function compileSearch(sql: Statements, material: QuoteMaterial, search: QuoteSearch): Retrieval {
  const branches = readBranches(sql);
  const mask = (wanted: readonly ThemeWanted[]): Uint8Array => themeMask(material, branches, wanted);
  const ofText = textTests(sql, material, search);
  const ofCoding = codingTests(search);
  const { texts, facts } = material;
  return {
    themes:
      search.themes === undefined || search.themes.length === 0 ? new Uint8Array(material.themeIds.length).fill(1) : mask(search.themes),
    conditions: (search.conditions ?? []).map(({ is, themes, place, words }) => ({
      isWith: is === 'with',
      themes: mask(themes),
      place,
      words,
    })),
    isTextWanted: (at) => holdsAll(ofText, texts[at]),
    isCodingWanted: (at) => holdsAll(ofCoding, facts[at]),
    bodyOf: bodyReader(sql, texts),
  };
}

function holdsAll<T>(tests: readonly Test<T>[], one: T | undefined): boolean {
  return one !== undefined && tests.every((test) => test(one));
}

/** Themes under each theme. */
function readBranches(sql: Statements): ReadonlyMap<string | null, readonly string[]> {
  const rows = sql.all(ThemeRow, 'SELECT id, parent_id FROM theme', {});
  return new Map([...Map.groupBy(rows, (row) => row.parent_id)].map(([parent, children]) => [parent, children.map(({ id }) => id)]));
}

function themeMask(
  { themeIds, themeNumbers }: QuoteMaterial,
  children: ReadonlyMap<string | null, readonly string[]>,
  wanted: readonly ThemeWanted[],
): Uint8Array {
  const mask = new Uint8Array(themeIds.length);
  for (const { themeId, isBranch } of wanted) {
    const left: string[] = [themeId];
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      const at = themeNumbers.get(id);
      // A theme that was met already has its branch in the mask, or will have: trees have no way back.
      if (at !== undefined) mask[at] = 1;
      if (isBranch) left.push(...(children.get(id) ?? []));
    }
  }
  return mask;
}

function among<T>(ids: readonly string[] | undefined, of: (one: T) => string | null): Test<T>[] {
  if (ids === undefined) return [];
  const wanted = new Set(ids);
  return [(one) => wanted.has(of(one) ?? 'none')];
}

function textTests(sql: Statements, material: QuoteMaterial, search: QuoteSearch): Test<QuotedText>[] {
  return [
    ...among<QuotedText>(search.sources, (text) => text.source),
    ...among<QuotedText>(search.placeIds, (text) => text.placeId),
    ...among<QuotedText>(search.waveIds, (text) => text.waveId),
    ...among<QuotedText>(search.serviceIds, (text) => text.serviceId),
    ...(search.answers === undefined ? [] : [answered(sql, material, search.answers)]),
  ];
}

/** What whoever said it answered to closed questions; nobody's words answer nothing, which is not "no answer". */
function answered(sql: Statements, { texts }: QuoteMaterial, answers: NonNullable<QuoteSearch['answers']>): Test<QuotedText> {
  const variables = [...new Set(answers.map((one) => one.variableId))];
  const keys = [...new Set(texts.map(({ interviewKey }) => interviewKey))].filter((key) => key !== 0);
  const background = readBackground(sql, variables, keys);
  const wanted = answers.map((one) => ({ codes: new Set(one.codes), at: variables.indexOf(one.variableId) }));
  return ({ interviewKey, instance }) => {
    if (interviewKey === 0) return false;
    const values = background(interviewKey, instance);
    return wanted.every(({ codes, at }) => fits(codes, values[at] ?? null));
  };
}

function fits(codes: ReadonlySet<number | null>, value: ClosedValue): boolean {
  return Array.isArray(value) ? value.some((code) => codes.has(code)) || (value.length === 0 && codes.has(null)) : codes.has(value);
}

function codingTests(search: QuoteSearch): Test<CodingFacts>[] {
  return [
    ...among<CodingFacts>(search.polarities, (one) => one.polarity),
    ...among<CodingFacts>(search.levels, (one) => one.level),
    ...among<CodingFacts>(search.certainties, (one) => one.certainty),
    ...among<CodingFacts>(search.coderIds, (one) => one.coderId),
    ...among<CodingFacts>(search.origins, (one) => one.origin),
    ...among<CodingFacts>(search.aboutServiceIds, (one) => one.serviceId),
  ];
}

/** Reads words one text at a time: only those that a condition counts words or looks for paragraphs in. */
function bodyReader(sql: Statements, texts: readonly QuotedText[]): (at: number) => string {
  let last: { readonly at: number; readonly body: string } | null = null;
  return (at) => {
    if (last?.at !== at) {
      const row = sql.get(BodyRow, 'SELECT id, body FROM text WHERE id = :id', { id: texts[at]?.id ?? '' });
      last = { at, body: row?.body ?? '' };
    }
    return last.body;
  };
}
