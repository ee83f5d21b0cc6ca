import { xmlAttribute, xmlText } from '../../documents/xml.ts';
import { zipStream, type ZipRange } from '../../documents/zip-stream.ts';
import { AppError } from '../../app-error.ts';
import { freeSheetName } from '../analysis/files/sheet-name.ts';
import type { RawCell } from './cells.ts';
import type { TableWriter } from './csv-table.ts';

/** What a sheet of a workbook can hold (ECMA-376 as spreadsheet programs keep it): rows with the header, columns, characters in a cell. */
export const sheetLimits = { rows: 1_048_576, columns: 16_384, characters: 32_767 } as const;

/** A workbook written sheet by sheet and row by row, so that its size costs no memory. */
export interface XlsxBook {
  /** Begins a sheet; the one before is ended. @param dates columns whose text `2026-03-29` is a day */
  readonly sheet: (name: string, header: readonly string[], dates: ReadonlySet<number>) => TableWriter;
  /** Ends the workbook. @returns where the sheets lie in the file, in their order */
  readonly end: () => readonly ZipRange[];
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Styles by place in `cellXfs`: plain, header, day, text that must not be run. */
const style = { header: 1, day: 2, quoted: 3 } as const;
const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** "A", "Z", "AA": the letters of a column, from 0. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCodePoint(65 + (column % 26));
}

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/u;
/** Days from 30 December 1899, as spreadsheets count; null before 1 March 1900, where they disagree with the calendar. */
function serialDay(text: string): number | null {
  const found = dayPattern.exec(text);
  if (found === null) return null;
  const serial = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) / 86_400_000 + 25_569;
  return serial >= 61 ? serial : null;
}

/** `_x0041_` stands for a character in a workbook's texts; one that is meant as it stands says so (ECMA-376 part 1, 22.9.2.19). */
function escaped(text: string): string {
  return xmlText(text.replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_'));
}

const isPlain = /^[\p{L}\p{Nd} .,-]*$/u;

function textCell(place: string, text: string, styleOf: string): string {
  if (text.length > sheetLimits.characters)
    throw new AppError('OUT_OF_RANGE', { limit: sheetLimits.characters, where: place }, 'rawExport.error.textTooLong');
  const body = isPlain.test(text) && text.trim() === text ? `<t>${text}</t>` : `<t xml:space="preserve">${escaped(text)}</t>`;
  return `<c r="${place}"${styleOf} t="inlineStr"><is>${body}</is></c>`;
}

const startsFormula = /^[=+\-@\t\r]/u;

function cellXml(place: string, cell: RawCell, isDay: boolean): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  const serial = isDay ? serialDay(cell) : null;
  if (serial !== null) return `<c r="${place}" s="${style.day}"><v>${serial}</v></c>`;
  return textCell(place, cell, startsFormula.test(cell) ? ` s="${style.quoted}"` : '');
}

interface SheetPart {
  readonly name: string;
  readonly path: string;
}

/** Opens a workbook. Numbers are numbers, days are days, texts are texts whatever they begin with. */
export function xlsxBook(write: (bytes: Uint8Array) => void): XlsxBook {
  const zip = zipStream(write);
  const sheets: SheetPart[] = [];
  const taken = new Set<string>();
  let isOpen = false;
  const put = (text: string): void => zip.write(Buffer.from(text));
  const endSheet = (): void => {
    if (isOpen) put('</sheetData></worksheet>');
    isOpen = false;
  };
  const part = (path: string, xml: string): void => {
    zip.entry(path);
    put(xml);
  };
  return {
    sheet: (title, header, dates) => {
      endSheet();
      const name = freeSheetName(title, taken);
      taken.add(name.toLocaleLowerCase());
      const path = `xl/worksheets/sheet${sheets.length + 1}.xml`;
      sheets.push({ name, path });
      zip.entry(path);
      isOpen = true;
      put(sheetStart(header));
      const letters = header.map((_, column) => columnLetters(column));
      let row = 1;
      return {
        add: (rows) => {
          let xml = '';
          for (const cells of rows) {
            row += 1;
            if (row > sheetLimits.rows) throw new AppError('OUT_OF_RANGE', { limit: sheetLimits.rows - 1 }, 'rawExport.error.tooManyRows');
            xml += `<row r="${row}">`;
            for (let at = 0; at < cells.length; at += 1) xml += cellXml(`${letters[at] ?? ''}${row}`, cells[at] ?? null, dates.has(at));
            xml += '</row>';
          }
          put(xml);
        },
        end: endSheet,
      };
    },
    end: () => {
      endSheet();
      part('xl/workbook.xml', workbookXml(sheets));
      part('xl/_rels/workbook.xml.rels', workbookRelations(sheets));
      part('xl/styles.xml', styles);
      part(
        '_rels/.rels',
        `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      );
      part('[Content_Types].xml', contentTypes(sheets));
      const ranges = zip.end();
      return ranges.slice(0, sheets.length);
    },
  };
}

/** The header row stays in view. */
function sheetStart(header: readonly string[]): string {
  const cells = header.map((text, at) => textCell(`${columnLetters(at)}1`, text, ` s="${style.header}"`)).join('');
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData><row r="1">${cells}</row>`;
}

function workbookXml(sheets: readonly SheetPart[]): string {
  const list = sheets.map(({ name }, at) => `<sheet name="${xmlAttribute(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('');
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list}</sheets></workbook>`;
}

function workbookRelations(sheets: readonly SheetPart[]): string {
  const list = sheets
    .map(({ path }, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="${path.slice(3)}"/>`)
    .join('');
  return `${declaration}<Relationships xmlns="${packages}/relationships">${list}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`;
}

function contentTypes(sheets: readonly SheetPart[]): string {
  const list = sheets.map(({ path }) => `<Override PartName="/${path}" ContentType="${types}.worksheet+xml"/>`).join('');
  return `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${list}</Types>`;
}
