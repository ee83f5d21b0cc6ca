import { problemsListed } from '../../../../../shared/contract/exchange.ts';
import type { Ticket } from '../../../../../shared/model/ids.ts';
import type { CellProblem, ConfirmedReading, SurveyMapping } from '../../../../../shared/model/survey-file.ts';
import type { Call } from '../../../rpc/call.ts';
import { mostPersons, mostRounds } from '../../interviews/turns.ts';
import type { LoadedTarget } from '../into/load-target.ts';
import { createRowReader } from '../prepare-rows.ts';
import { problem, readingLimits, ReadingError, readSurveyRows } from '../reading/index.ts';
import { interviewKeysOf, roundKeysOf, type InterviewKeys, type RoundKeys } from '../reading/round-keys.ts';
import { eachBatch, toAppError, type ReadingProgress } from '../survey-upload.ts';
import { isSameName } from './choose-repeat.ts';
import { linkRows, type InterviewRows, type LooseRow, type PreparedRound, type RowReference } from './link-rows.ts';
import type { LoadedRounds } from './load-rounds.ts';

/** All rounds of an import, tied to the rows of the interviews. */
export interface RoundBook {
  /** The outermost rounds of an interview by its row's cells, and whether it was with a group. */
  readonly roundsOf: (cells: readonly string[]) => { readonly rounds: readonly PreparedRound[]; readonly isGroup: boolean };
  readonly problemCount: number;
  /** The first of them, sheet by sheet. */
  readonly problems: readonly CellProblem[];
  /** Rows and rows that are tied to nothing, for each sheet of rounds of the target. */
  readonly counts: readonly { readonly rows: number; readonly unlinked: number }[];
}

export interface RoundsToRead {
  readonly ticket: Ticket;
  readonly reading: ConfirmedReading;
  readonly mapping: SurveyMapping;
}

/** The columns by which a sheet's rows are tied: with its own numbers, or where there are none by the interview's mark. */
interface Ties {
  readonly keys: RoundKeys;
  readonly interview: InterviewKeys;
  readonly mark: number | null;
  readonly interviewMark: number | null;
  readonly isByMark: boolean;
}

/**
 * Reads the sheets of rounds that a target has and ties them to the rows of interviews, without keeping those. Null where there are
 * none. @throws AppError TICKET_UNKNOWN, FILE_UNREADABLE, FILE_TOO_LARGE, CANCELLED
 */
export async function* readRounds(
  call: Call,
  file: RoundsToRead,
  target: LoadedTarget | null,
): AsyncGenerator<ReadingProgress, RoundBook | null> {
  const sheets = target?.rounds ?? [];
  if (target === null || sheets.length === 0) return null;
  const ties = sheets.map(({ sheet }) => tiesOf(sheet.mapping, file.mapping));
  const problems: CellProblem[] = [];
  let problemCount = 0;
  const note = (found: readonly CellProblem[]): void => {
    problemCount += found.length;
    problems.push(...found.slice(0, problemsListed - problems.length));
  };
  const interviews = yield* readInterviewRows(call, file, ties);
  const rows: LooseRow[] = [];
  const counts = sheets.map(() => ({ rows: 0, unlinked: 0 }));
  for (const [at, loaded] of sheets.entries()) {
    const read = createRowReader({ mapping: loaded.sheet.mapping, heldOnKey: null, checks: loaded.checks });
    const toLoose = looseRows({ sheets, target, mainSheet: file.reading.sheet }, at, ties[at]);
    const { path } = call.session.blobs.received(loaded.sheet.file ?? file.ticket);
    yield* eachBatch(
      readSurveyRows(path, loaded.sheet.reading, call.signal),
      (batch) => {
        for (const [index, cells] of batch.rows.entries()) {
          const { interpreted, prepared } = read(cells, batch.rowNumbers[index] ?? 1);
          note(interpreted.problems.map((one) => ({ ...one, sheet: loaded.sheet.name })));
          rows.push(toLoose(cells, prepared));
        }
        if (rows.length > readingLimits.rounds) throw tooMany();
      },
      call.signal,
    );
  }
  const linked = linkRows(rows, interviews.rows, (sheet) => (sheets[sheet]?.repeat === null ? mostPersons : mostRounds));
  for (const { sheet } of rows) (counts[sheet] ?? { rows: 0 }).rows += 1;
  for (const { row, why } of linked.unlinked) {
    (counts[row.sheet] ?? { unlinked: 0 }).unlinked += 1;
    note([linkProblem(sheets[row.sheet], ties[row.sheet], row, why)]);
  }
  return {
    roundsOf: (cells) => {
      const rounds = linked.byInterview.get(interviews.keyOf(cells)) ?? [];
      const isGroup = interviews.isGroup(cells) || rounds.some(({ sheet }) => sheets[sheet]?.repeat === null);
      return { rounds, isGroup };
    },
    problemCount,
    problems,
    counts,
  };
}

