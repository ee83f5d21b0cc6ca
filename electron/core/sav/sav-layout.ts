import { fold, isLegal } from './sav-names.ts';
import type { SavFile, SavKind, SavVariable } from './sav-file.ts';

/** Bytes of one element: a number, or a piece of a string. */
export const elementBytes = 8;
/** Strings wider than this are stored in several pieces ("very long strings"). */
export const longestPiece = 255;
/** Bytes that each further piece of a very long string is counted for when their number is found; it holds 255. */
const pieceStep = 252;

/** One variable record: a number, a string, or one piece of a very long string. */
export interface SavPiece {
  readonly shortName: string;
  /** Bytes of a string's piece as declared; 0 for a number. */
  readonly width: number;
  /** Elements that it takes in the dictionary and in a case. */
  readonly elements: number;
}

/** Where a variable lies in the dictionary and in a case. */
export interface SavPlace {
  readonly variable: SavVariable;
  readonly pieces: readonly SavPiece[];
  /** Position of the first element, from 0. Record indexes are one more. */
  readonly element: number;
  readonly elements: number;
}

/** How many pieces a string of a width is stored in. */
export function pieceCount(width: number): number {
  return width <= longestPiece ? 1 : Math.ceil(width / pieceStep);
}

/** The declared widths of a string's pieces; together they hold at least `width` bytes, 255 in each but the last. */
export function pieceWidths(width: number): number[] {
  const count = pieceCount(width);
  if (count === 1) return [width];
  return Array.from({ length: count }, (_, at) => (at < count - 1 ? longestPiece : width - at * pieceStep));
}

/** Elements that a number (width 0) or a piece takes. */
export function elementCount(width: number): number {
  return width === 0 ? 1 : Math.ceil(width / elementBytes);
}

/** Lays the variables out in their order and gives every piece its short name. */
export function layOut(file: SavFile): SavPlace[] {
  const nameShort = shortNames(file.variables);
  let element = 0;
  return file.variables.map((variable) => {
    const widths = variable.kind === 'string' ? pieceWidths(variable.width) : [0];
    const pieces = widths.map((width, at) => ({
      shortName: nameShort(at === 0 ? variable.name : ''),
      width,
      elements: elementCount(width),
    }));
    const elements = pieces.reduce((sum, piece) => sum + piece.elements, 0);
    const place = { variable, pieces, element, elements };
    element += elements;
    return place;
  });
}

/** Short names are capital ASCII of at most 8; a name that is one already keeps it, all others are numbered. */
function shortNames(variables: readonly SavVariable[]): (name: string) => string {
  const fits = (name: string): boolean =>
    /^[A-Z@][A-Z0-9._@#$]{0,7}$/u.test(fold(name)) && /^[\u0020-\u007E]+$/u.test(name) && isLegal(name);
  const own = new Set(variables.filter(({ name }) => fits(name)).map(({ name }) => fold(name)));
  let number = 0;
  return (name) => {
    if (name !== '' && fits(name)) return fold(name);
    for (;;) {
      number += 1;
      const short = `V${String(number).padStart(5, '0')}`;
      if (!own.has(short)) return short;
    }
  };
}

/** How a variable is shown: type, width and decimals in one number, as records hold them. */
export function formatCode(kind: SavKind, width: number, decimals: number): number {
  const [type, shown] = formatOf(kind, width, decimals);
  return (type << 16) | (shown << 8) | (kind === 'number' ? decimals : 0);
}

const typeCodes = { string: 1, number: 5, time: 21, datetime: 22, date: 39 } as const;

function formatOf(kind: SavKind, width: number, decimals: number): readonly [type: number, width: number] {
  const type = typeCodes[kind];
  if (kind === 'string') return [type, Math.min(width, longestPiece)];
  if (kind === 'number') return [type, numberWidth(decimals)];
  return [type, kind === 'date' ? 10 : kind === 'datetime' ? 20 : 8];
}

/** Characters that a number is shown in: eight digits, and its decimals. */
export function numberWidth(decimals: number): number {
  return decimals === 0 ? 8 : 9 + decimals;
}

/** The format as syntax writes it. */
export function formatName({ kind, width, decimals }: SavVariable): string {
  if (kind === 'string') return `A${width}`;
  if (kind === 'number') return `F${numberWidth(decimals)}.${decimals}`;
  return kind === 'date' ? 'SDATE10' : kind === 'datetime' ? 'DATETIME20' : 'TIME8';
}
