import type { z } from 'zod';
import type { RawCheck } from '../../../../../shared/contract/raw-export.ts';
import type { refi, RefiChoices, RefiCounts, RefiLossNote } from '../../../../../shared/contract/refi.ts';
import { Ticket } from '../../../../../shared/model/ids.ts';
import { AppError } from '../../../app-error.ts';
import { fileNameOf } from '../../../documents/file-name.ts';
import { zipOf, type ZipEntry } from '../../../documents/zip.ts';
import type { Call } from '../../../rpc/call.ts';
import { nextReleaseNumber } from '../../analysis/register.ts';
import { enterRelease } from '../../analysis/write-release.ts';
import { checkRaw, standsOut } from '../../raw-export/check-raw.ts';
import { makeProject, type MadeProject } from './make-project.ts';
import { readInterviews, signOfPersons } from './read-people.ts';
import { sourcePath, writeQde, type LeavingProject } from './write-qde.ts';

type ExportInput = z.output<NonNullable<(typeof refi.exportProject)['~orpc']['inputSchema']>>;
type FactsInput = z.output<NonNullable<(typeof refi.exportFacts)['~orpc']['inputSchema']>>;
type Facts = z.input<NonNullable<(typeof refi.exportFacts)['~orpc']['outputSchema']>>;

/** How persons stand out in what leaves: of the versions asked with, the one in which most do. Null while no answers leave. */
function riskOf({ sql }: Pick<Call, 'sql'>, projectId: string, choices: RefiChoices): Facts['risk'] {
  if (!choices.values) return null;
  const versionIds = [...new Set(readInterviews(sql, projectId).map(({ versionId }) => versionId))];
  const checks = versionIds.map((versionId): RawCheck => checkRaw(sql, { projectId, versionId }));
  const worst = checks.toSorted((a, b) => b.underThreshold - a.underThreshold || Number(standsOut(b)) - Number(standsOut(a)))[0];
  if (worst === undefined) return null;
  const { threshold, smallest, underThreshold, records } = worst;
  return { persons: records, threshold, smallest, underThreshold, standsOut: checks.some(standsOut) };
}

/** What would leave with these choices, and all that cannot. @throws AppError NOT_FOUND */
export function exportFacts(call: Call, { projectId, choices, language }: FactsInput): Facts {
  const { counts, losses, identifiers } = makeProject(call, { projectId, choices, language, madeAt: '' });
  return { counts, losses, identifiers, risk: riskOf(call, projectId, choices) };
}

/** The files of a project's archive: what describes it, then its texts and memos, as plain text in UTF-8 without mark. */
export function projectFiles(project: LeavingProject, language: ExportInput['language']): ZipEntry[] {
  const encoder = new TextEncoder();
  return [
    { name: 'project.qde', bytes: encoder.encode(writeQde(project, language)) },
    ...[...project.sources, ...project.notes].map(({ guid, content }) => ({
      name: `sources/${sourcePath(guid)}`,
      bytes: encoder.encode(content),
    })),
  ];
}

interface Exported {
  readonly releaseNumber: number;
  readonly ticket: Ticket;
  readonly fileName: string;
  readonly counts: RefiCounts;
  readonly losses: RefiLossNote[];
}

/**
 * Makes a project's file, enters it in the register and puts it out for one download. The register is written last: a file that could not
 * be made leaves no entry, and none leaves without one. @throws AppError NOT_FOUND, NOT_RELEASABLE, NOTHING_TO_SEND, CANCELLED
 */
export async function* exportProject(call: Call, input: ExportInput): AsyncGenerator<{ done: number; of: number }, Exported> {
  const { session, signal, workspace } = call;
  const { projectId, choices, language, acceptsRisk } = input;
  yield { done: 0, of: 3 };
  const risk = riskOf(call, projectId, choices);
  if (!acceptsRisk && risk?.standsOut === true) throw new AppError('NOT_RELEASABLE', { count: risk.underThreshold }, 'rawExport.standsOut');
  const releasedAt = new Date(session.deps.now()).toISOString();
  const made = makeProject(call, { projectId, choices, language, madeAt: releasedAt });
  if (made.counts.themes + made.counts.texts + made.counts.values + made.counts.memos === 0)
    throw new AppError('NOTHING_TO_SEND', {}, 'refi.error.nothing');
  yield { done: 1, of: 3 };
  const bytes = zipOf(projectFiles(made.project, language), 6);
  yield { done: 2, of: 3 };
  if (signal?.aborted === true || session.workspace !== workspace) throw new AppError('CANCELLED');
  const fileName = `${fileNameOf(made.project.name, 'project')}.qdpx`;
  const releaseNumber = nextReleaseNumber(call.sql);
  enter(call, input, made, { number: releaseNumber, releasedAt, fileName, bytes: bytes.length });
  const ticket = Ticket.parse(session.blobs.offer(fileName, 'application/zip', bytes));
  return { releaseNumber, ticket, fileName, counts: made.counts, losses: made.losses };
}

function enter(
  call: Call,
  { projectId, choices, language, recipient, purpose }: ExportInput,
  { counts, persons }: MadeProject,
  file: { readonly number: number; readonly releasedAt: string; readonly fileName: string; readonly bytes: number },
): void {
  const { number, releasedAt, fileName } = file;
  call.commit((operation) => {
    // Between the steps somebody may have withdrawn; then this file is void.
    if (signOfPersons(readInterviews(call.sql, projectId)) !== persons) throw new AppError('CANCELLED');
    enterRelease(call, operation, {
      projectId,
      number,
      definition: { kind: 'refi-project', choices, language, purpose },
      figures: { title: fileName, files: [{ fileName, bytes: file.bytes }], counts },
      format: 'qdpx',
      recipient,
      releasedAt,
    });
  });
}
