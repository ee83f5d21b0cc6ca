import { z } from 'zod';
import type {
  Mentions,
  RecurrenceBy,
  RecurrenceFilter,
  RecurrencePlaceMode,
  RecurrenceRow,
  RecurrenceTable,
} from '../../../../shared/contract/recurrence.ts';
import { ThemeId, type ProjectId } from '../../../../shared/model/ids.ts';
import { languages, type Language } from '../../../../shared/model/text.ts';
import type { GateTools } from '../analysis/gate-tools.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { columnKeys, makeColumns } from './columns-of.ts';
import { readInterviewPersons } from './interview-persons.ts';
import { openPlaceBook } from './join-places.ts';
import { readLines, readMeetings, type CodedLine } from './read-lines.ts';
import { readThemeOrder } from './read-themes.ts';
import { rolledUp, tally, type Parents } from './tally.ts';

export interface TableInput {
  readonly filter: RecurrenceFilter;
  readonly by: RecurrenceBy;
  readonly placeMode: RecurrencePlaceMode;
  readonly interviewsOf: ProjectId | undefined;
  /** UTC, ISO 8601. */
  readonly now: string;
  readonly tools: GateTools;
}

const nothing: Mentions = { meetings: 0, inferredMeetings: 0, mentions: 0, inferred: 0 };

/** Themes by the columns asked for, with meetings and mentions. @throws AppError NOT_FOUND for a project that is gone */
export function makeTable(workspace: Workspace, { filter, by, placeMode, interviewsOf, now, tools }: TableInput): RecurrenceTable {
  const { sql } = workspace;
  const book = openPlaceBook(workspace, placeMode);
  const meetings = readMeetings(sql, filter, book);
  const lines = readLines(workspace, meetings, filter);
  const themes = readThemeOrder(sql);
  const places = book.columnsFor(by === 'places' ? meetings.flatMap(({ placeId }) => placeId ?? []) : []);
  const source = { meetings, lines, places, nameOf: book.nameOf };
  const columns = makeColumns(sql, by, source);
  const counts = tally(lines, themes.parents, columnKeys(by, source));
  const spoken = languagesByTheme(lines, themes.parents);
  const interviews = interviewsOf === undefined ? null : readInterviewPersons(sql, interviewsOf, { createdAt: now, tools });
  const rows = themes.order.flatMap((id): RecurrenceRow[] => {
    const found = counts.get(id);
    const persons = interviews?.byTheme.get(id) ?? null;
    if (found === undefined && persons === null) return [];
    return [
      {
        // The ids of a workspace's themes are the contract's.
        themeId: id as z.infer<typeof ThemeId>,
        all: found?.all ?? nothing,
        cells: columns.map(({ key }) => found?.byColumn.get(key) ?? null),
        languages: languages.filter((language) => spoken.get(id)?.has(language)),
        persons: interviews === null ? null : (persons ?? { state: 'empty' }),
      },
    ];
  });
  return {
    columns,
    rows,
    meetings: meetings.length,
    lines: lines.length,
    breaks: places.breaks.map(({ id, note }) => ({ id, note: { id: note.id, params: note.params } })),
    codedLines: lines.filter((line) => line.themes.size > 0).length,
    interviews: interviews?.facts ?? null,
  };
}

function languagesByTheme(lines: readonly CodedLine[], parents: Parents): ReadonlyMap<string, ReadonlySet<Language>> {
  const found = new Map<string, Set<Language>>();
  for (const line of lines) {
    for (const themeId of rolledUp(line.themes, parents).keys()) {
      const spoken = found.get(themeId) ?? new Set<Language>();
      found.set(themeId, spoken.add(line.language));
    }
  }
  return found;
}
