import fc from 'fast-check';
import type { CodebookSnapshot, CodebookTheme } from '../../../../../shared/model/codebook.ts';
import { ThemeId } from '../../../../../shared/model/ids.ts';
import { languages, Name, StoredText, type LocalisedText } from '../../../../../shared/model/text.ts';
import type { FileCodebook } from './file-codebook.ts';

/** A theme with nothing but an id, for tests. */
export function sameTheme(id: string): CodebookTheme {
  return {
    id: ThemeId.parse(id),
    number: '1',
    parentId: null,
    terms: {},
    synonyms: [],
    definition: {},
    inclusion: {},
    exclusion: {},
    examples: [],
    colour: null,
    isCodable: true,
    status: 'in-use',
    differsFrom: [],
  };
}

/** Characters that other formats stumble over, among ordinary ones. */
const unit = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'aeiouæøåäönrst ') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...'\n\t;,:|"\'<>&[]{}=+-@\\#()*·•1.2', '😀', 'e\u0301', '  ', '--- Røst codebook 1 ---', '\nTerm [nb]: '),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
);
// U+FFFE and U+FFFF cannot stand in XML at all.
const raw = fc.array(unit, { maxLength: 24 }).map((parts) =>
  parts
    .join('')
    .toWellFormed()
    .replaceAll(/[\uFFFE\uFFFF]/gu, ''),
);
const storable = raw.filter((text) => StoredText.safeParse(text).success).map((text) => StoredText.parse(text));
const name = raw.filter((text) => Name.safeParse(text).success).map((text) => Name.parse(text));
const language = fc.constantFrom(...languages);

function localisedOf(text: fc.Arbitrary<string>): fc.Arbitrary<LocalisedText> {
  return fc
    .dictionary(language, text, { maxKeys: 4 })
    .map((texts) => Object.fromEntries(Object.entries(texts).filter(([, words]) => words !== '')));
}

const someTheme = fc.record({
  terms: localisedOf(name),
  synonyms: fc.array(fc.record({ language, term: name }), { maxLength: 3 }),
  definition: localisedOf(storable),
  inclusion: localisedOf(storable),
  exclusion: localisedOf(storable),
  examples: fc.array(fc.record({ language, body: storable.filter((body) => body.trim() !== '') }), { maxLength: 3 }),
  isCodable: fc.boolean(),
  status: fc.constantFrom('in-use' as const, 'retired' as const),
  colour: fc.option(fc.integer({ min: 1, max: 12 })),
  number: fc.nat({ max: 99 }),
  id: fc.uuid(),
  /** How many levels below the one before, at most one. */
  depth: fc.nat({ max: 6 }),
  differs: fc.array(fc.record({ at: fc.nat({ max: 11 }), note: fc.option(storable) }), { maxLength: 2 }),
});

/** Any codebook: a tree of themes in order, ids and numbers each its own, differences both ways. */
export const anySnapshot: fc.Arbitrary<CodebookSnapshot> = fc
  .uniqueArray(someTheme, { minLength: 1, maxLength: 12, selector: ({ id }) => id })
  .map((given) => {
    const open: ThemeId[] = [];
    const themes = given.map(({ depth, differs: _differs, number, id, ...rest }, index): CodebookTheme => {
      open.length = Math.min(depth, open.length);
      const themeId = ThemeId.parse(id);
      const parentId = open.at(-1) ?? null;
      open.push(themeId);
      return {
        ...rest,
        id: themeId,
        parentId,
        number: String(number * 12 + index),
        colour: parentId === null ? rest.colour : null,
        differsFrom: [],
      };
    });
    const links = given.flatMap(({ differs }, index) => differs.map(({ at, note }) => ({ from: themes[index], to: themes[at], note })));
    const seen = new Set<string>();
    for (const { from, to, note } of links) {
      if (from === undefined || to === undefined || from === to) continue;
      const key = [from.id, to.id].toSorted().join();
      if (seen.has(key)) continue;
      seen.add(key);
      from.differsFrom.push({ themeId: to.id, note });
      to.differsFrom.push({ themeId: from.id, note });
    }
    for (const theme of themes) theme.differsFrom.sort((one, other) => (one.themeId < other.themeId ? -1 : 1));
    return { themes };
  });

/** The themes that were read from a file, as a codebook has them. */
export function asSnapshot({ themes }: Pick<FileCodebook, 'themes'>): unknown[] {
  return themes.map(({ line: _line, parent, guid, differsFrom, ...rest }) => ({
    ...rest,
    id: guid,
    parentId: parent === null ? null : (themes[parent]?.guid ?? null),
    differsFrom: differsFrom.map((other) => ({ themeId: other.guid, note: other.note })),
  }));
}
