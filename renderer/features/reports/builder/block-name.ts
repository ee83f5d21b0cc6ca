import type { Say } from '../../../lib/text.ts';
import type { DraftBlock } from './blocks-model.ts';
import type { DocumentIndex } from './document-index.ts';

/** What a block is called where it is chosen and spoken of: "Tabell 7", "3 Å bli hørt", the beginning of a text. */
export function blockName(block: DraftBlock, index: DocumentIndex, say: Say): string {
  const { kind, label, body } = block;
  if (kind === 'heading')
    return [index.headings.get(block.id) ?? '', body].filter((part) => part !== '').join(' ') || say('reports.block.heading');
  if (kind === 'exhibit') return exhibitNames(block, index) || label || say('reports.block.exhibit');
  if (kind === 'quote') return say(quoteState(block, index));
  return say(`reports.block.${kind}`);
}

/** "Tabell 7", "Figur 4", or both. */
export function exhibitNames(block: DraftBlock, index: DocumentIndex): string {
  return index.referables
    .filter(({ blockId }) => blockId === block.id)
    .map(({ name }) => name)
    .join(', ');
}

/** Whether a quote may stand in the report. */
export function quoteState(block: DraftBlock, index: DocumentIndex) {
  const found = index.byBlock.get(block.id);
  if (found === undefined) return 'reports.block.quote';
  if (found.problems.some(({ code }) => code === 'quote-withdrawn')) return 'reports.quote.withdrawn';
  return found.problems.some(({ code }) => code === 'quote-not-cleared') ? 'reports.quote.uncleared' : 'reports.quote.cleared';
}

/** The same for the contents, where headings have their number in a column of its own. */
export function outlineName(block: DraftBlock, index: DocumentIndex, say: Say): string {
  if (block.kind === 'heading') return block.body.trim() || say('reports.block.heading');
  return blockName(block, index, say);
}
