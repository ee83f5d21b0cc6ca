import type { DocumentPart } from '../../../../../../shared/contract/reports-document.ts';
import type { Language } from '../../../../../../shared/model/text.ts';
import { otherLanguage, problem, type Ground, type MakeBlock } from '../ground.ts';

/** Signs round somebody's words, as the language of the report has them. */
const quotationMarks: Readonly<Record<Language, readonly [open: string, close: string]>> = {
  nb: ['«', '»'],
  nn: ['«', '»'],
  sv: ['”', '”'],
  en: ['“', '”'],
};

/** Cleared words as a part; null for words that may not leave. */
export function quotePart(quoteId: string, ground: Ground): DocumentPart | null {
  const found = ground.quote(quoteId);
  if (found.state !== 'cleared') return null;
  const [open, close] = quotationMarks[ground.language];
  return { kind: 'quote', text: `${open}${found.text}${close}`, note: found.note, language: otherLanguage(found.language, ground) };
}

/** Somebody's words, once they are cleared, and only as long as whoever said them wants it. */
export const makeQuote: MakeBlock = ({ quoteId }, ground) => {
  const state = quoteId === null ? 'withdrawn' : ground.quote(quoteId).state;
  if (state === 'withdrawn') return { parts: [], problems: [problem('quote-withdrawn', true, 'reports.problem.quoteWithdrawn')] };
  if (state === 'not-cleared') return { parts: [], problems: [problem('quote-not-cleared', true, 'reports.problem.quoteNotCleared')] };
  const part = quoteId === null ? null : quotePart(quoteId, ground);
  return { parts: part === null ? [] : [part], problems: [], quotes: 1 };
};
