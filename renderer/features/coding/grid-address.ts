import { GridFilter, GridSort, GridSource } from '../../../shared/contract/coding.ts';

/*
 * What the grid shows, as it stands in the address: ids and fixed words only, never what somebody typed or said. Whatever does not
 * read as that is left out, so that an old or mistyped address still opens the grid.
 */

/** "minutes", "documents", or ids of questions. */
export function writeSource(source: GridSource): string {
  return source.kind === 'answers' ? source.variableIds.join(',') : source.kind;
}

/** The source of an address; null where it says none. */
export function readSource(text: string | undefined): GridSource | null {
  if (text === undefined || text === '') return null;
  const given = text === 'minutes' || text === 'documents' ? { kind: text } : { kind: 'answers', variableIds: text.split(',') };
  return GridSource.safeParse(given).data ?? null;
}

/** "answer:<question>:down", "length:up". */
export function writeSort({ by, variableId, direction }: GridSort): string {
  return [by, ...(variableId === undefined ? [] : [variableId]), direction].join(':');
}

/** The order of an address; undefined: as asked. */
export function readSort(text: string | undefined): GridSort | undefined {
  const parts = (text ?? '').split(':');
  const [by, variableId] = parts;
  return GridSort.safeParse({ by, direction: parts.at(-1), ...(parts.length === 3 ? { variableId } : {}) }).data;
}

const lists = {
  s: 'serviceIds',
  p: 'placeIds',
  w: 'waveIds',
  i: 'interviewerIds',
  m: 'meetingIds',
  k: 'coderIds',
  t: 'polarities',
} as const;
const themeSigns = { has: { true: 'b', false: 'e' }, lacks: { true: 'n', false: 'x' } } as const;
const none = 'none';

/** Parts of a filter with "~" between them, each a letter and what it asks for. What was typed to find words is not among them. */
export function writeFilter(filter: GridFilter): string {
  const parts = [
    ...(filter.only === undefined ? [] : [`o:${filter.only}`]),
    ...Object.entries(lists).flatMap(([letter, name]) => {
      const values = filter[name];
      return values === undefined ? [] : [`${letter}:${values.join(',')}`];
    }),
    ...(filter.themes ?? []).map(
      ({ themeId, has, isBranch }) => `${themeSigns[has ? 'has' : 'lacks'][isBranch ? 'true' : 'false']}:${themeId}`,
    ),
    ...(filter.answers ?? []).map(({ variableId, codes }) => `a:${variableId}:${codes.map((code) => code ?? none).join(',')}`),
  ];
  return parts.join('~');
}

/** The filter of an address; undefined: everything. */
export function readFilter(text: string | undefined): GridFilter | undefined {
  if (text === undefined || text === '') return undefined;
  let filter: GridFilter = {};
  for (const part of text.split('~')) {
    const next = GridFilter.safeParse(withPart(filter, part.split(':')));
    if (next.success) filter = next.data;
  }
  return Object.keys(filter).length === 0 ? undefined : filter;
}

function withPart(filter: GridFilter, [letter = '', first = '', second = '']: readonly string[]): object {
  const name = Object.entries(lists).find(([known]) => known === letter)?.[1];
  if (name !== undefined) return { ...filter, [name]: first.split(',') };
  if (letter === 'o') return { ...filter, only: first };
  if (letter === 'a') {
    const codes = second.split(',').map((code) => (code === none ? null : Number(code)));
    return { ...filter, answers: [...(filter.answers ?? []), { variableId: first, codes }] };
  }
  const has = letter === 'b' || letter === 'e';
  if (!has && letter !== 'n' && letter !== 'x') return { unknown: letter };
  return { ...filter, themes: [...(filter.themes ?? []), { themeId: first, has, isBranch: letter === 'b' || letter === 'n' }] };
}
