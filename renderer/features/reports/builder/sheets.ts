import { liesAcross } from '../../../../shared/report-page/index.ts';
import type { DraftBlock } from './blocks-model.ts';
import type { DocumentIndex } from './document-index.ts';

/** Blocks that lie on the same paper. */
export interface Sheet {
  readonly isLandscape: boolean;
  readonly blocks: readonly DraftBlock[];
}

/** Whether a block shows a table that is too wide for a page upright. */
export function isWide(block: DraftBlock, index: DocumentIndex): boolean {
  return (index.byBlock.get(block.id)?.parts ?? []).some((part) => {
    return part.kind === 'exhibit' && part.table !== null && liesAcross(part.released);
  });
}

/** The papers of a report: wide tables on pages of their own, and a new one at each page break. The first is there even when it is empty. */
export function sheetsOf(blocks: readonly DraftBlock[], index: DocumentIndex): readonly Sheet[] {
  const sheets: { isLandscape: boolean; blocks: DraftBlock[] }[] = [{ isLandscape: false, blocks: [] }];
  let isOver = false;
  for (const block of blocks) {
    const last = sheets.at(-1);
    const isLandscape = isWide(block, index);
    if (last === undefined || isLandscape || isOver || last.isLandscape) sheets.push({ isLandscape, blocks: [block] });
    else last.blocks.push(block);
    isOver = block.kind === 'page-break';
  }
  return sheets;
}
