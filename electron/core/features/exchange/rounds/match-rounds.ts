import type { Ticket } from '../../../../../shared/model/ids.ts';
import type { Question } from '../../../../../shared/model/questionnaire.ts';
import type { ConfirmedReading } from '../../../../../shared/model/survey-file.ts';
import { mostRoundSheets, type RoundSheet } from '../../../../../shared/model/survey-import.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { cut } from '../../../../../shared/texts/index.ts';
import { AppError } from '../../../app-error.ts';
import type { Call } from '../../../rpc/call.ts';
import type { RememberedMapping, RememberedRounds } from '../matching/remember-mapping.ts';
import { roundSheetsIn } from '../reading/find-round-sheets.ts';
import { spellingKey } from '../reading/value-forms.ts';
import { toAppError, type ReadingProgress } from '../survey-upload.ts';
import { chooseAndFit, fitSheet } from './fit-sheet.ts';
import { lookAtSheet, type RoundSource, type SeenSheet } from './look-at-sheet.ts';
import { roundTargets, type RoundTarget } from './round-targets.ts';

interface RoundsToMatch {
  readonly ticket: Ticket;
  readonly reading: ConfirmedReading;
  readonly besides: readonly Ticket[];
  readonly questions: readonly Question[];
  readonly remembered: RememberedMapping | null;
  readonly language: Language;
}

/**
 * Finds the sheets of rounds in a workbook, and matches them and the files beside it with the repeats of a version: as it was settled
 * for a sheet of the same name, by name, by their columns. No repeat has two sheets.
 * @throws AppError TICKET_UNKNOWN, FILE_UNREADABLE, FILE_TOO_LARGE, CANCELLED
 */
export async function* matchRounds(call: Call, input: RoundsToMatch): AsyncGenerator<ReadingProgress, RoundSheet[]> {
  const targets = roundTargets(input.questions);
  const found: RoundSheet[] = [];
  for (const source of await sourcesOf(call, input)) {
    const seen = yield* lookAtSheet(call, source);
    // A sheet of the workbook was found by what ties it; a file was chosen.
    if (seen === 'untied' && source.ticket !== null)
      throw new AppError('FILE_UNREADABLE', { file: cut(source.name) }, 'exchange.error.no-rounds');
    if (typeof seen === 'string') continue;
    const taken = new Set(found.map(({ of }) => of));
    const free = targets.filter(({ of }) => !taken.has(of));
    found.push(recalled(seen, free, input) ?? chooseAndFit(seen, free, { language: input.language, remembered: null }));
  }
  return found;
}

async function sourcesOf({ session, signal }: Call, { ticket, reading, besides }: RoundsToMatch): Promise<RoundSource[]> {
  const { path } = session.blobs.received(ticket);
  let sheets: readonly string[] = [];
  try {
    if (reading.format === 'xlsx') sheets = await roundSheetsIn(path, reading.sheet ?? '', signal);
  } catch (error) {
    throw toAppError(error, signal);
  }
  const own = sheets.map((sheet): RoundSource => ({ ticket: null, file: ticket, sheet, name: sheet }));
  const beside = besides.map((file): RoundSource => ({ ticket: file, file, sheet: null, name: session.blobs.received(file).name }));
  return [...own, ...beside].slice(0, mostRoundSheets);
}

/** The sheet as one of the same name was settled the last time. */
function recalled(seen: SeenSheet, targets: readonly RoundTarget[], { remembered, language }: RoundsToMatch): RoundSheet | null {
  const before = remembered?.rounds?.find(({ name }) => spellingKey(name) === spellingKey(seen.source.name));
  const target = before === undefined ? undefined : targets.find((candidate) => nameOf(candidate) === before.of);
  if (before === undefined || target === undefined) return null;
  return fitSheet(seen, target, { basis: 'remembered', isSure: true }, { language, remembered: before.mapping });
}

/** What a round's target is remembered by: variables are the same in every version. */
export function nameOf({ repeat }: Pick<RoundTarget, 'repeat'>): RememberedRounds['of'] {
  return repeat === null ? null : repeat.name;
}
