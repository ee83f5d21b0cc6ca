import type { TabBook } from '../../../../../shared/contract/analysis-exhibits.ts';
import { exhibitWords } from '../../../../../shared/charts/index.ts';
import { Ticket } from '../../../../../shared/model/ids.ts';
import type { ReleasedExhibit } from '../../../../../shared/model/exhibit.ts';
import type { ExhibitDefinition } from '../../../../../shared/contract/exhibit-definition.ts';
import { AppError } from '../../../app-error.ts';
import type { Call } from '../../../rpc/call.ts';
import { wordsIn } from '../../../words.ts';
import { writeWorkbookOf } from '../files/index.ts';
import { gateTools, type GateTools } from '../gate-tools.ts';
import { readProjectFacts } from '../project-facts.ts';
import { makeExhibit } from '../release-exhibit.ts';
import { assertMarkStands, takeReleaseMark } from '../release-mark.ts';
import { assertReleasable, writeRelease } from '../write-release.ts';
import { tablesOf } from './tables.ts';

interface Wanted {
  readonly projectId: string;
  readonly book: TabBook;
  readonly recipient?: string | undefined;
}

interface Counted {
  readonly definition: ExhibitDefinition;
  readonly exhibit: ReleasedExhibit;
  /** False: it stays, and is named. */
  readonly mayLeave: boolean;
}

function countOne(call: Call, projectId: string, definition: ExhibitDefinition, createdAt: string, tools: GateTools): Counted {
  const made = makeExhibit(call.sql, { projectId, definition, createdAt, tools });
  try {
    assertReleasable(call.sql, made, { projectId, definition });
    return { definition, exhibit: made.exhibit, mayLeave: true };
  } catch (error) {
    if (error instanceof AppError && (error.code === 'NOT_RELEASABLE' || error.code === 'TOO_FEW'))
      return { definition, exhibit: made.exhibit, mayLeave: false };
    throw error;
  }
}

/**
 * Lets the tables of a book out as one workbook, a sheet each. Every table is a release with a number of its own, since each can be
 * subtracted from others; all are entered in one operation, after the file has been made.
 * @throws AppError TOO_FEW when none may leave, NOT_FOUND, CANCELLED
 */
export async function* exportTabBook(
  call: Call,
  { projectId, book, recipient }: Wanted,
): AsyncGenerator<
  { done: number; of: number },
  { ticket: Ticket; fileName: string; releaseNumber: number; released: number; leftOut: string[] }
> {
  const mark = takeReleaseMark(call);
  const first = mark.number;
  const definitions = tablesOf(call.sql, projectId, book);
  const releasedAt = new Date(call.session.deps.now()).toISOString();
  const tools = gateTools(call);
  const counted: Counted[] = [];
  for (const definition of definitions) {
    if (call.signal?.aborted === true) throw new AppError('CANCELLED');
    counted.push(countOne(call, projectId, definition, releasedAt, tools));
    yield { done: counted.length, of: definitions.length };
  }
  const leaving = counted
    .filter(({ mayLeave }) => mayLeave)
    .map(({ definition, exhibit }, at) => ({ definition, exhibit: { ...exhibit, releaseNumber: first + at } }));
  const facts = readProjectFacts(call.sql, projectId);
  if (leaving.length === 0) throw new AppError('TOO_FEW', { threshold: facts.rule.threshold });
  const words = wordsIn(book.language);
  const title = words('exhibits.book.fileTitle', { project: facts.name });
  const bytes = await writeWorkbookOf(
    leaving.map(({ exhibit }) => ({ exhibit, words: exhibitWords(exhibit, words) })),
    title,
  );
  assertMarkStands(call, mark);
  call.commit((operation) => {
    for (const { definition, exhibit } of leaving)
      writeRelease(call, operation, { projectId, definition, exhibit, format: 'xlsx', recipient, releasedAt });
  });
  const fileName = `${words('exhibits.book.fileName', { number: first })
    .replaceAll(/[\\/:*?"<>|\s]+/gu, ' ')
    .trim()}.xlsx`;
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const ticket = Ticket.parse(call.session.blobs.offer(fileName, type, bytes));
  return {
    ticket,
    fileName,
    releaseNumber: first,
    released: leaving.length,
    leftOut: counted.flatMap(({ mayLeave, exhibit }) => (mayLeave ? [] : [exhibit.title])),
  };
}
