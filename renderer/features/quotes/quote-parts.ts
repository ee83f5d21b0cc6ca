import type { GridColumns } from '../../../shared/contract/coding.ts';
import { QuoteSearch } from '../../../shared/contract/quotes.ts';
import { VariableId } from '../../../shared/model/ids.ts';
import { localised, type Language } from '../../../shared/model/text.ts';
import type { Say } from '../../lib/text.ts';
import type { LooseSearch } from './use-quotes-view.ts';

const factParts = [
  'sources',
  'placeIds',
  'waveIds',
  'serviceIds',
  'aboutServiceIds',
  'polarities',
  'levels',
  'certainties',
  'coderIds',
  'origins',
  'statuses',
] as const;
type FactPart = (typeof factParts)[number];

/** What quotes can be filtered by: a fact, or a closed question by its variable's id. */
export type QuotePart = FactPart | VariableId;

export interface PartValue {
  readonly id: string;
  readonly label: string;
}

const none = 'none';
const lists = { placeIds: 'places', waveIds: 'waves', serviceIds: 'services', aboutServiceIds: 'services', coderIds: 'coders' } as const;

export function isFactPart(part: QuotePart): part is FactPart {
  return (factParts as readonly string[]).includes(part);
}

function isListPart(part: QuotePart): part is keyof typeof lists {
  return part in lists;
}

/** Parts that have something to choose between. */
export function quoteParts(known: GridColumns): readonly QuotePart[] {
  const facts = factParts.filter((part) => {
    if (part === 'coderIds') return !known.isBlind && known.coders.length > 1;
    return !isListPart(part) || known[lists[part]].length > 1;
  });
  return [...facts, ...known.columns.filter((column) => column.options.length > 0).map((column) => column.variableId)];
}

/** What a part is called. */
export function partName(part: QuotePart, known: GridColumns, say: Say, language: Language): string {
  if (isFactPart(part)) return say(`quotes.part.${part}`);
  const column = known.columns.find((one) => one.variableId === part);
  return column === undefined ? '' : localised(column.title, language);
}

/** The values of a part, in their order. */
export function partValues(part: QuotePart, known: GridColumns, say: Say, language: Language): readonly PartValue[] {
  if (isListPart(part)) return known[lists[part]].map(({ id, name }) => ({ id, label: name }));
  switch (part) {
    case 'sources':
      return (['answers', 'remarks', 'minutes', 'documents'] as const).map((id) => ({ id, label: say(`quotes.source.${id}`) }));
    case 'polarities':
      return [
        ...(['positive', 'negative', 'mixed', 'neutral', 'suggestion'] as const).map((id) => ({ id, label: say(`coding.polarity.${id}`) })),
        { id: none, label: say('quotes.value.none') },
      ];
    case 'levels':
      return [
        ...(['individual', 'service', 'system'] as const).map((id) => ({ id, label: say(`quotes.level.${id}`) })),
        { id: none, label: say('quotes.value.none') },
      ];
    case 'certainties':
      return (['explicit', 'inferred'] as const).map((id) => ({ id, label: say(`quotes.certainty.${id}`) }));
    case 'origins':
      return (['coder', 'accepted-suggestion', 'search', 'import', 'consensus'] as const).map((id) => ({
        id,
        label: say(`quotes.origin.${id}`),
      }));
    case 'statuses':
      return (['raw', 'proposed', 'cleared', 'needs-a-look'] as const).map((id) => ({
        id,
        label: id === 'raw' ? say('quotes.statusFilter.raw') : say(`quotes.status.${id}`),
      }));
    default: {
      const column = known.columns.find((one) => one.variableId === part);
      const options = (column?.options ?? []).map(({ code, label }) => ({ id: String(code), label: localised(label, language) }));
      return [...options, { id: none, label: say('quotes.value.noAnswer') }];
    }
  }
}

/** Values that are asked for in a part. */
export function chosenIn(part: QuotePart, search: QuoteSearch): readonly string[] {
  if (isFactPart(part)) return search[part] ?? [];
  return (search.answers?.find((one) => one.variableId === part)?.codes ?? []).map((code) => (code === null ? none : String(code)));
}

/** The search with other values in a part; with none the part is not asked for. */
export function withChosen(part: QuotePart, search: QuoteSearch, ids: readonly string[]): LooseSearch {
  if (isFactPart(part)) {
    const next = QuoteSearch.safeParse({ ...search, [part]: ids.length === 0 ? undefined : [...ids] });
    return next.success ? { ...next.data, [part]: next.data[part] } : search;
  }
  const others = (search.answers ?? []).filter((one) => one.variableId !== part);
  const own = ids.length === 0 ? [] : [{ variableId: part, codes: ids.map((id) => (id === none ? null : Number(id))) }];
  const answers = [...others, ...own];
  return { ...search, answers: answers.length === 0 ? undefined : answers };
}
