import type { ReportBlock } from '../../../../shared/contract/reports.ts';
import type { BlockKind, BlockOptions } from '../../../../shared/contract/reports-terms.ts';

/** A block as it stands on this screen: what is typed may be ahead of the file. */
export interface DraftBlock extends ReportBlock {
  /** The words as the file has them, as far as is known here; null where the block is not in the file yet. */
  readonly seen: string | null;
}

/** Whether something of a block is not in the file yet. */
export function isUnsent({ body, seen }: DraftBlock): boolean {
  return body !== seen;
}

/** A block that is written in right where it stands. */
export function isWritten({ kind }: Pick<DraftBlock, 'kind'>): boolean {
  return kind === 'text' || kind === 'heading';
}

/** A new block of a kind, with whatever it shows. */
export function newBlock(id: string, kind: BlockKind, about: Partial<Omit<DraftBlock, 'id' | 'kind' | 'seen'>> = {}): DraftBlock {
  return {
    id,
    kind,
    body: '',
    options: {},
    exhibitId: null,
    quoteId: null,
    findingId: null,
    attachmentId: null,
    label: '',
    ...about,
    seen: null,
  };
}

/** The blocks with others put in after one; null puts them first, an unknown one last. */
export function withInserted(blocks: readonly DraftBlock[], after: string | null, added: readonly DraftBlock[]): readonly DraftBlock[] {
  const at = after === null ? 0 : blocks.findIndex(({ id }) => id === after) + 1;
  return after !== null && at === 0 ? [...blocks, ...added] : blocks.toSpliced(at, 0, ...added);
}

/** The blocks with some of one changed. */
export function withChange(
  blocks: readonly DraftBlock[],
  id: string,
  change: Partial<Pick<DraftBlock, 'kind' | 'body' | 'seen'>> & { readonly options?: BlockOptions },
): readonly DraftBlock[] {
  return blocks.map((block) => (block.id === id ? { ...block, ...change } : block));
}

/**
 * The file's blocks, with the words that are typed here and not sent. Blocks that are not in the file keep their place after the one before them: those that
 * are new, and those with such words that another window has taken away, for nobody has seen these words yet.
 */
export function withReading(drafts: readonly DraftBlock[], read: readonly ReportBlock[]): readonly DraftBlock[] {
  const known = new Map(drafts.map((draft) => [draft.id, draft]));
  const inFile = new Set(read.map(({ id }) => id));
  let merged: readonly DraftBlock[] = read.map((block) => {
    const draft = known.get(block.id);
    const isAhead = draft !== undefined && draft.seen !== null && isUnsent(draft);
    return { ...block, body: isAhead ? draft.body : block.body, seen: block.body };
  });
  for (const [at, draft] of drafts.entries())
    if (isUnsent(draft) && !inFile.has(draft.id)) merged = withInserted(merged, drafts[at - 1]?.id ?? null, [{ ...draft, seen: null }]);
  return merged;
}

/** The level a heading block has. */
export function levelOf({ options }: Pick<DraftBlock, 'options'>): number {
  return options.level ?? 1;
}

/** A heading and everything under it, down to the next of its level or a higher one; any other block alone. */
export function sectionOf(blocks: readonly DraftBlock[], id: string): readonly DraftBlock[] {
  const at = blocks.findIndex((block) => block.id === id);
  const first = blocks[at];
  if (first === undefined) return [];
  if (first.kind !== 'heading') return [first];
  const end = blocks.findIndex((block, index) => index > at && block.kind === 'heading' && levelOf(block) <= levelOf(first));
  return blocks.slice(at, end === -1 ? undefined : end);
}

/** The heading that a block stands under; null before the first. */
export function headingOver(blocks: readonly DraftBlock[], id: string | null): DraftBlock | null {
  const at = blocks.findIndex((block) => block.id === id);
  return blocks.slice(0, at + 1).findLast(({ kind }) => kind === 'heading') ?? null;
}

/** Where a block, or a heading's whole section, comes to stand when it is moved one step: the block it comes after. Null where it cannot move. */
export interface Move {
  readonly blocks: readonly DraftBlock[];
  readonly moved: readonly string[];
  readonly after: string | null;
}

/** One step up or down, over a single block, or with the section over the section beside it. */
export function moved(blocks: readonly DraftBlock[], id: string, by: -1 | 1, withSection: boolean): Move | null {
  const own = withSection ? sectionOf(blocks, id) : blocks.filter((block) => block.id === id);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return null;
  const rest = blocks.filter((block) => !own.includes(block));
  const from = blocks.indexOf(first);
  const neighbours = by === -1 ? sectionBefore(blocks, first, withSection) : sectionAfter(blocks, last, withSection);
  if (neighbours === null) return null;
  const at = by === -1 ? from - neighbours : from + neighbours;
  return {
    blocks: rest.toSpliced(at, 0, ...own),
    moved: own.map((block) => block.id),
    after: rest[at - 1]?.id ?? null,
  };
}

/** How many blocks it goes over upwards; null at the top. */
function sectionBefore(blocks: readonly DraftBlock[], first: DraftBlock, withSection: boolean): number | null {
  const at = blocks.indexOf(first);
  if (at === 0) return null;
  if (!withSection || first.kind !== 'heading') return 1;
  const start = blocks.findLastIndex((block, index) => index < at && block.kind === 'heading' && levelOf(block) <= levelOf(first));
  return start === -1 ? at : at - start;
}

/** How many blocks it goes over downwards; null at the foot. */
function sectionAfter(blocks: readonly DraftBlock[], last: DraftBlock, withSection: boolean): number | null {
  const next = blocks[blocks.indexOf(last) + 1];
  if (next === undefined) return null;
  return withSection ? sectionOf(blocks, next.id).length : 1;
}

/** The heading after or before a block, in the order of the page; null where there is none. */
export function nextHeading(blocks: readonly DraftBlock[], id: string | null, by: -1 | 1): DraftBlock | null {
  const at = blocks.findIndex((block) => block.id === id);
  const isHeading = ({ kind }: DraftBlock): boolean => kind === 'heading';
  if (by === 1) return blocks.find((block, index) => index > at && isHeading(block)) ?? null;
  return blocks.findLast((block, index) => index < at && isHeading(block)) ?? null;
}
