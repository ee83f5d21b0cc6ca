import type { Mentions, PersonCount, RecurrenceBy, RecurrenceColumn } from '../../../shared/contract/recurrence.ts';
import type { Dates } from '../../lib/dates.ts';
import type { Say } from '../../lib/text.ts';

/** What a column is called. */
export function columnName(column: RecurrenceColumn, by: RecurrenceBy, say: Say): string {
  if (column.key === 'apart') return say('recurrence.column.apart');
  if (column.key === 'none') return by === 'meetings' ? '' : say(`recurrence.column.none.${by}`);
  // The keys of these columns are the perspectives.
  if (by === 'perspectives') return say.any(`recurrence.perspective.${column.key}`);
  // Years are not broken at their dash.
  const name = (column.name ?? '').replaceAll('–', '\u2060–\u2060');
  return by === 'years' && column.isInferred ? say('recurrence.column.inferred', { name }) : name;
}

/** The quieter line under a column's name: when and where a meeting was, else how many meetings stand behind it. */
export function columnDetail(
  column: RecurrenceColumn,
  by: RecurrenceBy,
  { say, dates }: { readonly say: Say; readonly dates: Dates },
): string {
  if (by !== 'meetings') return say('recurrence.column.meetings', { n: column.meetings });
  return column.held === null ? say('recurrence.timeline.undated') : dates.held(column.held);
}

/** A cell as it is read aloud. */
export function cellWords(mentions: Mentions, by: RecurrenceBy | 'all', say: Say): string {
  const { meetings, mentions: n, inferred } = mentions;
  if (n === 0) return say('recurrence.cell.none');
  if (by === 'meetings') return say('recurrence.cell.meeting', { mentions: n, inferred });
  return say('recurrence.cell', { meetings, mentions: n, inferred });
}

/** The sign or number that stands for persons, and how it is read aloud. */
export function personWords(persons: PersonCount | null, say: Say): { readonly sign: string; readonly spoken: string } {
  switch (persons?.state) {
    case 'shown':
      return { sign: String(persons.count), spoken: say('recurrence.persons.count', { n: persons.count }) };
    case 'hidden':
      return { sign: ':', spoken: say('recurrence.persons.hidden') };
    case 'words': {
      const word = say(`recurrence.persons.${persons.words}`);
      return { sign: word, spoken: word };
    }
    default:
      return { sign: '0', spoken: say('recurrence.persons.empty') };
  }
}
