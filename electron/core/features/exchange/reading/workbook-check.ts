import { posix } from 'node:path';
import { readingLimits } from './limits.ts';
import { ReadingError } from './reading-error.ts';
import { listZipParts, readPartText, unpackPart, type ZipPart } from './zip-parts.ts';

/** A worksheet and what a first, bounded look at it found. `index` counts all sheets, as the workbook lists them. */
export interface CheckedSheet {
  readonly name: string;
  readonly index: number;
  readonly hidden: boolean;
  readonly rows: number;
  readonly formulas: number;
  /** Formulas whose result the program that wrote the file did not work out. */
  readonly emptyFormulas: number;
}

/** XML character references in attribute values. */
function plainAttribute(text: string): string {
  return text
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (whole, hex: string | undefined, decimal: string | undefined) => {
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found === null ? null : plainAttribute(found[1] ?? found[2] ?? '');
}

const notAWorkbook = () => new ReadingError('NOT_READABLE', { params: { reason: 'workbook' } });

/**
 * Checks a workbook before the spreadsheet library sees it: every part is really unpacked within the limits, and every
 * worksheet is scanned for the rows, columns and cells that reading it would allocate (one cell in column XFD makes a row
 * of 16,384). Cells that only have a colour may stand beyond the last column that is read. Afterwards memory is bounded whatever the library does. Throws `ZIP_BOMB`, `TOO_LARGE`, `TRUNCATED`,
 * `ENCRYPTED` or `NOT_READABLE`; looks for a cancel at each chunk.
 */
export async function checkWorkbook(zip: Buffer, signal?: AbortSignal): Promise<CheckedSheet[]> {
  const parts = listZipParts(zip);
  const listed = await listSheets(zip, parts, signal);
  const findings = new Map<string, SheetFindings>();
  let total = 0;
  for (const part of parts) {
    const isSheet = listed.some((sheet) => sheet.path === part.name);
    const scanner = isSheet ? createSheetScanner(listed.find((sheet) => sheet.path === part.name)?.name ?? '') : null;
    let bytes = 0;
    for await (const chunk of unpackPart(zip, part, signal)) {
      bytes += chunk.length;
      total += chunk.length;
      if (total > readingLimits.unpackedBytes || (scanner === null && bytes > readingLimits.partBytes)) {
        throw new ReadingError('ZIP_BOMB', { params: { limit: Math.round(readingLimits.unpackedBytes / 1024 / 1024) } });
      }
      scanner?.push(chunk.toString('latin1'));
    }
    scanner?.end();
    if (scanner !== null) findings.set(part.name, scanner.findings);
  }
  const sheets = listed.flatMap(({ path, ...sheet }) => {
    const found = findings.get(path);
    return found === undefined ? [] : [{ ...sheet, ...found }];
  });
  if (sheets.length === 0) throw notAWorkbook();
  return sheets;
}

/** The worksheets in workbook order with their parts' names (ECMA-376 part 1, 18.2.19 and part 2, relationships). */
async function listSheets(
  zip: Buffer,
  parts: readonly ZipPart[],
  signal: AbortSignal | undefined,
): Promise<{ name: string; index: number; hidden: boolean; path: string }[]> {
  const rootRelations = await readPartText(zip, parts, '_rels/.rels', signal);
  const root = relationsOf(rootRelations ?? '').find((relation) => relation.type.endsWith('/officeDocument'));
  const workbookPath = root === undefined ? 'xl/workbook.xml' : root.target.replace(/^\//, '');
  const workbook = await readPartText(zip, parts, workbookPath, signal);
  if (workbook === null) throw notAWorkbook();
  const folder = posix.dirname(workbookPath);
  const relations = relationsOf((await readPartText(zip, parts, `${folder}/_rels/${posix.basename(workbookPath)}.rels`, signal)) ?? '');
  const tags = workbook.match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? [];
  return tags.flatMap((tag, index) => {
    const relation = relations.find((candidate) => candidate.id === attribute(tag, 'id'));
    if (relation === undefined || !relation.type.endsWith('/worksheet')) return [];
    const path = relation.target.startsWith('/') ? relation.target.slice(1) : posix.join(folder, relation.target);
    return [{ name: attribute(tag, 'name') ?? '', index, hidden: /hidden/i.test(attribute(tag, 'state') ?? ''), path }];
  });
}

function relationsOf(xml: string): { id: string; type: string; target: string }[] {
  return (xml.match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? []).map((tag) => ({
    id: attribute(tag, 'Id') ?? '',
    type: attribute(tag, 'Type') ?? '',
    target: attribute(tag, 'Target') ?? '',
  }));
}

interface SheetFindings {
  rows: number;
  formulas: number;
  emptyFormulas: number;
}

/** Column number from 1 of a cell reference's letters. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** A cell whose parts are being read. */
interface OpenCell {
  readonly column: number;
  /** Of a formula whose result is text: it may be none. */
  readonly isText: boolean;
  hasFormula: boolean;
  hasValue: boolean;
}

/** Scans worksheet XML as it comes, byte by byte as Latin-1: tags and references are ASCII. `end` looks at the last cell. */
function createSheetScanner(sheet: string): { findings: SheetFindings; push: (text: string) => void; end: () => void } {
  const findings: SheetFindings = { rows: 0, formulas: 0, emptyFormulas: 0 };
  let rest = '';
  let rowWidth = 0;
  let cells = 0;
  let cell: OpenCell | null = null;
  function refuse(part: string, limit: number): never {
    throw new ReadingError('TOO_LARGE', { where: { sheet, row: Math.max(1, findings.rows) }, params: { part, limit } });
  }
  function end(): void {
    if (cell?.hasFormula === true && !cell.hasValue) findings.emptyFormulas += 1;
    cell = null;
  }
  function open(attributes: string): void {
    end();
    const letters = /\br="([A-Z]{1,4})\d/.exec(attributes)?.[1];
    const column = letters === undefined ? rowWidth + 1 : columnNumber(letters);
    cells += Math.max(0, column - rowWidth);
    rowWidth = Math.max(rowWidth, column);
    if (cells > readingLimits.sheetCells) refuse('cells', readingLimits.sheetCells);
    cell = { column, isText: /\bt="str"/.test(attributes), hasFormula: false, hasValue: false };
  }
  /** What makes a cell more than a colour. */
  function fill(kind: string, isEmpty: boolean): void {
    if (kind === 'f') findings.formulas += 1;
    if (cell === null) return;
    if (cell.column > readingLimits.columns) refuse('columns', readingLimits.columns);
    if (kind === 'f') cell.hasFormula = true;
    else if (!isEmpty || cell.isText) cell.hasValue = true;
  }
  function push(text: string): void {
    const buffer = rest + text;
    const last = buffer.lastIndexOf('<');
    const whole = last < 0 ? '' : buffer.slice(0, last);
    rest = last < 0 ? '' : buffer.slice(last);
    // A tag longer than any sheet's: not worth keeping, and keeping it would make this quadratic.
    if (rest.length > 1_000_000) throw notAWorkbook();
    for (const [, kind = '', attributes = '', next = ''] of whole.matchAll(/<(?:\w+:)?(row|c|f|v|is)(?=[\s/>])([^>]*)>([^<]?)/g)) {
      if (kind === 'row') {
        end();
        findings.rows += 1;
        rowWidth = 0;
      } else if (kind === 'c') open(attributes);
      else fill(kind, kind === 'v' && next === '');
    }
  }
  return { findings, push, end };
}
