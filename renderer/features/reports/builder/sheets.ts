import type { DraftBlock } from './blocks-model.ts';
import type { DocumentIndex } from './document-index.ts';

/** Blocks that lie on the same paper. */
export interface Sheet {
  readonly isLandscape: boolean;
  readonly blocks: readonly DraftBlock[];
}

/** Columns of figures that a page upright has room for. */
const mostUpright = 8;

/** Whether a block shows a table that is too wide for a page upright. */
export function isWide(block: DraftBlock, index: DocumentIndex): boolean {
  return (index.byBlock.get(block.id)?.parts ?? []).some((part) => {
    if (part.kind !== 'exhibit' || part.table === null) return false;
    const { kind, rows, columns } = part.released;
    return (kind === 'likert' ? rows.length : columns.length) > mostUpright;
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
