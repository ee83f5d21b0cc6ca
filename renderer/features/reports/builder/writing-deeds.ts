import { isWritten, newBlock, type DraftBlock } from './blocks-model.ts';
import { frontPage, type BuilderDesk } from './builder-desk.ts';
import { isOnEmptyLastLine, typedHeading, type Marked } from './text-edits.ts';

/** What the keys of a field do to the blocks round it. They answer whether they did something. */
export interface WritingDeeds {
  /** New words, as they are kept. */
  readonly typed: (block: DraftBlock, body: string) => void;
  readonly enter: (block: DraftBlock, marked: Marked, stored: (words: string) => string) => boolean;
  readonly backspace: (block: DraftBlock) => boolean;
  /** To the block above or below. */
  readonly leave: (block: DraftBlock, by: -1 | 1) => boolean;
  /** Puts something in where the caret is; `stored`: the words of the field as they are kept. */
  readonly insertHere: (marked: Marked, stored: (words: string) => string) => void;
}

interface WritingParts {
  readonly desk: BuilderDesk;
  /** Opens the choice of what to put in after a block. */
  readonly onInsert: (after: string) => void;
}

/** Writing as one would in a word processor, on blocks that are in the file one by one. */
export function writingDeeds({ desk, onInsert }: WritingParts): WritingDeeds {
  const newId = (): string => crypto.randomUUID();
  const blocksNow = (): readonly DraftBlock[] => desk.store.get().blocks;

  function toHeading(block: DraftBlock, body: string): boolean {
    const found = block.kind === 'text' ? typedHeading(body) : null;
    if (found === null) return false;
    const options = { level: found.level };
    const rest = found.after === '' ? [] : [newBlock(newId(), 'text', { body: found.after })];
    if (found.before === '') {
      desk.change(block.id, { kind: 'heading', body: found.words, options });
      if (rest.length > 0) desk.insert(block.id, rest);
      desk.write(block.id, 0);
    } else {
      const heading = newBlock(newId(), 'heading', { body: found.words, options });
      desk.change(block.id, { body: found.before });
      desk.insert(block.id, [heading, ...rest]);
      desk.write(heading.id, 0);
    }
    return true;
  }

  function enterInHeading(block: DraftBlock, { text, start, end }: Marked, stored: (words: string) => string): boolean {
    const below = newBlock(newId(), 'text', { body: stored(text.slice(end)) });
    if (end < text.length || start !== end) desk.change(block.id, { body: stored(text.slice(0, start)) });
    desk.insert(block.id, [below]);
    desk.write(below.id, 0);
    return true;
  }

  function goTo(block: DraftBlock | undefined, caret: number | 'end'): boolean {
    if (block === undefined) return false;
    if (isWritten(block)) desk.write(block.id, caret);
    else desk.choose(block.id);
    return true;
  }

  return {
    typed: (block, body) => {
      if (!toHeading(block, body)) desk.type(block.id, body);
    },
    enter: (block, marked, stored) => {
      if (block.kind === 'heading') return enterInHeading(block, marked, stored);
      if (!isOnEmptyLastLine(marked)) return false;
      const below = newBlock(newId(), 'text');
      desk.type(block.id, stored(marked.text.replace(/\n+$/u, '')));
      desk.insert(block.id, [below]);
      desk.write(below.id, 0);
      return true;
    },
    backspace: (block) => {
      const blocks = blocksNow();
      const at = blocks.findIndex(({ id }) => id === block.id);
      if (block.body !== '') {
        if (block.kind !== 'heading') return false;
        desk.change(block.id, { kind: 'text', options: {} });
        desk.write(block.id, 0);
        return true;
      }
      const before = blocks[at - 1];
      const next = before ?? blocks[at + 1];
      desk.remove([block.id]);
      if (!goTo(next, before === undefined ? 0 : 'end')) desk.choose(frontPage);
      return true;
    },
    leave: (block, by) => {
      const blocks = blocksNow();
      const at = blocks.findIndex(({ id }) => id === block.id);
      return goTo(blocks[at + by], by === -1 ? 'end' : 0);
    },
    insertHere: ({ text, end }, stored) => {
      const { writing } = desk.store.get();
      const block = blocksNow().find(({ id }) => id === writing?.blockId);
      if (block === undefined) return;
      // What stands on the lines below the caret goes on below what is put in.
      const cut = text.indexOf('\n', end);
      if (block.kind === 'text' && cut !== -1 && text.slice(cut).trim() !== '') {
        const below = newBlock(newId(), 'text', { body: stored(text.slice(cut).replace(/^\n+/u, '')) });
        desk.change(block.id, { body: stored(text.slice(0, cut)) });
        desk.insert(block.id, [below]);
      }
      onInsert(block.id);
    },
  };
}

/** Where a new block goes: after the chosen one, first on the front page, last while nothing is chosen. */
export function placeForNew({ blocks, at }: { readonly blocks: readonly DraftBlock[]; readonly at: string | null }): string | null {
  if (at === frontPage) return null;
  return at ?? blocks.at(-1)?.id ?? null;
}

/** Puts blocks in after another one and goes to the first of them: to write where it is written in, else to look. */
export function putIn(desk: BuilderDesk, after: string | null, added: readonly DraftBlock[]): void {
  const [first] = added;
  if (first === undefined) return;
  // An empty text that the new block was asked for in gives it its place.
  const empty = desk.store.get().blocks.find(({ id, kind, body }) => id === after && kind === 'text' && body.trim() === '');
  desk.insert(after, added);
  if (isWritten(first)) desk.write(first.id, 0);
  else desk.choose(first.id);
  if (empty !== undefined && !isWritten(first)) desk.remove([empty.id]);
}
