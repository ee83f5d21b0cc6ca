import type { ReportDocument } from '../../../../../shared/contract/reports-document.ts';
import type { WaveId } from '../../../../../shared/model/ids.ts';
import { AppError } from '../../../app-error.ts';
import type { OperationHandle } from '../../../db/operations.ts';
import type { Call } from '../../../rpc/call.ts';
import type { Claim } from '../../analysis/claims.ts';
import { readProjectFacts } from '../../analysis/project-facts.ts';
import { assertNotSubtractable, enterRelease } from '../../analysis/write-release.ts';
import { responseClaims } from '../../fieldwork/export-response.ts';
import { readResponseFigures } from '../../fieldwork/response-figures.ts';
import type { Assembled } from '../document/assemble.ts';
import type { ReportExhibit } from '../document/exhibit-reader.ts';

/** The response figures of one round of asking that stand in a report. */
interface LeavingWave {
  readonly waveId: WaveId;
  readonly name: string;
  readonly claims: readonly Claim[];
}

/** What of a report is entered in the register: each with a number of its own, in this order. */
export interface Leaving {
  readonly exhibits: readonly ReportExhibit[];
  readonly waves: readonly LeavingWave[];
  readonly quotes: number;
  /** Number of the first. */
  readonly first: number;
  /** Every number, rising; a report of nothing but words still has one. */
  readonly numbers: readonly number[];
}

/** Refuses a report that is not as it must be before it leaves, and names the first thing. @throws AppError NOT_RELEASABLE */
export function assertWhole({ blocks }: ReportDocument): void {
  const stopping = blocks.flatMap(({ problems }) => problems.filter(({ isBlocking }) => isBlocking));
  const [first] = stopping;
  if (first === undefined) return;
  throw new AppError(
    'NOT_RELEASABLE',
    { ...first.sentence.params, count: Number(first.sentence.params['count'] ?? stopping.length) },
    first.sentence.id,
  );
}

/**
 * What has to be entered before a report may leave. Tables were held against the register and each other when they were counted.
 * @throws AppError NOT_RELEASABLE where response figures could be subtracted from something that is out
 */
export function leavingOf(call: Call, { document, exhibits, waves, quotes }: Assembled, first: number): Leaving {
  const { projectId, language } = document;
  const inParts = new Set(
    document.blocks.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'exhibit' ? [part.exhibitId] : []))),
  );
  const { rule } = readProjectFacts(call.sql, projectId);
  const figures = waves.length === 0 ? [] : readResponseFigures(call.workspace, projectId).waves;
  const told = figures.flatMap(({ waveId, name, released }): LeavingWave[] => {
    const claims = responseClaims(waveId, released);
    if (!waves.includes(waveId) || claims.length === 0) return [];
    assertNotSubtractable(call.sql, claims, { projectId, rule, language });
    return [{ waveId, name, claims }];
  });
  const shown = exhibits.filter(({ exhibitId }) => inParts.has(exhibitId));
  const count = shown.length + told.length + (quotes > 0 ? 1 : 0);
  return { exhibits: shown, waves: told, quotes, first, numbers: Array.from({ length: count }, (_, at) => first + at) };
}

interface Entry {
  readonly document: ReportDocument;
  readonly leaving: Leaving;
  readonly format: string;
  readonly recipient: string;
  readonly releasedAt: string;
}

/** Enters everything; answers which release each kept table is, and the response figures of each round, and the quotes. */
export function enterAll(
  call: Call,
  operation: Pick<OperationHandle, 'label'>,
  { document, leaving, ...how }: Entry,
): Record<string, string> {
  const { projectId, title, language } = document;
  const { exhibits, waves, quotes, first } = leaving;
  const releases: Record<string, string> = {};
  for (const [at, { exhibitId, definition, shown }] of exhibits.entries()) {
    const id = call.workspace.newId();
    const number = first + at;
    releases[exhibitId] = id;
    enterRelease(call, operation, { projectId, number, definition, figures: { ...shown, releaseNumber: number }, id, ...how });
  }
  for (const [at, { waveId, name, claims }] of waves.entries()) {
    const number = first + exhibits.length + at;
    const figures = { title: name, report: title, claims };
    const id = call.workspace.newId();
    releases[`wave ${waveId}`] = id;
    enterRelease(call, operation, { projectId, number, definition: { kind: 'response', waveId, language }, figures, id, ...how });
  }
  if (quotes > 0) {
    const number = first + exhibits.length + waves.length;
    const definition = { kind: 'quotes', use: 'cleared', attributes: [], search: {}, group: 'none', language, purpose: title };
    const id = call.workspace.newId();
    releases['quotes'] = id;
    enterRelease(call, operation, { projectId, number, definition, figures: { title, quotes, themes: [] }, id, ...how });
  }
  return releases;
}