function tooMany(): unknown {
  return toAppError(new ReadingError('TOO_LARGE', { params: { part: 'rounds', limit: readingLimits.rounds } }), undefined);
}

function tiesOf(sheet: SurveyMapping, main: SurveyMapping): Ties {
  const none: RoundKeys = { own: null, parent: null, table: null, interview: null, check: null };
  const keys = roundKeysOf(sheet.columns.map(({ header }) => header)) ?? none;
  const interview = interviewKeysOf(
    main.columns.map(({ header }) => header),
    keys,
  );
  const interviewMark = keys.check === null ? null : interview.check(keys.check.header);
  const mark = interviewMark === null ? null : (keys.check?.column ?? null);
  return { keys, interview, mark, interviewMark, isByMark: interview.own === null };
}

const cellOf = (cells: readonly string[], column: number | null): string => (column === null ? '' : (cells[column] ?? '').trim());

interface KnownInterviews {
  readonly rows: InterviewRows;
  readonly keyOf: (cells: readonly string[]) => string;
  readonly isGroup: (cells: readonly string[]) => boolean;
}

/** The numbers of all rows of interviews: which stand twice is known only when all have been seen. */
async function* readInterviewRows(call: Call, file: RoundsToRead, ties: readonly Ties[]): AsyncGenerator<ReadingProgress, KnownInterviews> {
  const tie = ties.find(({ interview }) => interview.own !== null) ?? ties.find(({ interviewMark }) => interviewMark !== null);
  const column = tie === undefined ? null : (tie.interview.own ?? tie.interviewMark);
  const keyOf = (cells: readonly string[]): string => cellOf(cells, column);
  const markColumn = ties.find(({ interviewMark }) => interviewMark !== null)?.interviewMark ?? null;
  const rows = new Map<string, { mark: string; isTwice: boolean }>();
  const { path } = call.session.blobs.received(file.ticket);
  yield* eachBatch(
    readSurveyRows(path, file.reading, call.signal),
    ({ rows: batch }) => {
      for (const cells of batch) {
        const key = keyOf(cells);
        if (key !== '') rows.set(key, { mark: cellOf(cells, markColumn), isTwice: rows.has(key) });
      }
    },
    call.signal,
  );
  return { rows, keyOf, isGroup: (cells) => cellOf(cells, tie?.interview.kind ?? null) === 'group' };
}

interface AllSheets {
  readonly sheets: readonly LoadedRounds[];
  readonly target: LoadedTarget;
  readonly mainSheet: string | null;
}

function looseRows(
  all: AllSheets,
  at: number,
  ties: Ties | undefined,
): (cells: readonly string[], prepared: LooseRow['prepared']) => LooseRow {
  const { sheets } = all;
  const above = sheets[at]?.parent;
  const names = (all.target.choice.rounds ?? []).map(({ name }) => name);
  const expected = above === null ? all.mainSheet : (sheets[above ?? -1]?.sheet.name ?? null);
  const persons = sheets.findIndex(({ repeat }) => repeat === null);
  return (cells, prepared) => {
    const own = cellOf(cells, ties?.keys.own ?? null);
    const table = cellOf(cells, ties?.keys.table ?? null);
    const mark = cellOf(cells, ties?.mark ?? null);
    const isElsewhere =
      table !== '' &&
      !(expected !== null && isSameName(expected, table)) &&
      [...names, all.mainSheet ?? ''].some((name) => isSameName(name, table));
    return { sheet: at, prepared, own, mark, isOfOtherSheet: isElsewhere, parent: referenceOf() };

    function referenceOf(): RowReference {
      const parent = cellOf(cells, ties?.keys.parent ?? null);
      const interview = ties?.keys.interview ?? null;
      // A round beside the persons of a group, or in an interview with one person.
      if (interview !== null && parent === '')
        return { sheet: above === persons && persons >= 0 ? null : above, key: cellOf(cells, interview) };
      if (above === null && ties?.isByMark === true) return { sheet: null, key: mark };
      return { sheet: above, key: parent };
    }
  };
}

function linkProblem(loaded: LoadedRounds | undefined, ties: Ties | undefined, row: LooseRow, why: CellProblem['why']): CellProblem {
  const isOwn = why === 'index-twice';
  const column = (isOwn ? ties?.keys.own : why === 'other-interview' ? ties?.mark : (ties?.keys.parent ?? ties?.keys.interview)) ?? 0;
  const value = isOwn ? row.own : why === 'other-interview' ? row.mark : row.parent.key;
  return { ...problem(row.prepared.row, column, value, why), sheet: loaded?.sheet.name ?? '' };
}
