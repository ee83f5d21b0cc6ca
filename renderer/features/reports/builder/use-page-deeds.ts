import { useCommand } from '../../../lib/commands.tsx';
import { client } from '../../../lib/client.ts';
import { notice } from '../../../lib/status.ts';
import { useText } from '../../../lib/text.ts';
import { useSave } from '../../../lib/use-save.ts';
import { isWritten, moved, newBlock, nextHeading, sectionOf, type DraftBlock } from './blocks-model.ts';
import { frontPage, type BuilderDesk } from './builder-desk.ts';
import { focusPane } from './focus-pane.ts';

/** What can be done with the chosen block. */
export interface PageDeeds {
  readonly add: () => void;
  readonly edit: () => void;
  readonly move: (by: -1 | 1) => void;
  readonly remove: () => void;
  /** The changed figures of the chosen block have been read. */
  readonly read: () => void;
}

interface PageDeedsParts {
  readonly desk: BuilderDesk;
  readonly onAdd: () => void;
  readonly onExport: () => void;
  readonly onPane: () => void;
  readonly hasChanges: (blockId: string) => boolean;
  /** False while a dialog lies over the page: its letters are no deeds. */
  readonly isEnabled: boolean;
}

const shows = ['table', 'chart', 'both'] as const;

/** The deeds of the page, with their keys. They work on the block that is chosen, wherever in the builder the hand is. */
export function usePageDeeds({ desk, onAdd, onExport, onPane, hasChanges, isEnabled }: PageDeedsParts): PageDeeds {
  const say = useText();
  const save = useSave();
  const chosen = (): DraftBlock | undefined => {
    const { blocks, at } = desk.store.get();
    return blocks.find(({ id }) => id === at);
  };
  function edit(): void {
    const block = chosen();
    if (block !== undefined && isWritten(block)) desk.write(block.id);
    // What is filled in is not written in; its choices stand in the pane.
    else focusPane(onPane);
  }
  function move(by: -1 | 1, withSection = false): void {
    const block = chosen();
    if (block === undefined) return;
    const step = moved(desk.store.get().blocks, block.id, by, withSection);
    if (step === null) return;
    desk.move(step, withSection);
    desk.choose(block.id);
  }
  function remove(): void {
    const block = chosen();
    if (block === undefined) return;
    const { blocks } = desk.store.get();
    const at = blocks.indexOf(block);
    desk.remove([block.id]);
    desk.choose(blocks[at + 1]?.id ?? blocks[at - 1]?.id ?? frontPage);
  }
  function duplicate(): void {
    const block = chosen();
    if (block === undefined) return;
    const { kind, body, options, exhibitId, quoteId, findingId, attachmentId, label } = block;
    const copy = newBlock(crypto.randomUUID(), kind, { body, options, exhibitId, quoteId, findingId, attachmentId, label });
    desk.insert(block.id, [copy]);
    desk.choose(copy.id);
  }
  function show(): void {
    const block = chosen();
    if (block?.kind !== 'exhibit') return;
    const next = shows[(shows.indexOf(block.options.shows ?? 'table') + 1) % shows.length] ?? 'table';
    desk.change(block.id, { options: { ...block.options, shows: next } });
    notice.set({ text: `${say('reports.pane.shows')}: ${say(`reports.shows.${next}`)}`, tone: 'neutral' });
  }
  function read(): void {
    const block = chosen();
    if (block !== undefined && hasChanges(block.id))
      void desk.flush().then(() => save(() => client.reports.markRead({ blockId: block.id })));
  }
  function goTo(by: -1 | 1): void {
    const { blocks, at } = desk.store.get();
    const heading = nextHeading(blocks, at === frontPage ? null : at, by);
    if (heading !== null) desk.choose(heading.id);
    else if (by === -1) desk.choose(frontPage);
    else if (sectionOf(blocks, at ?? '').length > 0) desk.choose(blocks.at(-1)?.id ?? null);
  }
  useCommand('report.newBlock', onAdd, isEnabled);
  useCommand('report.edit', edit, isEnabled);
  useCommand('report.moveUp', () => move(-1), isEnabled);
  useCommand('report.moveDown', () => move(1), isEnabled);
  useCommand('report.sectionUp', () => move(-1, true), isEnabled);
  useCommand('report.sectionDown', () => move(1, true), isEnabled);
  useCommand('report.remove', remove, isEnabled);
  useCommand('report.duplicate', duplicate, isEnabled);
  useCommand('report.shows', show, isEnabled);
  useCommand('report.read', read, isEnabled);
  useCommand('report.pane', onPane, isEnabled);
  useCommand('report.export', onExport, isEnabled);
  useCommand('report.nextSection', () => goTo(1), isEnabled);
  useCommand('report.previousSection', () => goTo(-1), isEnabled);
  return { add: onAdd, edit, move, remove, read };
}
