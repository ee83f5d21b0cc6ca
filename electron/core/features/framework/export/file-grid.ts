import { localised, type Language } from '../../../../../shared/model/text.ts';
import type { Statements } from '../../../db/statements.ts';
import { dayIn, wordsIn } from '../../../words.ts';
import { themeNames } from '../../findings/theme-names.ts';
import { cellKey } from '../cells.ts';
import type { FileMatrix } from './check-file.ts';

export interface FileCell {
  readonly summary: string;
  readonly isDone: boolean;
}

/** A matrix in words, ready to be written in either form. Nobody's code is in it. */
export interface FileGrid {
  readonly title: string;
  /** Project, day, what it is for, what was left out: lines above the table. */
  readonly notes: readonly string[];
  readonly footer: string;
  /** The corner and the themes. */
  readonly header: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly FileCell[] }[];
}

interface FileFacts {
  readonly language: Language;
  readonly releaseNumber: number;
  /** ISO, UTC. */
  readonly at: string;
  readonly recipient: string;
  readonly purpose: string;
}

/** Puts a matrix into words. Persons and interviews are numbered by their place in the file, so that no code leaves the program. */
export function fileGrid(sql: Statements, matrix: FileMatrix, { language, releaseNumber, at, recipient, purpose }: FileFacts): FileGrid {
  const { record, shown, withheld, cells, isInternal, threshold, projectName } = matrix;
  const words = wordsIn(language);
  const names = themeNames(sql, language);
  const rows = shown.map((one, index) => ({
    label: record.unit === 'variable' ? localised(one.answer, language) : words(`framework.file.row.${record.unit}`, { number: index + 1 }),
    cells: record.themeIds.map((themeId) => {
      const cell = cells.get(cellKey(one.rowId, themeId));
      return { summary: cell?.summary ?? '', isDone: cell?.finished_at != null };
    }),
  }));
  const hasBegun = rows.some((row) => row.cells.some((cell) => cell.summary !== '' && !cell.isDone));
  return {
    title: record.name,
    notes: [
      words('framework.file.about', { project: projectName, day: dayIn(language, at), number: releaseNumber }),
      ...(isInternal ? [words('framework.file.internal', { recipient, purpose })] : []),
      ...(withheld.length === 0 ? [] : [words('framework.file.withheld', { count: withheld.length, threshold })]),
      ...(hasBegun ? [words('framework.file.notDone')] : []),
    ],
    footer: words(isInternal ? 'framework.file.footerInternal' : 'framework.file.footer', { name: record.name, number: releaseNumber }),
    header: [words(`framework.unit.${record.unit}`), ...record.themeIds.map((themeId) => names.get(themeId)?.name ?? '')],
    rows,
  };
}
