import { localised } from '../../../../../shared/model/text.ts';
import type { CoreWords } from '../../../words.ts';
import type { RawTable } from '../raw-table.ts';
import { shareBase } from '../shares.ts';
import { isTooThin } from '../sure-intervals.ts';
import { notCompared } from './compared.ts';

/** Why there are no letters although they were asked for: of the whole table, or part by part of its columns. Nothing where there are. */
export function letterNotes(raw: RawTable, words: CoreWords): string[] {
  const { definition, parts, columns } = raw;
  if (definition.letters === undefined || parts.length === 0) return [];
  if (shareBase(definition) !== 'column') return [words('analysis.file.noLetters', { why: words('analysis.test.reason.not-columns') })];
  if (raw.summary === undefined && isTooThin(raw, ''))
    return [words('analysis.file.noLetters', { why: words('analysis.test.reason.missing') })];
  const reasons = parts.map((part) => notCompared(raw, part));
  const [first] = reasons;
  if (first != null && reasons.every((reason) => reason === first))
    return [words('analysis.file.noLetters', { why: words(`analysis.test.reason.${first}`) })];
  return reasons.flatMap((reason, at) => {
    if (reason === null) return [];
    const heading = columns.find(({ part }) => part === at)?.headings?.[0] ?? {};
    return [
      words('analysis.file.noLettersIn', { part: localised(heading, definition.language), why: words(`analysis.test.reason.${reason}`) }),
    ];
  });
}
