import type { RecurrenceRow, RecurrenceTable } from '../../../shared/contract/recurrence.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import type { Themes } from '../themes/index.ts';
import { cellWords } from './recurrence-words.ts';

interface TimelineTwinProps {
  readonly rows: readonly RecurrenceRow[];
  readonly table: RecurrenceTable;
  readonly themes: Themes;
}

/** What the dots say, in a table that can be read. */
export function TimelineTwin({ rows, table, themes }: TimelineTwinProps) {
  const say = useText();
  const dates = useDates();
  return (
    <table>
      <caption>{say('recurrence.timeline.twin')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('recurrence.theme')}</th>
          {table.columns.map(({ key, name, held }) => (
            <th key={key} scope="col">
              {`${name ?? ''}, ${held === null ? say('recurrence.timeline.undated') : dates.held(held)}`}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.themeId}>
            <th scope="row">{themes.nameOf(row.themeId)}</th>
            {table.columns.map(({ key }, index) => {
              const mentions = row.cells[index] ?? null;
              return <td key={key}>{mentions === null ? say('recurrence.cell.none') : cellWords(mentions, 'meetings', say)}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
