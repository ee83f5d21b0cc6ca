import type { AnswerValue } from '../../../../shared/model/answer.ts';
import type { Question } from '../../../../shared/model/questionnaire.ts';

/**
 * Whether two people have entered the same: numbers as numbers, several answers in any order (a ranking in its own), texts letter for
 * letter but for white space, dates by what they mean.
 */
export function isSameEntry(question: Pick<Question, 'type'>, a: AnswerValue | null, b: AnswerValue | null): boolean {
  if (a === null || b === null) return a === b;
  switch (a.kind) {
    case 'code':
      return b.kind === 'code' && a.code === b.code;
    case 'codes':
      return b.kind === 'codes' && (question.type === 'rank' ? listed(a.codes) === listed(b.codes) : sorted(a.codes) === sorted(b.codes));
    case 'number':
      return b.kind === 'number' && a.number === b.number;
    case 'text':
      return b.kind === 'text' && isSameText(a.text, b.text);
    case 'date':
      return (
        b.kind === 'date' && (isSameText(a.said, b.said) || (a.sortOn !== null && a.sortOn === b.sortOn && a.precision === b.precision))
      );
    case 'record':
      return b.kind === 'record' && a.id === b.id;
    case 'missing':
      return b.kind === 'missing' && a.reason === b.reason;
    case 'draft':
      return b.kind === 'draft' && isSameText(a.typed, b.typed);
  }
}

/** Letter for letter but for white space, and however the letters are composed. */
export function isSameText(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}

function listed(codes: readonly number[]): string {
  return codes.join(' ');
}

function sorted(codes: readonly number[]): string {
  return listed([...new Set(codes)].sort((a, b) => a - b));
}
