import type { QuoteAttributeKey, QuoteFileUse, QuoteScope } from '../../../../../shared/contract/quotes.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import type { Call } from '../../../rpc/call.ts';
import { readProjectFacts } from '../../analysis/project-facts.ts';
import { requireSight } from '../../coding/index.ts';
import { readAttributeBook, type AttributeBook } from '../attribute-book.ts';
import { coarserKeys, narrowingOf, refusedValues, type RefusedValues } from './attribute-gate.ts';
import { selectForFile, type FileQuote, type FileSelection } from './file-quotes.ts';

export interface FileWanted extends QuoteScope {
  readonly use: QuoteFileUse;
  readonly attributes: readonly QuoteAttributeKey[];
  readonly language: Language;
}

/** What goes into a file, and what of it may not. */
export interface CheckedFile extends FileSelection {
  readonly book: AttributeBook;
  readonly threshold: number;
  readonly refused: readonly RefusedValues[];
  readonly coarser: readonly (readonly QuoteAttributeKey[])[];
}

/**
 * Holds a file of quotes against the gate. The attributes of an internal file are refused where too few share them; of a cleared quote
 * those that too few share by now are left out, the words stay.
 * @throws AppError CODING_IS_BLIND
 */
export function prepareFile(call: Pick<Call, 'sql' | 'actorId'>, wanted: FileWanted): CheckedFile {
  const { sql } = call;
  const { projectId, search, group, use, attributes, language } = wanted;
  requireSight(sql, projectId);
  const { threshold } = readProjectFacts(sql, projectId).rule;
  const book = readAttributeBook(sql, projectId, language);
  const selection = selectForFile(call, { projectId, search, group }, { use, attributes, book });
  const narrowing = narrowingOf(search, book);
  if (use === 'cleared') {
    const quotes = selection.quotes.map((one) => withShared(one, { book, narrowing, threshold }));
    return { ...selection, quotes, book, threshold, refused: [], coarser: [] };
  }
  const speakers = selection.quotes.flatMap(({ known, person }) => (person === null ? [] : [known]));
  const asked = { keys: attributes, speakers, book, narrowing, threshold };
  const refused = refusedValues(asked);
  return { ...selection, book, threshold, refused, coarser: refused.length === 0 ? [] : coarserKeys(asked) };
}

/**
 * Persons may have withdrawn since the quote was cleared, and in a file about one place fewer share what is told: attributes that too few
 * share now and there are not told.
 */
function withShared(one: FileQuote, rule: Pick<Parameters<typeof refusedValues>[0], 'book' | 'narrowing' | 'threshold'>): FileQuote {
  const isRefused = refusedValues({ keys: one.attributes, speakers: [one.known], ...rule }).length > 0;
  return isRefused ? { ...one, attributes: [] } : one;
}

/** What the dialog says before a file is made. */
export function checkFile(call: Pick<Call, 'sql' | 'actorId'>, wanted: FileWanted) {
  const { quotes, leftOut, threshold, refused, coarser } = prepareFile(call, wanted);
  return {
    quotes: quotes.length,
    leftOut,
    threshold,
    refused: refused.slice(0, 50).map(({ values, reason }) => ({ values: [...values], reason })),
    coarser: coarser.map((keys) => [...keys]),
  };
}
