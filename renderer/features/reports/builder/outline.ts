import type { BlockKind } from '../../../../shared/contract/reports-terms.ts';
import { headingOver, levelOf, type DraftBlock } from './blocks-model.ts';
import type { DocumentIndex } from './document-index.ts';

/** A line of the contents: a heading, or under the current one what stands in it. */
export interface OutlineEntry {
  readonly blockId: string;
  readonly kind: BlockKind;
  /** 1–3 for headings; what stands under one is a level deeper. */
  readonly level: number;
  readonly number: string | null;
  readonly text: string;
  readonly isHeading: boolean;
  /** Of a heading: of everything down to the next one. */
  readonly hasChanges: boolean;
  readonly isBlocked: boolean;
  readonly hasUnclearedQuote: boolean;
}

interface Marks {
  readonly hasChanges: boolean;
  readonly isBlocked: boolean;
  readonly hasUnclearedQuote: boolean;
}

function marksOf(ids: readonly string[], index: DocumentIndex): Marks {
  const blocks = ids.flatMap((id) => index.byBlock.get(id) ?? []);
  const problems = blocks.flatMap((block) => block.problems);
  return {
    hasChanges: blocks.some(({ changed }) => changed > 0),
    isBlocked: problems.some(({ isBlocking }) => isBlocking),
    hasUnclearedQuote: problems.some(({ code }) => code === 'quote-not-cleared' || code === 'quote-withdrawn'),
  };
}

/** Kinds that stand in the contents under the current heading. */
const listed: ReadonlySet<BlockKind> = new Set(['exhibit', 'quote', 'finding', 'attachment', 'checklist']);
/** Kinds that make a chapter of their own without a heading above them. */
const ownChapters: ReadonlySet<BlockKind> = new Set(['appendix']);

/** The contents of a report: its headings, and what stands under the one where the hand is. `nameOf` says what a block is called. */
export function outlineOf(
  blocks: readonly DraftBlock[],
  current: string | null,
  index: DocumentIndex,
  nameOf: (block: DraftBlock) => string,
): readonly OutlineEntry[] {
  const here = headingOver(blocks, current)?.id ?? null;
  const entries: OutlineEntry[] = [];
  let level = 0;
  for (const [at, block] of blocks.entries()) {
    const isHeading = block.kind === 'heading' || ownChapters.has(block.kind);
    if (isHeading) level = block.kind === 'heading' ? levelOf(block) : 1;
    else if (!listed.has(block.kind) || (headingOver(blocks, block.id)?.id ?? null) !== here) continue;
    const next = blocks.findIndex((one, place) => place > at && (one.kind === 'heading' || ownChapters.has(one.kind)));
    const own = isHeading ? blocks.slice(at, next === -1 ? undefined : next) : [block];
    entries.push({
      blockId: block.id,
      kind: block.kind,
      level: isHeading ? level : level + 1,
      number: index.headings.get(block.id) ?? null,
      text: nameOf(block),
      isHeading,
      ...marksOf(
        own.map(({ id }) => id),
        index,
      ),
    });
  }
  return entries;
}
