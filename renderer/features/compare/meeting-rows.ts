import type { MeetingTheme } from '../../../shared/contract/compare.ts';
import type { ReleasedCell, ReleasedExhibit } from '../../../shared/model/exhibit.ts';

/** A theme with what the gate lets through of it. */
export interface ThemeLine {
  readonly theme: MeetingTheme;
  /** Null where nobody in the interviews mentions it. */
  readonly cell: ReleasedCell | null;
}

/** A shown share before words, words before what is hidden, and that before nothing: hidden shares must not be ordered by their size. */
function rank({ cell }: ThemeLine): number {
  if (cell?.state === 'shown') return cell.percent;
  return cell === null ? -3 : cell.state === 'words' ? -1 : -2;
}

/** By share in the survey, then by meetings. Themes whose share does not show keep the order of the tree among themselves. */
export function themeLines(rows: readonly MeetingTheme[], exhibit: ReleasedExhibit | null): readonly ThemeLine[] {
  const lines = rows.map((theme): ThemeLine => {
    const row = exhibit?.rows.find(({ key }) => key === theme.row);
    return { theme, cell: row?.cells[0] ?? null };
  });
  const meetings = ({ theme }: ThemeLine): number => theme.meetings?.meetings ?? 0;
  return lines.toSorted((a, b) => rank(b) - rank(a) || meetings(b) - meetings(a));
}
