import type { QuestionChanges } from '../../../../shared/contract/questionnaires.ts';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import type { QuestionnaireVersion } from '../../../../shared/model/questionnaire.ts';
import type { LocalisedText } from '../../../../shared/model/text.ts';
import { applyChange, type DesignChange, type QuestionPlace } from './apply-change.ts';

/** What became of a change; `ids` are those of what it made, in order. `later` when the disk would not take it, `refused` when the draft cannot have it. */
export type Sent = { readonly kind: 'done'; readonly ids: readonly string[] } | { readonly kind: 'refused' } | { readonly kind: 'later' };

/** The way to the file, and the clock. */
export interface DesignIo {
  /** Writes a change; ids in it are the file's. */
  readonly send: (change: DesignChange) => Promise<Sent>;
  /** Reads the version anew and puts it where the screen reads it. */
  readonly read: () => Promise<void>;
  /** Calls back after some milliseconds, unless what it gave is called first. */
  readonly after: (ms: number, call: () => void) => () => void;
}

interface Pending {
  readonly change: DesignChange;
  /** typing: more of the same may come. */
  state: 'typing' | 'waiting' | 'sent';
}

/** How long typing may go on before it is written, in ms. */
export const typingMs = 500;

export interface DesignStore {
  /** Changes that the file may not have yet, in the order they were made. */
  readonly pending: () => readonly DesignChange[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Paints what the file may not have yet over what it said last. */
  readonly paint: (version: QuestionnaireVersion) => QuestionnaireVersion;
  /** A change that may be followed by more of the same: typing. */
  readonly edit: (id: QuestionId, changes: QuestionChanges) => void;
  readonly editSection: (id: string, changes: { readonly title?: LocalisedText; readonly relevant?: string | null }) => void;
  /** A change that is whole at once. */
  readonly make: (change: DesignChange) => void;
  /** Writes what has been typed; resolves when everything is written or has been refused. */
  readonly flush: () => Promise<void>;
  /** The name a thing has on the screen as long as the screen stands, also after the file has given it an id. */
  readonly keyOf: (id: string) => string;
  /** The file's id of a thing, once it has one. */
  readonly idOf: (key: string) => string;
}

/** Keeps changes of a draft painted while they are on their way, writes them one by one, and typing twice a second. */
export function createDesignStore(io: DesignIo): DesignStore {
  let pending: readonly Pending[] = [];
  let snapshot: readonly DesignChange[] = [];
  let cancelTimer: (() => void) | null = null;
  let running: Promise<void> | null = null;
  const ids = new Map<string, string>();
  const keys = new Map<string, string>();
  const listeners = new Set<() => void>();

  const set = (next: readonly Pending[]): void => {
    pending = next;
    snapshot = next.map((entry) => entry.change);
    for (const listener of listeners) listener();
  };
  const idOf = (key: string): string => ids.get(key) ?? key;
  const learn = (change: DesignChange, made: readonly string[]): void => {
    for (const [at, key] of madeBy(change).entries()) {
      const id = made[at];
      if (id === undefined) continue;
      ids.set(key, id);
      keys.set(id, key);
    }
  };

  async function work(): Promise<void> {
    for (;;) {
      const next = pending.find((entry) => entry.state === 'waiting');
      if (next === undefined) break;
      const sent = await io.send(withIds(next.change, idOf));
      if (sent.kind === 'later') return;
      if (sent.kind === 'refused') {
        set(withoutRefused(pending, next));
        continue;
      }
      learn(next.change, sent.ids);
      next.state = 'sent';
    }
    const done = new Set(pending.filter((entry) => entry.state === 'sent'));
    if (done.size === 0) return;
    await io.read();
    set(pending.filter((entry) => !done.has(entry)));
    if (pending.some((entry) => entry.state === 'waiting')) await work();
  }

  function run(): Promise<void> {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  }

  async function flush(): Promise<void> {
    cancelTimer?.();
    cancelTimer = null;
    for (const entry of pending) if (entry.state === 'typing') entry.state = 'waiting';
    while (pending.some((entry) => entry.state === 'waiting')) {
      const before = pending;
      await run();
      // The disk would not take it: it stays painted and is tried with the next change.
      if (pending === before && running === null) return;
    }
  }

  function type(change: Extract<DesignChange, { kind: 'question' | 'section' }>): void {
    const last = pending.at(-1);
    const joined = last?.state === 'typing' ? join(last.change, change) : null;
    set(joined === null ? [...pending, { change, state: 'typing' }] : [...pending.slice(0, -1), { change: joined, state: 'typing' }]);
    cancelTimer ??= io.after(typingMs, () => {
      cancelTimer = null;
      void flush();
    });
  }

  return {
    pending: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    paint: (version) => paint(version, snapshot, idOf),
    edit: (id, changes) => type({ kind: 'question', id, changes }),
    editSection: (id, changes) => type({ kind: 'section', id, ...changes }),
    make: (change) => {
      set([...pending, { change, state: 'waiting' }]);
      void flush();
    },
    flush,
    keyOf: (id) => keys.get(id) ?? id,
    idOf,
  };
}

function join(first: DesignChange, second: DesignChange): DesignChange | null {
  if (first.kind === 'question' && second.kind === 'question' && first.id === second.id)
    return { ...first, changes: { ...first.changes, ...second.changes } };
  return first.kind === 'section' && second.kind === 'section' && first.id === second.id ? { ...first, ...second } : null;
}

/** Keys of the things that a change makes, in order. */
function madeBy(change: DesignChange): readonly string[] {
  if (change.kind === 'addRows') return change.rows.map(({ id }) => id);
  return change.kind === 'add' || change.kind === 'addSection' ? [change.id] : [];
}

/** A thing that was refused takes what was said of it along. */
function withoutRefused(pending: readonly Pending[], refused: Pending): readonly Pending[] {
  const gone = new Set(madeBy(refused.change));
  return pending.filter((entry) => entry !== refused && (entry.change.kind === 'addRows' || !gone.has(entry.change.id)));
}

function paint(version: QuestionnaireVersion, changes: readonly DesignChange[], idOf: (key: string) => string): QuestionnaireVersion {
  if (changes.length === 0) return version;
  const known = new Set<string>(version.sections.flatMap((section) => [section.id, ...section.questions.map((question) => question.id)]));
  // What the file already has goes by its id; what it does not have yet, by its key.
  const now = (key: string): string => (known.has(idOf(key)) ? idOf(key) : key);
  return changes.reduce((painted, change) => applyChange(painted, withIds(change, now)), version);
}

/** A change with every id in it put through `idOf`. */
function withIds(change: DesignChange, idOf: (key: string) => string): DesignChange {
  // Ids go in as the brand they come out with.
  const question = (key: QuestionId): QuestionId => idOf(key) as QuestionId;
  const orNull = (key: QuestionId | null): QuestionId | null => (key === null ? null : question(key));
  const placeOf = ({ sectionId, afterId, parentId }: QuestionPlace): QuestionPlace => ({
    sectionId: idOf(sectionId),
    afterId: orNull(afterId),
    parentId: orNull(parentId),
  });
  switch (change.kind) {
    case 'question':
    case 'remove':
      return { ...change, id: question(change.id) };
    case 'add':
    case 'move':
      return { ...change, id: question(change.id), place: placeOf(change.place) };
    case 'addRows':
      return { ...change, rows: change.rows.map((row) => ({ ...row, id: question(row.id) })), place: placeOf(change.place) };
    case 'addSection':
    case 'moveSection':
      return { ...change, id: idOf(change.id), afterId: change.afterId === null ? null : idOf(change.afterId) };
    default:
      return { ...change, id: idOf(change.id) };
  }
}
