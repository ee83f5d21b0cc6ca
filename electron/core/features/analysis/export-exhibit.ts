import { exhibitWords, type ChartType } from '../../../../shared/charts/index.ts';
import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import { Ticket } from '../../../../shared/model/ids.ts';
import { cut } from '../../../../shared/texts/cut.ts';
import { localised } from '../../../../shared/model/text.ts';
import type { ReleasedExhibit } from '../../../../shared/model/exhibit.ts';
import { readQuestions } from '../../analysis/questions.ts';
import type { Call } from '../../rpc/call.ts';
import { wordsIn } from '../../words.ts';
import { readRasterResources, writeCsv, writePng, writeSvg, writeXlsx } from './files/index.ts';
import { gateTools } from './gate-tools.ts';
import { groupingsOf } from './group-parts.ts';
import { makeExhibit } from './release-exhibit.ts';
import { assertMarkStands, takeReleaseMark } from './release-mark.ts';
import { assertReleasable, writeRelease } from './write-release.ts';

export type ExportFormat = 'xlsx' | 'csv' | 'svg' | 'png';

interface ExportInput {
  readonly projectId: string;
  readonly definition: ExhibitDefinition;
  readonly format: ExportFormat;
  readonly chart?: ChartType | undefined;
  readonly title?: string | undefined;
  readonly recipient?: string | undefined;
}

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** So many characters of a title stand in the name of a file: systems take no endless names. */
const longestTitle = 100;

/** Text width of an A4 page at 96 dots per inch. */
const fileWidth = 680;

async function fileBytes(call: Call, exhibit: ReleasedExhibit, { format, chart }: ExportInput): Promise<Uint8Array> {
  const words = exhibitWords(exhibit, wordsIn(exhibit.language));
  const options = { palette: 'light', width: fileWidth, ...(chart === undefined ? {} : { chart }) } as const;
  if (format === 'csv') return writeCsv(exhibit, words);
  if (format === 'xlsx') return await writeXlsx(exhibit, words);
  if (format === 'svg') return writeSvg(exhibit, words, options);
  return await writePng(exhibit, words, options, await readRasterResources(call.session.resourceFolder));
}

/** A short name of a variable as people write it: "individuell_plan" is "individuell plan". */
function spokenName(name: string): string {
  return name.replaceAll('_', ' ');
}

/** "Tabell 3 – Respekt etter tjeneste.xlsx": names of questions and themes only, never answers or persons. */
function fileName(call: Call, { projectId, definition, format }: ExportInput, releaseNumber: number): string {
  const words = wordsIn(definition.language);
  const book = readQuestions(call.sql, projectId);
  const nameOf = (variableId: string): string => spokenName(book.formsOf(variableId)[0]?.variableName ?? '');
  const { rows, columns, banner } = definition;
  const [firstItem] = Array.isArray(rows) ? rows : [];
  const section = firstItem === undefined ? '' : localised(book.formsOf(firstItem)[0]?.sectionTitle ?? {}, definition.language);
  const special = {
    themes: 'analysis.file.themes',
    place: 'analysis.file.place',
    wave: 'analysis.file.wave',
    service: 'analysis.file.service',
  } as const;
  const nameIn = (id: string): string =>
    id === 'themes' || id === 'place' || id === 'wave' || id === 'service' ? words(special[id]) : nameOf(id);
  const subject = Array.isArray(rows) ? section : nameIn(rows);
  const [first] = groupingsOf({ columns, banner });
  const group = first === undefined ? '' : nameIn(first);
  const title = cut(group === '' ? subject : words('analysis.file.nameBy', { subject, group }), longestTitle);
  const name = words(format === 'svg' || format === 'png' ? 'analysis.file.figureName' : 'analysis.file.tableName', {
    number: releaseNumber,
    title: title.charAt(0).toLocaleUpperCase(definition.language) + title.slice(1),
  });
  return `${name.replaceAll(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ').trim()}.${format}`;
}

/**
 * Lets a table out: counted and checked anew, made into a file, entered in the register, put out for one download. The
 * register is written last and in one operation, so a file that could not be made leaves no entry.
 * @throws AppError NOT_RELEASABLE, TOO_FEW, NOT_FOUND, CANCELLED where something else has left, or what it is made of has changed, in between
 */
export async function* exportExhibit(
  call: Call,
  input: ExportInput,
): AsyncGenerator<{ done: number; of: number }, { ticket: Ticket; fileName: string; releaseNumber: number }> {
  const { projectId, definition, format } = input;
  const mark = takeReleaseMark(call);
  const releaseNumber = mark.number;
  const releasedAt = new Date(call.session.deps.now()).toISOString();
  const made = makeExhibit(call.sql, { projectId, definition, createdAt: releasedAt, tools: gateTools(call) });
  assertReleasable(call.sql, made, input);
  yield { done: 1, of: 3 };
  const exhibit: ReleasedExhibit = { ...made.exhibit, title: input.title ?? made.exhibit.title, releaseNumber };
  const bytes = await fileBytes(call, exhibit, input);
  yield { done: 2, of: 3 };
  assertMarkStands(call, mark);
  call.commit((operation) => {
    writeRelease(call, operation, { projectId, definition, exhibit, format, recipient: input.recipient, releasedAt });
  });
  const name = fileName(call, input, releaseNumber);
  return { ticket: Ticket.parse(call.session.blobs.offer(name, mediaTypes[format], bytes)), fileName: name, releaseNumber };
}
