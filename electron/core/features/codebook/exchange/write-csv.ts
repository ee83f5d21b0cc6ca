import type { CodebookSnapshot, CodebookTheme } from '../../../../../shared/model/codebook.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { csvText } from '../../../documents/csv-text.ts';
import { neutralised } from '../../analysis/files/index.ts';
import { joinList, ownHeader, type CsvField } from './csv-columns.ts';

export interface CsvOptions {
  readonly separator: ';' | ',';
  /** Begins with the mark by which spreadsheet programs know UTF-8: without it, many of them garble æ, ø and å. */
  readonly hasMark: boolean;
}

/** A codebook as a table: one row per theme, every field in every language. No cell can be taken for a formula. */
export function writeCsv({ themes }: CodebookSnapshot, { separator, hasMark }: CsvOptions): string {
  const depths = new Map<string, number>();
  const rows = themes.map((theme) => {
    const depth = theme.parentId === null ? 0 : (depths.get(theme.parentId) ?? -1) + 1;
    depths.set(theme.id, depth);
    return ownHeader.map(({ field, language }) => guarded(cellOf(theme, field, language, depth)));
  });
  const text = csvText([ownHeader.map(({ header }) => header), ...rows], separator);
  return hasMark ? `\uFEFF${text}` : text;
}

/** The reader takes one apostrophe away before what looks like a formula: words of our own that begin so get one more. */
function guarded(cell: string): string {
  return /^'+[=+\-@\t\r]/u.test(cell) ? `'${cell}` : neutralised(cell);
}

function cellOf(theme: CodebookTheme, field: CsvField, language: Language | null, depth: number): string {
  const texts = language === null ? null : wordsOf(theme, field, language);
  if (texts !== null) return texts;
  switch (field) {
    case 'id':
      return theme.id;
    case 'parentId':
      return theme.parentId ?? '';
    case 'number':
      return theme.number;
    case 'level':
      return String(depth + 1);
    case 'colour':
      return theme.colour === null ? '' : String(theme.colour);
    case 'codable':
      return theme.isCodable ? 'yes' : 'no';
    case 'status':
      return theme.status;
    case 'differs':
      return joinList(theme.differsFrom.map(({ themeId, note }) => (note === null ? themeId : `${themeId}: ${note}`)));
    default:
      return '';
  }
}

function wordsOf(theme: CodebookTheme, field: CsvField, language: Language): string | null {
  switch (field) {
    case 'term':
      return theme.terms[language] ?? '';
    case 'synonyms':
      return joinList(theme.synonyms.filter((synonym) => synonym.language === language).map(({ term }) => term));
    case 'definition':
      return theme.definition[language] ?? '';
    case 'includes':
      return theme.inclusion[language] ?? '';
    case 'excludes':
      return theme.exclusion[language] ?? '';
    case 'examples':
      return joinList(theme.examples.filter((example) => example.language === language).map(({ body }) => body));
    default:
      return null;
  }
}
