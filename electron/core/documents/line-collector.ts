import { documentError, documentLimits } from './document-text.ts';

/** A row of a table that is being read: its cells so far. */
interface Row {
  readonly cells: string[][];
}

/**
 * Collects paragraphs as lines and rows of tables as lines with tabs, also where they stand inside one another: a text box inside a
 * paragraph comes before it, a table inside a cell becomes words of that cell.
 */
export class LineCollector {
  readonly #lines: string[] = [];
  readonly #open: string[][] = [];
  readonly #rows: Row[] = [];
  #characters = 0;

  openLine(): void {
    this.#open.push([]);
  }

  /** Adds words to the paragraph that is open. @throws AppError FILE_TOO_LARGE */
  add(text: string): void {
    this.#characters += text.length;
    if (this.#characters > documentLimits.characters) throw documentError('too-long', { limit: documentLimits.characters });
    this.#open.at(-1)?.push(text);
  }

  /** Ends the paragraph and answers its words. */
  closeLine(): string {
    const line = this.#open.pop()?.join('') ?? '';
    const cell = this.#rows.at(-1)?.cells.at(-1);
    if (cell === undefined) this.#lines.push(line);
    else cell.push(line);
    return line;
  }

  /** Ends the paragraph without making it a line of the text. */
  dropLine(): string {
    return this.#open.pop()?.join('') ?? '';
  }

  openRow(): void {
    this.#rows.push({ cells: [] });
  }

  nextCell(): void {
    this.#rows.at(-1)?.cells.push([]);
  }

  closeRow(): void {
    const row = this.#rows.pop();
    if (row === undefined) return;
    const words = row.cells.map((cell) =>
      cell
        .map((line) => line.replaceAll(/\s+/gu, ' ').trim())
        .filter((line) => line !== '')
        .join(' '),
    );
    const outer = this.#rows.at(-1)?.cells.at(-1);
    if (outer === undefined) this.#lines.push(words.join('\t'));
    else outer.push(words.join(' '));
  }

  text(): string {
    return this.#lines.join('\n');
  }

  /** The lines so far, which are then forgotten. */
  takeText(): string {
    return this.#lines.splice(0).join('\n');
  }
}
