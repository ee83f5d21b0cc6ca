import type { LetterMark } from './letters.ts';

const ALPHABET = 26;

/** The letter over each column: A, B, C … anew within every banner variable (AA after Z); empty for columns not compared. */
export function columnNames(blocks: ArrayLike<number>): string[] {
  const used = new Map<number, number>();
  return Array.from(blocks, (block) => {
    if (block < 0) return '';
    const place = used.get(block) ?? 0;
    used.set(block, place + 1);
    return nameOf(place);
  });
}

function nameOf(place: number): string {
  const last = String.fromCodePoint(65 + (place % ALPHABET));
  return place < ALPHABET ? last : nameOf(Math.floor(place / ALPHABET) - 1) + last;
}

/** The letters of every cell, row by row: names of the smaller columns in their order, parted by spaces; small letters for the larger level. */
export function letterCells(marks: readonly LetterMark[], blocks: ArrayLike<number>, rows: number): string[][] {
  const names = columnNames(blocks);
  const cells = Array.from({ length: rows }, () => names.map(() => ''));
  for (const { row, column, over, isStrict } of marks.toSorted((a, b) => a.over - b.over)) {
    const cell = cells[row];
    const name = names[over] ?? '';
    const letter = isStrict ? name : name.toLowerCase();
    if (cell !== undefined) cell[column] = cell[column] ? `${cell[column]} ${letter}` : letter;
  }
  return cells;
}
