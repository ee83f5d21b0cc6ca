import { QuoteGroup, QuoteSearch, type ThemeCondition, type ThemeWanted } from '../../../shared/contract/quotes.ts';

/*
 * What is looked for, as it stands in the address: ids and fixed words only, never what somebody said. Parts with "~" between them, each
 * a letter and what it asks for. Whatever does not read as that is left out, so that an old or mistyped address still opens the screen.
 */

/** Lists of the search by their letter. */
const lists = {
  u: 'sources',
  p: 'placeIds',
  w: 'waveIds',
  s: 'serviceIds',
  h: 'aboutServiceIds',
  t: 'polarities',
  l: 'levels',
  c: 'certainties',
  k: 'coderIds',
  o: 'origins',
  v: 'statuses',
} as const;

const none = 'none';

function writeTheme({ themeId, isBranch }: ThemeWanted): string {
  return `${themeId}${isBranch ? '' : '!'}`;
}

function readTheme(text: string): object {
  return { themeId: text.replace('!', ''), isBranch: !text.endsWith('!') };
}

function writeCondition({ is, place, words, themes }: ThemeCondition): string {
  return `${is === 'with' ? 'm' : 'x'}:${place}:${place === 'words' ? words : ''}:${themes.map(writeTheme).join(',')}`;
}

/** The search as text; empty: everything. */
export function writeSearch(search: QuoteSearch): string {
  return [
    ...(search.themes ?? []).map((theme) => `e:${writeTheme(theme)}`),
    ...(search.conditions ?? []).map(writeCondition),
    ...Object.entries(lists).flatMap(([letter, name]) => {
      const values = search[name];
      return values === undefined ? [] : [`${letter}:${values.join(',')}`];
    }),
    ...(search.answers ?? []).map(({ variableId, codes }) => `a:${variableId}:${codes.map((code) => code ?? none).join(',')}`),
  ].join('~');
}

/** The search of an address. */
export function readSearch(text: string | undefined): QuoteSearch {
  let search: QuoteSearch = {};
  for (const part of (text ?? '').split('~')) {
    const next = QuoteSearch.safeParse(withPart(search, part.split(':')));
    if (next.success) search = next.data;
  }
  return search;
}

function withPart(search: QuoteSearch, [letter = '', first = '', second = '', third = '']: readonly string[]): object {
  const name = Object.entries(lists).find(([known]) => known === letter)?.[1];
  if (name !== undefined) return { ...search, [name]: first.split(',') };
  switch (letter) {
    case 'e':
      return { ...search, themes: [...(search.themes ?? []), readTheme(first)] };
    case 'm':
    case 'x': {
      const condition = {
        is: letter === 'm' ? 'with' : 'without',
        place: first,
        ...(second === '' ? {} : { words: Number(second) }),
        themes: third.split(',').map(readTheme),
      };
      return { ...search, conditions: [...(search.conditions ?? []), condition] };
    }
    case 'a': {
      const codes = second.split(',').map((code) => (code === none ? null : Number(code)));
      return { ...search, answers: [...(search.answers ?? []), { variableId: first, codes }] };
    }
    default:
      return search;
  }
}

/** The grouping of an address; by theme without a word. */
export function readGroup(text: string | undefined): QuoteGroup {
  return QuoteGroup.safeParse(text).data ?? 'theme';
}
