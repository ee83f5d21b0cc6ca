import type { DocumentPart, ReportDocument } from '../../../../../shared/contract/reports-document.ts';
import { wordsIn } from '../../../words.ts';
import type { Leaving } from './leaving.ts';

function rangeOf(numbers: readonly number[]): string {
  const [first] = numbers;
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? String(first) : `${first}–${last}`;
}

/** What a file says of how it came about. */
export interface Origin {
  readonly threshold: number;
  readonly version: string;
  /** The day in words. */
  readonly day: string;
}

/** The document as it leaves: every table with the number it has in the register, and where it comes from on every page. */
export function withNumbers(document: ReportDocument, leaving: Leaving, draft: number, origin: Origin): ReportDocument {
  const numbers = new Map(leaving.exhibits.map(({ exhibitId }, at) => [exhibitId, leaving.first + at]));
  const numbered = (part: DocumentPart): DocumentPart => {
    const releaseNumber = part.kind === 'exhibit' ? (numbers.get(part.exhibitId) ?? null) : null;
    return part.kind === 'exhibit' ? { ...part, released: { ...part.released, releaseNumber } } : part;
  };
  const say = wordsIn(document.language);
  const range = rangeOf(leaving.numbers);
  return {
    ...document,
    blocks: document.blocks.map((block) => ({ ...block, parts: block.parts.map(numbered), problems: [], changes: [], changed: 0 })),
    provenance: say('reports.doc.provenance', { title: document.title, draft, releases: range, hasReleases: range === '' ? 'no' : 'yes' }),
    origin: say('reports.doc.origin', { project: document.project, ...origin }),
  };
}
