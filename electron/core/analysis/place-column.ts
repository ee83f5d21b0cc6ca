import type { PlaceMode } from '../../../shared/contract/analysis.ts';
import { rollUp, type PlaceBreak, type PlaceRegister, type RollUp } from '../../../shared/model/place-lineage/index.ts';
import { languages, type LocalisedText } from '../../../shared/model/text.ts';
import type { KnownPlaces } from '../places/place-register.ts';
import type { AnswerOption } from './questions.ts';
import { reasonValue, type CodeColumn } from './stored-answers.ts';
import type { Units } from './units.ts';

/** Key of the category for what nobody can say the place of. */
export const notAttributableKey = 'not-attributable';

/** Places as a column, with what must be said about them. */
export interface PlaceColumn {
  readonly column: CodeColumn;
  readonly mode: PlaceMode;
  /** Changes that the table crosses, by day. Their place in this list is the number of their mark. */
  readonly breaks: readonly PlaceBreak[];
  /** Recorded places behind each category. */
  readonly members: Readonly<Record<string, readonly string[]>>;
  /** Names of places counted as not attributable because they were divided. */
  readonly lost: readonly string[];
  /** Places of which records are counted elsewhere because somebody decided so, with where. */
  readonly attributed: readonly { readonly from: string; readonly to: string }[];
}

const superscripts = ['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/** "¹²": the marks of the changes with these numbers, from 0. Thin spaces keep two marks apart. */
export function marksOf(numbers: readonly number[]): string {
  return numbers
    .map((at) => [...String(at + 1)].map((digit) => (digit === '0' ? '⁰' : (superscripts[Number(digit) - 1] ?? ''))).join(''))
    .join('\u2009');
}

/** The same text in every language: names are not translated. */
export function sameInAll(text: string): LocalisedText {
  return Object.fromEntries(languages.map((language) => [language, text]));
}

function recordedPlaces({ placeIds }: Units, register: PlaceRegister): string[] {
  return [...new Set(placeIds)].filter((id) => id !== null).filter((id) => register.place(id) !== undefined);
}

interface Home {
  readonly key: string;
  readonly name: string | null;
  readonly breaks: readonly PlaceBreak[];
}

/** The categories of a way to count, what is not attributable last. */
function homesOf(rolled: RollUp): Home[] {
  const lost = new Set(rolled.notAttributable);
  // What was divided is the reason; where its parts went is told by the same note.
  const touching = rolled.breaks.filter(({ kind, from }) => kind === 'split' && from.some((id) => lost.has(id)));
  return [
    ...rolled.groups.map(({ id, name, breaks }) => ({ key: id, name, breaks })),
    ...(lost.size === 0 ? [] : [{ key: notAttributableKey, name: null, breaks: touching }]),
  ];
}

/** Recorded places behind each category: where two tables have the same, they count the same persons. */
function membersOf(rolled: RollUp): Record<string, readonly string[]> {
  return {
    ...Object.fromEntries(
      rolled.groups.map(({ id, placeIds, attributed }) => [id, [...new Set([...placeIds, ...attributed.map(({ placeId }) => placeId)])]]),
    ),
    ...(rolled.notAttributable.length === 0 ? {} : { [notAttributableKey]: rolled.notAttributable }),
  };
}

/**
 * The places of the interviews as a column. Counts add up in every mode: a record is in one category or has no place recorded.
 * @param notAttributable what to call what cannot be placed
 */
export function placeColumn(
  { register, attributions }: KnownPlaces,
  units: Units,
  mode: PlaceMode,
  notAttributable: LocalisedText,
): PlaceColumn {
  const rolled = rollUp(register, recordedPlaces(units, register), mode, attributions);
  const homes = homesOf(rolled);
  const isMarked = new Set(homes.flatMap(({ breaks }) => breaks.map(({ id }) => id)));
  const marked = rolled.breaks.filter(({ id }) => isMarked.has(id));
  const numberOf = new Map(marked.map(({ id }, at) => [id, at]));
  const categories = homes.map(({ key, name, breaks }, code): AnswerOption => {
    const marks = marksOf(breaks.flatMap(({ id }) => numberOf.get(id) ?? []).toSorted((a, b) => a - b));
    const label = name === null ? notAttributable : sameInAll(name);
    return { code, key, label: Object.fromEntries(Object.entries(label).map(([language, text]) => [language, `${text}${marks}`])) };
  });
  const codeOf = new Map(homes.map(({ key }, code) => [key, code]));
  const nameOf = (id: string): string => rollUp(register, [id], 'as-recorded').groups[0]?.name ?? '';
  const values = Int16Array.from(units.placeIds, (placeId, at) => {
    if (placeId === null || register.place(placeId) === undefined) return reasonValue('not-recorded');
    return codeOf.get(rolled.groupOf(placeId, units.serviceIds[at] ?? null) ?? notAttributableKey) ?? reasonValue('not-recorded');
  });
  return {
    column: { kind: 'codes', categories, values },
    mode,
    breaks: marked,
    members: membersOf(rolled),
    lost: rolled.notAttributable.map(nameOf),
    attributed: rolled.groups.flatMap(({ name, attributed }) => attributed.map(({ placeId }) => ({ from: nameOf(placeId), to: name }))),
  };
}

/**
 * Changes between waves: some persons of one wave come from what was there before, some of another from what came after. The
 * waves after each are marked.
 */
export function wavesAcross(
  { register }: Pick<KnownPlaces, 'register'>,
  units: Units,
): { readonly breaks: readonly PlaceBreak[]; readonly marks: readonly string[] } {
  const recorded = recordedPlaces(units, register);
  const found = rollUp(register, recorded, 'as-recorded').breaks.flatMap((each) => {
    const before = recorded.filter((id) => each.from.some((from) => from === id || register.flowOf(id).has(from)));
    const after = recorded.filter((id) => each.to.some((to) => to === id || register.flowOf(to).has(id)));
    const wavesIn = (ids: readonly string[]): Set<number> =>
      new Set(units.placeIds.flatMap((id, at) => (id !== null && ids.includes(id) ? [units.waveIndex[at] ?? -1] : [])));
    const [earlier, later] = [wavesIn(before), wavesIn(after)];
    const marked = [...later].filter((wave) => [...earlier].some((other) => other < wave));
    return marked.length === 0 ? [] : [{ each, marked }];
  });
  return {
    breaks: found.map(({ each }) => each),
    marks: units.waves.map((_, wave) => marksOf(found.flatMap(({ marked }, at) => (marked.includes(wave) ? [at] : [])))),
  };
}
