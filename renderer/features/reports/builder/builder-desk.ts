import type { NewBlock, ReportBlock } from '../../../../shared/contract/reports.ts';
import type { BlockOptions } from '../../../../shared/contract/reports-terms.ts';
import type { ReportId } from '../../../../shared/model/ids.ts';
import { client } from '../../../lib/client.ts';
import { afterDeeds } from '../../../lib/deed-line.ts';
import { createStore, type Store } from '../../../lib/store.ts';
import { isUnsent, withChange, withInserted, withReading, type DraftBlock, type Move } from './blocks-model.ts';

/** The front page stands before all blocks and can be chosen like one. */
export const frontPage = 'front';

/** The block that is written in, and where its caret was put last; `turn` grows when the caret is to be put anew. */
export interface Writing {
  readonly blockId: string;
  readonly caret: number | 'end';
  readonly turn: number;
}

export interface DeskState {
  /** The file has been read. */
  readonly isRead: boolean;
  readonly blocks: readonly DraftBlock[];
  /** The chosen block, the front page, or nothing. */
  readonly at: string | null;
  /** Grows when the chosen block is to take the focus. */
  readonly turn: number;
  readonly writing: Writing | null;
}

/** A report under the hands: everything is shown at once, in the file within a second, and in the order it was done. */
export interface BuilderDesk {
  readonly reportId: ReportId;
  readonly store: Store<DeskState>;
  /** Chooses a block; with focus unless a list beside it keeps that. */
  readonly choose: (id: string | null, takesFocus?: boolean) => void;
  readonly write: (id: string, caret?: number | 'end') => void;
  /** New words in a block. */
  readonly type: (id: string, body: string) => void;
  /** Puts blocks in after another one, as one deed. */
  readonly insert: (after: string | null, blocks: readonly DraftBlock[]) => void;
  readonly change: (
    id: string,
    change: { readonly kind?: 'heading' | 'text'; readonly body?: string; readonly options?: BlockOptions },
  ) => void;
  readonly move: (move: Move, withSection: boolean) => void;
  readonly remove: (ids: readonly string[]) => void;
  /** Sends what is typed; resolves when all that is under way has arrived. */
  readonly flush: () => Promise<void>;
  /** The window goes: what is typed is sent at once, without waiting for what is under way. */
  readonly leave: () => void;
  /** Reads the file; what is being done meanwhile is not undone by it. */
  readonly read: () => Promise<readonly ReportBlock[]>;
}

export interface DeskParts {
  readonly reportId: ReportId;
  /** Runs a change and answers undefined when it did not come into the file. */
  readonly save: <T>(change: () => Promise<T>) => Promise<T | undefined>;
  /** Something could not be done: what the file says is to be read again. */
  readonly onRefused: () => void;
}

/** How long typed words may stay out of the file, and how long to wait before what the disk refused is tried again, in ms. */
const patienceMs = 500;
const retryMs = 3000;

function newBlockOf({ id, kind, body, options, exhibitId, quoteId, findingId, attachmentId }: DraftBlock): NewBlock {
  return { id, kind, body, options, exhibitId, quoteId, findingId, attachmentId };
}

