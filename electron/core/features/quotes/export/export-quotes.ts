import { z } from 'zod';
import type { QuoteFileFormat } from '../../../../../shared/contract/quotes.ts';
import { Ticket } from '../../../../../shared/model/ids.ts';
import { localised, type Language, type LocalisedText } from '../../../../../shared/model/text.ts';
import { AppError } from '../../../app-error.ts';
import type { Statements } from '../../../db/statements.ts';
import { wordType } from '../../../documents/word.ts';
import type { Call } from '../../../rpc/call.ts';
import { dayIn, wordsIn, type CoreWords } from '../../../words.ts';
import { readProjectFacts } from '../../analysis/project-facts.ts';
import { assertMarkStands, takeReleaseMark } from '../../analysis/release-mark.ts';
import { enterRelease } from '../../analysis/write-release.ts';
import { findQuotes, themeOrder, type QuotesFound } from '../find-quotes.ts';
import { prepareFile, type FileWanted } from './check-file.ts';
import { releasedThemeCounts } from './released-theme-counts.ts';
import { fileModel, type QuoteFile } from './file-model.ts';
import { quotesToDocx } from './write-docx.ts';
import { quotesToCsv, quotesToXlsx } from './write-table.ts';

export interface ExportWanted extends FileWanted {
  readonly format: QuoteFileFormat;
  readonly recipient: string;
  readonly purpose: string;
}

interface Made {
  readonly releaseNumber: number;
  readonly ticket: Ticket;
  readonly fileName: string;
  readonly quotes: number;
}

const types: Readonly<Record<QuoteFileFormat, string>> = {
  docx: wordType,
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

const NameRow = z.object({ theme_id: z.string(), language: z.string(), term: z.string() });

/** Names of the themes by id, in the order of the tree. */
function readThemeNames(sql: Statements, found: QuotesFound, language: Language): ReadonlyMap<string, string> {
  const terms = Map.groupBy(
    sql.all(NameRow, "SELECT theme_id, language, term FROM theme_term WHERE kind = 'preferred' ORDER BY id"),
    (row) => row.theme_id,
  );
  return new Map(
    themeOrder(sql, found.material).map((at) => {
      const id = found.material.themeIds[at] ?? '';
      const all: LocalisedText = Object.fromEntries((terms.get(id) ?? []).map((row) => [row.language, row.term]));
      return [id, localised(all, language)];
    }),
  );
}

function write(file: QuoteFile, format: QuoteFileFormat, words: CoreWords): Uint8Array | Promise<Uint8Array> {
  if (format === 'docx') return quotesToDocx(file, words);
  return format === 'xlsx' ? quotesToXlsx(file, words) : quotesToCsv(file, words);
}

/**
 * Makes a file of quotes, enters it in the register and puts it out for one download. The register is written last: a file that could not
 * be made leaves no entry, and nothing leaves without one.
 * @throws AppError CODING_IS_BLIND, QUOTE_ATTRIBUTES, NOT_FOUND when there is nothing to put into it, CANCELLED where something else has left, or somebody has
 * withdrawn, in between
 */
export async function* exportQuotes(call: Call, wanted: ExportWanted): AsyncGenerator<{ done: number; of: number }, Made> {
  const { sql, actorId } = call;
  const { projectId, language, use, format, search, attributes, group, purpose, recipient } = wanted;
  const mark = takeReleaseMark(call);
  const releaseNumber = mark.number;
  const checked = prepareFile(call, wanted);
  if (checked.refused.length > 0)
    throw new AppError('QUOTE_ATTRIBUTES', { threshold: checked.threshold, values: checked.refused[0]?.values.join(', ') ?? '' });
  if (checked.quotes.length === 0) throw new AppError('NOT_FOUND');
  yield { done: 0, of: checked.quotes.length };
  const words = wordsIn(language);
  const facts = readProjectFacts(sql, projectId);
  const releasedAt = new Date(call.session.deps.now()).toISOString();
  const title = words(`quotes.file.title.${use}`, { project: facts.name });
  const id = call.workspace.newId();
  const file = fileModel(checked, {
    words,
    language,
    use,
    title,
    about: aboutLines(words, {
      ...wanted,
      releaseNumber,
      day: dayIn(language, releasedAt),
      threshold: checked.threshold,
      quotes: checked.quotes.length,
    }),
    rule: facts.rule,
    released: releasedThemeCounts(sql, projectId),
    whole: findQuotes(sql, { projectId, search: {}, group: 'none' }, actorId),
    themeNames: readThemeNames(sql, checked.found, language),
    salt: id,
  });
  const bytes = await write(file, format, words);
  assertMarkStands(call, mark);
  call.commit((operation) => {
    enterRelease(call, operation, {
      id,
      projectId,
      number: releaseNumber,
      definition: { kind: 'quotes', use, attributes, search, group, language, purpose },
      figures: {
        title,
        quotes: file.rows.length,
        themes: file.themes.map(({ themeId, theme, persons, mentions }) => ({ themeId, theme, persons, mentions })),
      },
      format: use === 'internal' ? `${format}-internal` : format,
      recipient,
      releasedAt,
    });
  });
  const fileName = `${words(`quotes.file.name.${use}`)} ${releaseNumber}.${format}`;
  const ticket = Ticket.parse(call.session.blobs.offer(fileName, types[format], Buffer.from(bytes)));
  return { releaseNumber, ticket, fileName, quotes: file.rows.length };
}

interface About {
  readonly use: ExportWanted['use'];
  readonly recipient: string;
  readonly purpose: string;
  readonly releaseNumber: number;
  readonly day: string;
  readonly threshold: number;
  readonly quotes: number;
}

function aboutLines(words: CoreWords, { use, recipient, purpose, releaseNumber, day, threshold, quotes }: About): string[] {
  return [
    words('quotes.file.release', { number: releaseNumber, day, n: quotes }),
    ...(use === 'internal' ? [words('quotes.file.internal', { recipient, purpose })] : []),
    words('quotes.file.rule', { threshold }),
  ];
}
