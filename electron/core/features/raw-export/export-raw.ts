import { z } from 'zod';
import type { KnownColumn, RawChoices, RawExtras, RawFormat } from '../../../../shared/contract/raw-export.ts';
import { Ticket } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { wordsIn } from '../../words.ts';
import { nextReleaseNumber } from '../analysis/register.ts';
import { checkRaw, standsOut } from './check-raw.ts';
import { enterData } from './enter-raw.ts';
import type { Begin, MadeFile, Progress } from './made-file.ts';
import { makeFiles, rowsToDo } from './make-files.ts';
import { packFiles } from './pack-files.ts';
import { planExport } from './plan.ts';
import { retold } from './retold.ts';
import { openSource } from './source.ts';
import { readWeightOf } from './weights-of.ts';

export interface RawExportInput {
  readonly projectId: string;
  readonly versionId: string;
  readonly choices: RawChoices;
  readonly format?: RawFormat | undefined;
  readonly extras?: RawExtras | undefined;
  readonly language: Language;
  readonly recipient: string;
  readonly purpose: string;
  readonly known?: readonly KnownColumn[] | undefined;
  readonly acceptsRisk: boolean;
}

interface RawFile {
  readonly ticket: Ticket;
  readonly fileName: string;
  readonly rows: number;
  readonly columns: number;
}

/** What somebody is told of files that have left. */
export interface Released {
  readonly releaseNumber: number;
  readonly files: RawFile[];
}

const VersionRow = z.object({ name: z.string(), number: z.int(), id: z.string() });

/** A version of this project. @throws AppError NOT_FOUND */
export function readVersionName(
  { sql }: Pick<Call, 'sql'>,
  { projectId, versionId }: { readonly projectId: string; readonly versionId: string },
): z.infer<typeof VersionRow> {
  const row = sql.get(
    VersionRow,
    `SELECT n.id, f.name, n.number FROM questionnaire_version n JOIN questionnaire f ON f.id = n.questionnaire_id
     WHERE n.id = :versionId AND f.project_id = :projectId`,
    { projectId, versionId },
  );
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row;
}

/** Separated values as the language writes numbers. */
export function usualFormat(language: Language): RawFormat {
  return { kind: 'csv', separator: language === 'en' ? 'comma' : 'semicolon', byteOrderMark: true, values: 'codes', shape: 'wide' };
}

/** Nothing beside the data. */
export const noExtras: RawExtras = { weights: false, ddi: false, isPacked: false };

/** Files that are removed when the work ends before they were put out. */
export function fileDesk(call: Pick<Call, 'session'>): Disposable & { readonly begin: Begin } {
  const begun = new DisposableStack();
  return {
    begin: () => begun.use(call.session.blobs.begin()),
    [Symbol.dispose]: () => begun.dispose(),
  };
}

/** Puts finished files out, each for one download. */
export function offerFiles({ session }: Pick<Call, 'session'>, files: readonly MadeFile[]): RawFile[] {
  return files.map(({ file, fileName, mediaType, rows, columns }) => ({
    ticket: Ticket.parse(session.blobs.offerFile(file, fileName, mediaType)),
    fileName,
    rows,
    columns,
  }));
}

/** Files as one ZIP: the same rows, one thing to save. */
export async function* packed(begin: Begin, files: readonly MadeFile[], fileName: string): AsyncGenerator<null, MadeFile> {
  const { file } = yield* packFiles(
    begin,
    files.map((each) => ({ fileName: each.fileName, content: each.file })),
  );
  return {
    fileName,
    mediaType: 'application/zip',
    // The first file is that of the interviews; what lies beside it has counts of its own.
    rows: files[0]?.rows ?? 0,
    columns: files[0]?.columns ?? 0,
    file,
  };
}

/**
 * Makes the files of a version's answers, enters them in the register and puts them out, each for one download. The register
 * is written last and in one operation: files that could not be made leave no entry, and nothing leaves without one. A job that fails or is
 * cancelled leaves no file behind.
 * @throws AppError NOT_FOUND, NOT_RELEASABLE, OUT_OF_RANGE, CANCELLED
 */
export async function* exportRaw(call: Call, given: RawExportInput): AsyncGenerator<Progress, Released> {
  const { sql } = call;
  const { projectId, versionId, choices, language } = given;
  const input = { ...given, format: given.format ?? usualFormat(language), extras: given.extras ?? noExtras };
  const version = readVersionName(call, input);
  const check = checkRaw(sql, input);
  if (!input.acceptsRisk && standsOut(check)) throw new AppError('NOT_RELEASABLE', { count: check.underThreshold }, 'rawExport.standsOut');
  const words = wordsIn(language);
  const title = words('rawExport.file.title', { name: version.name, number: version.number });
  const weightOf = input.extras.weights ? readWeightOf(sql, projectId) : null;
  const plan = planExport(sql, { projectId, versionId, choices, withWeights: weightOf !== null });
  const source = openSource(sql, { projectId, versionId, choices, language, plan, weightOf });
  using desk = fileDesk(call);
  const made = yield* makeFiles(sql, desk.begin, source, {
    projectId,
    versionId,
    language,
    title,
    format: input.format,
    extras: input.extras,
    withRemarks: choices.remarks,
    producedOn: new Date(call.session.deps.now()).toISOString().slice(0, 10),
  });
  const releaseNumber = nextReleaseNumber(sql);
  const of = rowsToDo(source, input.format);
  const leaving = input.extras.isPacked
    ? [yield* retold(packed(desk.begin, made, `${words('rawExport.file.zip', { number: releaseNumber })}.zip`), () => ({ done: of, of }))]
    : made;
  const { format, extras, purpose } = input;
  enterData(call, {
    input,
    number: releaseNumber,
    format: 'raw-data',
    definition: { kind: 'raw-data', versionId, choices, format, extras, language, purpose },
    figures: { title, files: made.map(({ fileName, rows, columns }) => ({ fileName, rows, columns })) },
    check,
    checkNow: () => checkRaw(sql, input),
    source,
  });
  return { releaseNumber, files: offerFiles(call, leaving) };
}
