import { generalNotes, numberText, sourceLine, symbolNotes, intervalText, type ExhibitWords } from '../../../shared/charts/index.ts';
import type { ReleasedBase, ReleasedCell, ReleasedExhibit } from '../../../shared/model/exhibit.ts';

/** A table for the clipboard, in the two forms other programs take. */
export interface CopiedTable {
  readonly html: string;
  readonly text: string;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function cellText(cell: ReleasedCell | undefined, exhibit: ReleasedExhibit, words: ExhibitWords): string {
  if (cell === undefined) return '';
  if (cell.state === 'shown')
    return `${numberText(cell.percent, exhibit.decimals, exhibit.language)} (${intervalText(cell.low, cell.high, exhibit)})`;
  if (cell.state === 'figure') return numberText(cell.value, 1, exhibit.language);
  if (cell.state === 'words') return words.shareWords[cell.words];
  return { hidden: ':', missing: '..', 'not-applicable': '.' }[cell.state];
}

function baseText(base: ReleasedBase | null): string {
  if (base === null) return '';
  return base.n === null ? ':' : String(base.n);
}

/** The released table as HTML with header cells, and as tab-separated text. Reads nothing but the exhibit. */
export function copiedTable(exhibit: ReleasedExhibit, words: ExhibitWords): CopiedTable {
  const isBattery = exhibit.kind === 'likert';
  const head = [words.stub, ...exhibit.columns.map(({ label }) => label), ...(isBattery ? [words.n] : [])];
  const body = exhibit.rows.map((row) => [
    row.label,
    ...exhibit.columns.map((_, at) => cellText(row.cells[at], exhibit, words)),
    ...(isBattery ? [baseText(row.base)] : []),
  ]);
  const foot = isBattery ? [] : [[words.n, ...exhibit.columns.map(({ base }) => baseText(base))]];
  const notes = [...generalNotes(exhibit, words), ...symbolNotes(exhibit, words), sourceLine(exhibit, words)];
  const above = [exhibit.title, [exhibit.subtitle, exhibit.filter ?? ''].filter((part) => part !== '').join(' ')];
  const line = (cells: readonly string[], first: 'th' | 'td'): string =>
    `<tr>${cells.map((cell, at) => (at === 0 || first === 'th' ? `<th scope="${at === 0 && first === 'td' ? 'row' : 'col'}">${escaped(cell)}</th>` : `<td align="right">${escaped(cell)}</td>`)).join('')}</tr>`;
  return {
    html: `<table lang="${exhibit.language}"><caption>${above.map(escaped).join('<br>')}</caption><thead>${line(head, 'th')}</thead><tbody>${[...body, ...foot].map((cells) => line(cells, 'td')).join('')}</tbody></table>${notes.map((note) => `<p>${escaped(note)}</p>`).join('')}`,
    text: [...above, '', ...[head, ...body, ...foot].map((cells) => cells.join('\t')), '', ...notes].join('\n'),
  };
}

/** Puts a table on the clipboard. False when the system does not take it. */
export async function copyToClipboard({ html, text }: CopiedTable): Promise<boolean> {
  try {
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob([text], { type: 'text/plain' }) }),
    ]);
    return true;
  } catch {
    return false;
  }
}
