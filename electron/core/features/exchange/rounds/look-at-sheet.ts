import type { Ticket } from '../../../../../shared/model/ids.ts';
import type { ConfirmedReading, SurveyMapping } from '../../../../../shared/model/survey-file.ts';
import { AppError } from '../../../app-error.ts';
import type { Call } from '../../../rpc/call.ts';
import { inspectUpload } from '../inspect-upload.ts';
import { profileColumns } from '../profile-columns.ts';
import type { ColumnProfile } from '../reading/column-profile.ts';
import { isRoundFact, roundKeysOf, type RoundKeys } from '../reading/round-keys.ts';
import type { ReadingProgress } from '../survey-upload.ts';

/** Where rounds stand: a sheet of the workbook with the interviews, or a file of their own. */
export interface RoundSource {
  /** The file's own ticket; null for a sheet of the workbook. */
  readonly ticket: Ticket | null;
  /** The ticket under which the file lies. */
  readonly file: Ticket;
  /** Null in a file that is not the interviews' workbook: then its first sheet. */
  readonly sheet: string | null;
  readonly name: string;
}

/** A sheet of rounds as it was read through. */
export interface SeenSheet {
  readonly source: RoundSource;
  readonly reading: ConfirmedReading;
  readonly rowCount: number;
  readonly keys: RoundKeys;
  /** Columns that are no answers. */
  readonly facts: readonly number[];
  readonly profiles: readonly ColumnProfile[];
  /** What its columns are by themselves, without those that tie rows together. */
  readonly proposal: SurveyMapping;
}

/**
 * Reads a sheet through. `empty`: it has headers alone, as a repeat has that nobody had a round in. `untied`: nothing says what its rows
 * belong to.
 * @throws AppError TICKET_UNKNOWN, FILE_UNREADABLE, FILE_TOO_LARGE, CANCELLED
 */
export async function* lookAtSheet(call: Call, source: RoundSource): AsyncGenerator<ReadingProgress, SeenSheet | 'empty' | 'untied'> {
  const { file, sheet } = source;
  try {
    const { reading, rowCount, blankRowCount, proposal } = yield* inspectUpload(call, {
      ticket: file,
      choices: sheet === null ? {} : { sheet },
    });
    const keys = roundKeysOf(proposal.columns.map(({ header }) => header));
    if (keys === null) return 'untied';
    const facts = proposal.columns.flatMap(({ column, header }) => (isRoundFact(header, keys) ? [column] : []));
    const own = withoutFacts(proposal, facts);
    const profiles = yield* profileColumns(call, file, reading, own);
    return { source, reading, rowCount: rowCount - blankRowCount, keys, facts, profiles, proposal: own };
  } catch (error) {
    if (error instanceof AppError && error.messageId === 'exchange.error.empty') return 'empty';
    throw error;
  }
}

/** Keys are no answers, and a round has no participant code of its own. */
function withoutFacts(proposal: SurveyMapping, facts: readonly number[]): SurveyMapping {
  const questions = proposal.questions.filter(({ columns }) => !columns.some((column) => facts.includes(column)));
  return {
    decimalSign: proposal.decimalSign,
    questions,
    columns: proposal.columns.map(({ column, header, role, questionKey }) => {
      const isQuestion = questions.some(({ key }) => key === questionKey);
      return { column, header, role: isQuestion ? role : 'skip', questionKey: isQuestion ? questionKey : null };
    }),
  };
}
