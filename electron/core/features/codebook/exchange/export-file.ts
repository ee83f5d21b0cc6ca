import { codebookExamplesShown, type CodebookFormat } from '../../../../../shared/contract/codebook-exchange.ts';
import type { CodebookSnapshot } from '../../../../../shared/model/codebook.ts';
import { Ticket, type ThemeId } from '../../../../../shared/model/ids.ts';
import type { Language, LocalisedText } from '../../../../../shared/model/text.ts';
import { AppError } from '../../../app-error.ts';
import { fileNameOf } from '../../../documents/file-name.ts';
import { wordType } from '../../../documents/word.ts';
import type { Statements } from '../../../db/statements.ts';
import type { Call } from '../../../rpc/call.ts';
import { wordsIn } from '../../../words.ts';
import { readCodebook } from '../read-codebook.ts';
import { writeCsv, type CsvOptions } from './write-csv.ts';
import { writeDocx } from './write-docx.ts';
import { writeQdc } from './write-qdc.ts';
import { writeText } from './write-text.ts';

interface ExportInput extends CsvOptions {
  readonly format: CodebookFormat;
  readonly language: Language;
}

const kinds: Readonly<Record<CodebookFormat, { readonly ending: string; readonly mediaType: string }>> = {
  qdc: { ending: 'qdc', mediaType: 'application/xml' },
  text: { ending: 'txt', mediaType: 'text/plain; charset=utf-8' },
  csv: { ending: 'csv', mediaType: 'text/csv; charset=utf-8' },
  docx: { ending: 'docx', mediaType: wordType },
};

/** The whole codebook as a file for one download: themes only, no person and no coding. @throws AppError NOTHING_TO_SEND without themes */
export async function exportFile(
  { session, sql }: Call,
  input: ExportInput,
): Promise<{ ticket: Ticket; fileName: string; themeCount: number }> {
  const codebook = readCodebook(sql);
  // REFI-QDA knows no codebook without codes, and the others would be empty files.
  if (codebook.themes.length === 0) throw new AppError('NOTHING_TO_SEND', {}, 'codebookExchange.error.nothing');
  const { ending, mediaType } = kinds[input.format];
  const fileName = `${fileNameOf(wordsIn(input.language)('codebookExchange.words.title'), 'codebook')}.${ending}`;
  const bytes = await bytesOf(codebook, input);
  return { ticket: Ticket.parse(session.blobs.offer(fileName, mediaType, bytes)), fileName, themeCount: codebook.themes.length };
}

async function bytesOf(codebook: CodebookSnapshot, input: ExportInput): Promise<Uint8Array> {
  const { format, language, hasMark } = input;
  const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
  switch (format) {
    case 'qdc':
      return encoded(writeQdc(codebook, language));
    case 'text':
      return encoded(`${hasMark ? '\uFEFF' : ''}${writeText(codebook, language)}`);
    case 'csv':
      return encoded(writeCsv(codebook, input));
    case 'docx':
      return await writeDocx(codebook, language);
    default:
      return format satisfies never;
  }
}

interface ShownExample {
  readonly themeId: ThemeId;
  readonly number: string;
  readonly terms: LocalisedText;
  readonly language: Language;
  readonly body: string;
}

/** What a person looks at before a codebook leaves: anchor examples could be somebody's own words. */
export function exportFacts(sql: Statements): { themeCount: number; exampleCount: number; examples: ShownExample[] } {
  const { themes } = readCodebook(sql);
  const examples = themes.flatMap(({ id, number, terms, examples: own }) =>
    own.map((example) => ({ themeId: id, number, terms, ...example })),
  );
  return { themeCount: themes.length, exampleCount: examples.length, examples: examples.slice(0, codebookExamplesShown) };
}
