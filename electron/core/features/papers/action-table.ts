import type { PaperBlock } from '../../../../shared/contract/papers.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { CoreWords } from '../../words.ts';

/** A row of a table of actions, each part in words. */
export interface ActionLine {
  readonly code: string;
  readonly wording: string;
  readonly language: Language;
  /** Under the wording: what it came from, whom it is for, what it became. */
  readonly notes: readonly string[];
  readonly owner: string;
  readonly due: string;
  readonly status: string;
  readonly isLate: boolean;
}

/** What was agreed, as a table: number, what, who, by when, how it goes. */
export function actionTable(lines: readonly ActionLine[], language: Language, say: CoreWords): PaperBlock[] {
  if (lines.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { label: say('papers.action.code'), share: 8 },
        { label: say('papers.action.what'), share: 34 },
        { label: say('papers.action.who'), share: 20 },
        { label: say('papers.action.due'), share: 18 },
        { label: say('papers.action.status'), share: 20 },
      ],
      rows: lines.map((line) => ({
        cells: [line.code, [line.wording, ...line.notes].join('\n'), line.owner, line.due, line.status],
        language: line.language === language ? null : line.language,
        isLate: line.isLate,
      })),
    },
  ];
}

/** Who does it, and with whom. */
export function ownerWords(owner: string | null, parties: string | null, say: CoreWords): string {
  const own = owner ?? say('papers.action.noOwner');
  return parties === null || parties === '' ? own : `${own}\n${say('papers.action.with', { who: parties })}`;
}
