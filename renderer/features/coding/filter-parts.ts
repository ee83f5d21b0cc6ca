import { type GridColumns, type GridFilter, type GridSource, Polarity } from '../../../shared/contract/coding.ts';
import { ActorId, VariableId } from '../../../shared/model/ids.ts';
import { localised, type Language } from '../../../shared/model/text.ts';

/** What rows can be filtered by, each with a list of values: a fact, a tone, or a closed question by its variable's id. */
export type FilterPart = 'serviceIds' | 'placeIds' | 'waveIds' | 'interviewerIds' | 'meetingIds' | 'coderIds' | 'polarities' | VariableId;

const factParts = ['serviceIds', 'placeIds', 'waveIds', 'interviewerIds', 'meetingIds', 'coderIds', 'polarities'] as const;
const lists = {
  serviceIds: 'services',
  placeIds: 'places',
  waveIds: 'waves',
  interviewerIds: 'interviewers',
  meetingIds: 'meetings',
  coderIds: 'coders',
} as const;

/** One value that can be ticked. Answers are written as in the address, "none" for no answer. */
export interface FilterValue {
  readonly id: string;
  readonly label: string;
}

export interface PartWords {
  readonly language: Language;
  readonly polarity: (polarity: Polarity | 'none') => string;
  readonly noAnswer: string;
}

const none = 'none';

function isFactPart(part: FilterPart): part is (typeof factParts)[number] {
  return (factParts as readonly string[]).includes(part);
}

/** What can be filtered by in this source: only what has something to choose between. */
export function partsFor(source: GridSource, known: GridColumns): FilterPart[] {
  const isMinutes = source.kind === 'minutes';
  const facts = factParts.filter((part) => {
    if (part === 'polarities') return true;
    if (part === 'coderIds') return !known.isBlind && known.coders.length > 1;
    return (part === 'meetingIds') === isMinutes && known[lists[part]].length > 1;
  });
  const questions = isMinutes ? [] : known.columns.filter((column) => column.options.length > 0).map((column) => column.variableId);
  return [...facts, ...questions];
}

/** The values of a part, in their order. */
export function valuesOf(part: FilterPart, known: GridColumns, words: PartWords): readonly FilterValue[] {
  if (part === 'polarities')
    return [...Polarity.options, none].map((id) => ({ id, label: words.polarity(id === none ? none : Polarity.parse(id)) }));
  if (isFactPart(part)) return known[lists[part]].map(({ id, name }) => ({ id, label: name }));
  const column = known.columns.find((one) => one.variableId === part);
  const options = (column?.options ?? []).map(({ code, label }) => ({ id: String(code), label: localised(label, words.language) }));
  return [...options, { id: none, label: words.noAnswer }];
}

/** Values that are asked for in a part. */
export function chosenIn(part: FilterPart, filter: GridFilter): readonly string[] {
  if (isFactPart(part)) return filter[part] ?? [];
  const asked = filter.answers?.find((one) => one.variableId === part);
  return (asked?.codes ?? []).map((code) => (code === null ? none : String(code)));
}

/** The filter with other values in a part; with none the part is not asked for. */
export function withChosen(
  part: FilterPart,
  filter: GridFilter,
  ids: readonly string[],
): { readonly [K in keyof GridFilter]: GridFilter[K] | undefined } {
  const isAny = ids.length > 0;
  if (part === 'polarities') {
    return { ...filter, polarities: isAny ? ids.map((id) => (id === none ? none : Polarity.parse(id))) : undefined };
  }
  if (part === 'coderIds') return { ...filter, coderIds: isAny ? ids.map((id) => ActorId.parse(id)) : undefined };
  if (isFactPart(part)) return { ...filter, [part]: isAny ? [...ids] : undefined };
  const others = (filter.answers ?? []).filter((one) => one.variableId !== part);
  const own = isAny ? [{ variableId: part, codes: ids.map((id) => (id === none ? null : Number(id))) }] : [];
  const answers = [...others, ...own];
  return { ...filter, answers: answers.length > 0 ? answers : undefined };
}

/** Parts that are asked for now. */
export function activeParts(filter: GridFilter, source: GridSource, known: GridColumns): FilterPart[] {
  return partsFor(source, known).filter((part) => chosenIn(part, filter).length > 0);
}
