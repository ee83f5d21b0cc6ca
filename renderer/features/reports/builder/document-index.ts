import type { DocumentBlock, DocumentPart, ReportDocument } from '../../../../shared/contract/reports-document.ts';
import type { NamedReference } from './reference-names.ts';

export type ExhibitOnPage = Extract<DocumentPart, { kind: 'exhibit' }>;

/** A table or figure of the report: what it is called, and what it is about. */
export interface Referable extends NamedReference {
  readonly title: string;
  readonly blockId: string;
}

/** What the page asks of a document again and again. */
export interface DocumentIndex {
  readonly byBlock: ReadonlyMap<string, DocumentBlock>;
  /** Numbers of headings by block; those without one are left out. */
  readonly headings: ReadonlyMap<string, string>;
  readonly referables: readonly Referable[];
  /** The block that an anchor is in. */
  readonly anchors: ReadonlyMap<string, string>;
}

/** What tables and figures are called in the report's language. */
export interface CaptionWords {
  readonly table: (number: number) => string;
  readonly figure: (number: number) => string;
}

export const noDocument: DocumentIndex = { byBlock: new Map(), headings: new Map(), referables: [], anchors: new Map() };

function anchorsOf(part: DocumentPart): readonly string[] {
  if (part.kind === 'heading') return [part.anchor];
  if (part.kind === 'exhibit') return [part.table?.anchor ?? '', part.figure?.anchor ?? ''].filter((anchor) => anchor !== '');
  return part.kind === 'table' && part.caption !== null ? [part.caption.anchor] : [];
}

function referablesOf({ id, parts, kind }: DocumentBlock, words: CaptionWords): readonly Referable[] {
  // The appendix repeats the tables behind the charts; what is referred to stands in the text.
  if (kind !== 'exhibit') return [];
  return parts.flatMap((part) => {
    if (part.kind !== 'exhibit') return [];
    const common = { exhibitId: part.exhibitId, title: part.released.title, blockId: id };
    return [
      ...(part.table === null ? [] : [{ ...common, as: 'table' as const, name: words.table(part.table.number) }]),
      ...(part.figure === null ? [] : [{ ...common, as: 'figure' as const, name: words.figure(part.figure.number) }]),
    ];
  });
}

/** Looks through a document once. */
export function indexOf({ blocks }: Pick<ReportDocument, 'blocks'>, words: CaptionWords): DocumentIndex {
  const headings = blocks.flatMap(({ id, kind, parts: [first] }) =>
    kind === 'heading' && first?.kind === 'heading' && first.number !== null ? [[id, first.number] as const] : [],
  );
  return {
    byBlock: new Map(blocks.map((block) => [block.id, block])),
    headings: new Map(headings),
    referables: blocks.flatMap((block) => referablesOf(block, words)),
    anchors: new Map(blocks.flatMap(({ id, parts }) => parts.flatMap(anchorsOf).map((anchor) => [anchor, id] as const))),
  };
}

/** Figures that are others than in the latest draft, in the whole report. */
export function changedFigures({ blocks }: Pick<ReportDocument, 'blocks'>): number {
  return blocks.reduce((sum, { changed }) => sum + changed, 0);
}

/** Blocks that nothing is written before they are settled. */
export function blockedBlocks({ blocks }: Pick<ReportDocument, 'blocks'>): readonly DocumentBlock[] {
  return blocks.filter(({ problems }) => problems.some(({ isBlocking }) => isBlocking));
}
