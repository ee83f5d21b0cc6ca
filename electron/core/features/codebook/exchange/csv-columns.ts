import { Language, languages } from '../../../../../shared/model/text.ts';

/** A field of a theme in a table. */
export type CsvField =
  | 'id'
  | 'parentId'
  | 'parent'
  | 'number'
  | 'level'
  | 'term'
  | 'synonyms'
  | 'definition'
  | 'includes'
  | 'excludes'
  | 'examples'
  | 'colour'
  | 'codable'
  | 'status'
  | 'differs';

/** What a column holds; language null where the header names none. `part` is the level that the column's names stand at, from 1. */
export interface CsvColumn {
  readonly field: CsvField | 'levelName';
  readonly language: Language | null;
  readonly part: number;
}

/** The header as this program writes it: English names, so that a file is the same whoever writes it. */
export const ownHeader: readonly { readonly header: string; readonly field: CsvField; readonly language: Language | null }[] = [
  { header: 'id', field: 'id', language: null },
  { header: 'parent_id', field: 'parentId', language: null },
  { header: 'number', field: 'number', language: null },
  { header: 'level', field: 'level', language: null },
  ...(['term', 'synonyms', 'definition', 'includes', 'excludes', 'examples'] as const).flatMap((field) =>
    languages.map((language) => ({ header: `${field}_${language}`, field, language })),
  ),
  { header: 'colour', field: 'colour', language: null },
  { header: 'codable', field: 'codable', language: null },
  { header: 'status', field: 'status', language: null },
  { header: 'differs_from', field: 'differs', language: null },
];

/** What other programs and people call the columns, in small letters without signs. Earlier fields win over later ones. */
const names: readonly (readonly [CsvField, readonly string[]])[] = [
  ['id', ['id', 'guid', 'uuid', 'code id', 'theme id']],
  ['parentId', ['parent id', 'parent guid', 'parentid']],
  [
    'parent',
    [
      'parent',
      'parent code',
      'parent name',
      'parent theme',
      'forelder',
      'overordnet',
      'overordnet tema',
      'hovudtema',
      'hovedtema',
      'förälder',
      'överordnat',
      'överordnat tema',
      'huvudtema',
      'under',
    ],
  ],
  ['level', ['level', 'depth', 'nivå', 'niva']],
  ['number', ['number', 'no', 'nr', 'nummer', 'code number', 'kodenummer']],
  [
    'term',
    [
      'term',
      'name',
      'theme',
      'code',
      'code name',
      'codename',
      'tag',
      'label',
      'node',
      'title',
      'navn',
      'namn',
      'tema',
      'temanavn',
      'kode',
      'kodenavn',
      'kod',
      'kodnamn',
      'benevnelse',
      'benämning',
      'merkelapp',
    ],
  ],
  [
    'synonyms',
    [
      'synonyms',
      'synonym',
      'synonymer',
      'synonymord',
      'also',
      'aliases',
      'alias',
      'other words',
      'andre ord',
      'andra ord',
      'også',
      'også kalt',
    ],
  ],
  [
    'definition',
    [
      'definition',
      'definisjon',
      'description',
      'beskrivelse',
      'beskriving',
      'beskrivning',
      'forklaring',
      'förklaring',
      'comment',
      'kommentar',
      'memo',
      'meaning',
      'code memo',
    ],
  ],
  [
    'includes',
    [
      'includes',
      'include',
      'inclusion',
      'inclusion criteria',
      'inkluderer',
      'inkluderar',
      'inklusjon',
      'inklusion',
      'hører hit',
      'hör hit',
      'when to use',
      'use when',
    ],
  ],
  [
    'excludes',
    [
      'excludes',
      'exclude',
      'exclusion',
      'exclusion criteria',
      'ekskluderer',
      'ekskluderar',
      'exkluderar',
      'eksklusjon',
      'exklusion',
      'hører ikke hit',
      'hör inte hit',
      'when not to use',
      'do not use when',
    ],
  ],
  ['examples', ['examples', 'example', 'anchor examples', 'anchor example', 'eksempel', 'eksempler', 'ankereksempler', 'exempel', 'döme']],
  ['colour', ['colour', 'color', 'farge', 'färg']],
  ['codable', ['codable', 'is codable', 'iscodable', 'kan kodes']],
  ['status', ['status']],
  ['differs', ['differs from', 'differs']],
];

const languageNames: Readonly<Record<string, Language>> = {
  nb: 'nb',
  nn: 'nn',
  sv: 'sv',
  en: 'en',
  no: 'nb',
  bokmål: 'nb',
  nynorsk: 'nn',
  norsk: 'nb',
  svenska: 'sv',
  svensk: 'sv',
  swedish: 'sv',
  english: 'en',
  engelsk: 'en',
  engelska: 'en',
  norwegian: 'nb',
};

/** What a column of a file is by its header; null when it is none of ours. */
export function columnOf(header: string): CsvColumn | null {
  const plain = header
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[_.:()[\]/-]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const level = /^(?:level|nivå|niva|tema|theme|code|kode|kod) ?(\d)$/u.exec(plain);
  if (level !== null) return { field: 'levelName', language: null, part: Number(level[1]) };
  const own = fieldNamed(plain);
  if (own !== null) return { field: own, language: null, part: 0 };
  const [, words = '', last = ''] = /^(.*) (\S+)$/u.exec(plain) ?? [];
  const language = languageNames[last];
  const field = language === undefined ? null : fieldNamed(words);
  return field === null || language === undefined ? null : { field, language, part: 0 };
}

function fieldNamed(plain: string): CsvField | null {
  return names.find(([, words]) => words.includes(plain))?.[0] ?? null;
}

/** Several texts in one cell, `|` between them; the sign itself, and the one that escapes it, are escaped. */
export function joinList(items: readonly string[]): string {
  const cell = items.map((item) => item.replaceAll(/[\\|]/gu, String.raw`\$&`)).join(' | ');
  // Where nothing else says that `|` parts the texts, a semicolon would: one text would come back as two.
  return items.length === 1 && /;\s/u.test(cell) ? `${cell} |` : cell;
}

/** The texts of a cell. Without a `|` a semicolon parts them, as people write lists by hand. */
export function splitList(cell: string): string[] {
  if (cell.trim() === '') return [];
  const parts = cell.split(/(?<!\\)(?:\\\\)*\|/u).length > 1 || cell.includes('\\') ? splitEscaped(cell) : cell.split(/;\s/u);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function splitEscaped(cell: string): string[] {
  const parts: string[] = [''];
  for (let at = 0; at < cell.length; at += 1) {
    const sign = cell[at] ?? '';
    const next = cell[at + 1] ?? '';
    if (sign === '\\' && (next === '\\' || next === '|')) {
      parts.push((parts.pop() ?? '') + next);
      at += 1;
    } else if (sign === '|') parts.push('');
    else parts.push((parts.pop() ?? '') + sign);
  }
  return parts;
}