/** Makes the desk of one report. */
export function createBuilderDesk({ reportId, save, onRefused }: DeskParts): BuilderDesk {
  const store = createStore<DeskState>({ isRead: false, blocks: [], at: null, turn: 0, writing: null });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay = 0;
  let deeds = 0;
  let waiting: (() => void)[] = [];
  const onTheWay = new Set<string>();
  /** Blocks that the file has not said it has. */
  const coming = new Set<string>();

  const put = (part: Partial<DeskState>): void => store.set({ ...store.get(), ...part });
  const soon = (ms: number): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      rested();
    }, ms);
  };

  async function send<T>(work: () => Promise<T>): Promise<T | undefined> {
    underWay += 1;
    deeds += 1;
    const result = await afterDeeds(() => save(work));
    underWay -= 1;
    if (underWay === 0) {
      const done = waiting;
      waiting = [];
      for (const tellThem of done) tellThem();
    }
    return result;
  }

  function mark(id: string, seen: string | null): void {
    put({ blocks: withChange(store.get().blocks, id, { seen }) });
  }

  /** Sends what is typed in a block, and the block itself where it is not in the file yet. */
  async function sendWords({ id, body, seen }: DraftBlock): Promise<void> {
    onTheWay.add(id);
    if (seen === null) coming.add(id);
    mark(id, body);
    const { blocks } = store.get();
    const at = blocks.findIndex((block) => block.id === id);
    const block = blocks[at];
    const after = blocks.slice(0, Math.max(0, at)).findLast((one) => one.seen !== null)?.id ?? null;
    const done = await send<unknown>(() =>
      seen === null && block !== undefined
        ? client.reports.insert({ reportId, after, blocks: [{ ...newBlockOf(block), body }] })
        : client.reports.changeBlock({ blockId: id, body }),
    );
    onTheWay.delete(id);
    coming.delete(id);
    if (done !== undefined) return;
    // Not in the file: as if it had not been sent, and tried again.
    mark(id, seen);
    soon(retryMs);
  }

  function rested(): void {
    for (const block of store.get().blocks) {
      if (!isUnsent(block)) continue;
      if (onTheWay.has(block.id)) soon(patienceMs);
      else void sendWords(block);
    }
  }

  function flushNow(): void {
    clearTimeout(timer);
    timer = undefined;
    for (const block of store.get().blocks) if (isUnsent(block) && !onTheWay.has(block.id)) void sendWords(block);
  }

  /** After this nothing is heard any more, and what waits for an answer is not sent: the pipe keeps the order instead. */
  function sendLast(): void {
    const { blocks } = store.get();
    for (const [at, block] of blocks.entries()) {
      const isComing = coming.has(block.id);
      if (!isUnsent(block) && !isComing) continue;
      const after = blocks[at - 1]?.id ?? null;
      // One that has come meanwhile is refused here, and gets its words below.
      if (isComing || block.seen === null) client.reports.insert({ reportId, after, blocks: [newBlockOf(block)] }).catch(() => {});
      if (block.seen !== null) client.reports.changeBlock({ blockId: block.id, body: block.body }).catch(() => {});
    }
  }

  async function carryOut(work: () => Promise<unknown>): Promise<void> {
    if ((await send(work)) === undefined) onRefused();
  }

  return {
    reportId,
    store,
    choose: (at, takesFocus = true) => {
      flushNow();
      const state = store.get();
      put({ at, writing: null, turn: takesFocus ? state.turn + 1 : state.turn });
    },
    write: (blockId, caret = 'end') => {
      const { writing } = store.get();
      if (writing?.blockId !== blockId) flushNow();
      put({ at: blockId, writing: { blockId, caret, turn: (writing?.turn ?? 0) + 1 } });
    },
    type: (id, body) => {
      put({ blocks: withChange(store.get().blocks, id, { body }) });
      soon(patienceMs);
    },
    insert: (after, blocks) => {
      flushNow();
      put({
        blocks: withInserted(
          store.get().blocks,
          after,
          blocks.map((block) => ({ ...block, seen: block.body })),
        ),
      });
      for (const { id } of blocks) {
        onTheWay.add(id);
        coming.add(id);
      }
      void send(() => client.reports.insert({ reportId, after, blocks: blocks.map(newBlockOf) })).then((done) => {
        for (const { id } of blocks) {
          onTheWay.delete(id);
          coming.delete(id);
        }
        if (done !== undefined) return;
        for (const { id } of blocks) mark(id, null);
        soon(retryMs);
      });
    },
    change: (blockId, change) => {
      flushNow();
      const { blocks } = store.get();
      put({ blocks: withChange(blocks, blockId, { ...change, ...(change.body === undefined ? {} : { seen: change.body }) }) });
      void carryOut(() => client.reports.changeBlock({ blockId, ...change }));
    },
    move: ({ blocks, moved, after }, withSection) => {
      flushNow();
      put({ blocks });
      void carryOut(() => client.reports.move({ reportId, blockIds: withSection ? moved.slice(0, 1) : [...moved], after, withSection }));
    },
    remove: (ids) => {
      flushNow();
      put({ blocks: store.get().blocks.filter(({ id }) => !ids.includes(id)) });
      void carryOut(() => client.reports.remove({ blockIds: [...ids] }));
    },
    flush: async () => {
      flushNow();
      if (underWay > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    leave: sendLast,
    read: async () => {
      for (;;) {
        if (underWay > 0) await new Promise<void>((resolve) => waiting.push(resolve));
        const begun = deeds;
        const { blocks } = await client.reports.blocks({ reportId });
        if (deeds !== begun || underWay > 0) continue;
        const state = store.get();
        const merged = withReading(state.blocks, blocks);
        const isThere = (id: string | null): boolean => id === frontPage || merged.some((block) => block.id === id);
        put({
          isRead: true,
          blocks: merged,
          at: isThere(state.at) ? state.at : null,
          writing: state.writing !== null && isThere(state.writing.blockId) ? state.writing : null,
        });
        return blocks;
      }
    },
  };
}
