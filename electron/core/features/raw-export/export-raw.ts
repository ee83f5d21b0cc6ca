import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { KnownColumn, RawCheck, RawChoices } from '../../../../shared/contract/raw-export.ts';
import { Ticket } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import { readQuestions } from '../../analysis/questions.ts';
import type { Call } from '../../rpc/call.ts';
import { wordsIn, type CoreWords } from '../../words.ts';
import { nextReleaseNumber } from '../analysis/register.ts';
import { enterRelease } from '../analysis/write-release.ts';
import { codebookHeader, codebookRows } from './codebook.ts';
import { checkRaw, standsOut } from './check-raw.ts';
import { planExport, type RawSheet } from './plan.ts';
import { readAnswers } from './read-answers.ts';
import { delimiterIn, headerOf, linesOf, readInterviews, recordNames, remarkHeader, remarkLines } from './sheets.ts';

export interface RawExportInput {
  readonly projectId: string;
  readonly versionId: string;
  readonly choices: RawChoices;
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

/** Interviews read at a time. */
const atATime = 400;

const VersionRow = z.object({ name: z.string(), number: z.int(), id: z.string() });

/** A file in the making. */
class CsvFile {
  readonly fileName: string;
  readonly #header: readonly string[];
  readonly #delimiter: string;
  readonly #parts: Buffer[] = [];
  #rows = 0;

  constructor(fileName: string, header: readonly string[], language: Language) {
    this.fileName = fileName;
    this.#header = header;
    this.#delimiter = delimiterIn(language);
    this.#parts.push(Buffer.from(`\uFEFF${this.#text([header])}`));
  }

  add(lines: readonly (readonly string[])[]): void {
    if (lines.length === 0) return;
    this.#rows += lines.length;
    this.#parts.push(Buffer.from(this.#text(lines)));
  }

  #text(lines: readonly (readonly string[])[]): string {
    return stringify(lines as string[][], { delimiter: this.#delimiter, record_delimiter: 'windows' });
  }

  /** Puts the file out for one download. */
  offer(call: Call): RawFile {
    const ticket = Ticket.parse(call.session.blobs.offer(this.fileName, 'text/csv; charset=utf-8', Buffer.concat(this.#parts)));
    return { ticket, ...this.size };
  }

  get size(): { fileName: string; rows: number; columns: number } {
    return { fileName: this.fileName, rows: this.#rows, columns: this.#header.length };
  }
}

/** Names of files say what is in them, and nothing about persons. */
function nameOf({ kind, repeat }: RawSheet, words: CoreWords): string {
  const name = kind === 'rounds' ? (repeat?.variableName ?? '') : words(`rawExport.file.${kind}`);
  return `${name.replaceAll(/[\\/:*?"<>|\s]+/gu, ' ').trim()}.csv`;
}

function readVersion(call: Call, { projectId, versionId }: RawExportInput): z.infer<typeof VersionRow> {
  const row = call.sql.get(
    VersionRow,
    `SELECT n.id, f.name, n.number FROM questionnaire_version n JOIN questionnaire f ON f.id = n.questionnaire_id
     WHERE n.id = :versionId AND f.project_id = :projectId`,
    { projectId, versionId },
  );
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row;
}

interface MadeFiles {
  readonly number: number;
  readonly title: string;
  readonly files: readonly CsvFile[];
  readonly check: RawCheck;
}

function enterFiles(call: Call, input: RawExportInput, { number, title, files, check }: MadeFiles): void {
  const { records, smallest, underThreshold } = check;
  const known = check.columns.flatMap(({ id, isKnown }) => (isKnown ? [id] : []));
  const { projectId, versionId, choices, language, recipient, purpose } = input;
  call.commit((operation) => {
    // Between the steps another window may have released something; then this number is taken.
    if (nextReleaseNumber(call.sql) !== number) throw new AppError('CANCELLED');
    enterRelease(call, operation, {
      projectId,
      number,
      definition: { kind: 'raw-data', versionId, choices, language, purpose },
      figures: { title, files: files.map(({ size }) => size), check: { known, records, smallest, underThreshold } },
      format: 'raw-data',
      recipient,
      releasedAt: new Date(call.session.deps.now()).toISOString(),
    });
  });
}

/**
 * Makes the files of a version's answers, enters them in the register and puts them out, each for one download. The register
 * is written last and in one operation: files that could not be made leave no entry, and nothing leaves without one.
 * @throws AppError NOT_FOUND, CANCELLED
 */
export async function* exportRaw(
  call: Call,
  input: RawExportInput,
): AsyncGenerator<{ done: number; of: number }, { releaseNumber: number; files: RawFile[] }> {
  const { sql } = call;
  const { projectId, versionId, choices, language } = input;
  const version = readVersion(call, input);
  const check = checkRaw(sql, input);
  if (!input.acceptsRisk && standsOut(check)) throw new AppError('NOT_RELEASABLE', { count: check.underThreshold }, 'rawExport.standsOut');
  const words = wordsIn(language);
  const { sheets } = planExport(sql, { projectId, versionId, choices });
  const interviews = readInterviews(sql, projectId, versionId);
  const made = sheets.map((sheet) => ({ sheet, file: new CsvFile(nameOf(sheet, words), headerOf(sheet), language) }));
  const remarks = choices.remarks ? new CsvFile(`${words('rawExport.file.remarks')}.csv`, remarkHeader, language) : null;
  const codebook = new CsvFile(`${words('rawExport.file.codebook')}.csv`, codebookHeader, language);
  codebook.add(
    codebookRows(
      made.map(({ sheet, file }) => ({ sheet, fileName: file.fileName })),
      language,
    ),
  );
  const names = new Map(readQuestions(sql, projectId).forms.map((form) => [form.key, form.variableName]));
  const recordName = recordNames(sql);
  for (let from = 0; from < interviews.length; from += atATime) {
    yield { done: from, of: interviews.length };
    const part = interviews.slice(from, from + atATime);
    const answers = readAnswers(
      sql,
      part.map(({ key }) => key),
      choices,
    );
    const context = { answers, language, recordName };
    for (const { sheet, file } of made) file.add(part.flatMap((interview) => linesOf(sheet, interview, context)));
    remarks?.add(remarkLines(part, context, (key) => names.get(key) ?? ''));
  }
  const files = [...made.map(({ file }) => file), ...(remarks === null ? [] : [remarks]), codebook];
  const releaseNumber = nextReleaseNumber(sql);
  const title = words('rawExport.file.title', { name: version.name, number: version.number });
  enterFiles(call, input, { number: releaseNumber, title, files, check });
  return { releaseNumber, files: files.map((file) => file.offer(call)) };
}
