import {
  generalNotes,
  numberText,
  sourceLine,
  symbolNotes,
  intervalText,
  type ExhibitWords,
  headingRows,
} from '../../../shared/charts/index.ts';
import { figuresOf } from '../../../shared/charts/chart-figures.ts';
import type { ExhibitRow, ReleasedBase, ReleasedCell, ReleasedExhibit } from '../../../shared/model/exhibit.ts';

/** A table for the clipboard, in the two forms other programs take. */
export interface CopiedTable {
  readonly html: string;
  readonly text: string;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function shareText(cell: Extract<ReleasedCell, { state: 'shown' }>, exhibit: ReleasedExhibit): string {
  if (exhibit.unit === 'count') return numberText(cell.count, 0, exhibit.language);
  const interval = intervalText(cell.low, cell.high, exhibit);
  return `${numberText(cell.percent, exhibit.decimals, exhibit.language)}${interval === '' ? '' : ` (${interval})`}`;
}

function cellText(cell: ReleasedCell | undefined, row: ExhibitRow, exhibit: ReleasedExhibit, words: ExhibitWords): string {
  if (cell === undefined) return '';
  if (cell.state === 'shown' || cell.state === 'figure') {
    const figure = cell.state === 'figure' ? figuresOf({ ...exhibit, rows: [row] }, words)(cell) : null;
    const text =
      cell.state === 'shown' ? shareText(cell, exhibit) : `${figure?.text ?? ''}${figure?.interval ? ` (${figure.interval})` : ''}`;
    return cell.letters === undefined || cell.letters === '' ? text : `${text} ${cell.letters}`;
  }
  if (cell.state === 'words') return words.shareWords[cell.words];
  return { hidden: ':', missing: '..', 'not-applicable': '.' }[cell.state];
}

function baseText(base: ReleasedBase | null): string {
  if (base === null) return '';
  return base.n === null ? ':' : String(base.n);
}

/** Lines of a table as they are copied: merged headings of a banner stand over their first column. */
function linesOf(exhibit: ReleasedExhibit, words: ExhibitWords) {
  const hasRowBases = exhibit.rows.some(({ base }) => base !== null);
  const hasColumnBases = exhibit.columns.some(({ base }) => base !== null);
  const headings = headingRows(exhibit.columns).map((line) => [
    '',
    ...line.flatMap(({ label, span }) => [label, ...Array<string>(span - 1).fill('')]),
    ...(hasRowBases ? [''] : []),
  ]);
  const body = exhibit.rows.map((row) => [
    row.label,
    ...exhibit.columns.map((_, at) => cellText(row.cells[at], row, exhibit, words)),
    ...(hasRowBases ? [baseText(row.base)] : []),
  ]);
  const labels = exhibit.columns.map(({ label, letter }) => (letter === undefined || letter === '' ? label : `${label} (${letter})`));
  const foot = hasColumnBases ? [[words.n, ...exhibit.columns.map(({ base }) => baseText(base)), ...(hasRowBases ? [''] : [])]] : [];
  return { head: [...headings, [words.stub, ...labels, ...(hasRowBases ? [words.n] : [])]], body: [...body, ...foot] };
}

/** Headings of a banner as header cells over all their columns, so that a word processor keeps them together. */
function headingCells(exhibit: ReleasedExhibit): string {
  const last = exhibit.rows.some(({ base }) => base !== null) ? '<td></td>' : '';
  const cell = ({ label, span }: { readonly label: string; readonly span: number }): string => {
    const over = span === 1 ? '' : ` colspan="${span}"`;
    return label === '' ? `<td${over}></td>` : `<th scope="colgroup"${over}>${escaped(label)}</th>`;
  };
  return headingRows(exhibit.columns)
    .map((line) => `<tr><td></td>${line.map(cell).join('')}${last}</tr>`)
    .join('');
}

/** The released table as HTML with header cells, and as tab-separated text, with its tests in words. Reads nothing but the exhibit. */
export function copiedTable(exhibit: ReleasedExhibit, words: ExhibitWords, tests: readonly string[] = []): CopiedTable {
  const { head, body } = linesOf(exhibit, words);
  const notes = [...tests, ...generalNotes(exhibit, words), ...symbolNotes(exhibit, words), sourceLine(exhibit, words)];
  const above = [exhibit.title, [exhibit.subtitle, exhibit.filter ?? ''].filter((part) => part !== '').join(' ')];
  const line = (cells: readonly string[], first: 'th' | 'td'): string =>
    `<tr>${cells.map((cell, at) => (at === 0 || first === 'th' ? `<th scope="${at === 0 && first === 'td' ? 'row' : 'col'}">${escaped(cell)}</th>` : `<td align="right">${escaped(cell)}</td>`)).join('')}</tr>`;
  return {
    html: `<table lang="${exhibit.language}"><caption>${above.map(escaped).join('<br>')}</caption><thead>${headingCells(exhibit)}${line(head.at(-1) ?? [], 'th')}</thead><tbody>${body.map((cells) => line(cells, 'td')).join('')}</tbody></table>${notes.map((note) => `<p>${escaped(note)}</p>`).join('')}`,
    text: [...above, '', ...[...head, ...body].map((cells) => cells.join('\t')), '', ...notes].join('\n'),
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
