import { learn, type Lessons } from '../../../../shared/learning/index.ts';
import { readMark, type LogMark } from '../../db/changes-since.ts';
import type { Session } from '../../session.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { changesSince } from './changes.ts';
import { listSuggested, type SuggestedTexts } from './list-suggested.ts';
import { readExamples, type Teachers } from './read-examples.ts';

/** Everything learnt at one moment. `lessons` is null where no theme has enough persons. */
export interface Knowledge {
  readonly lessons: Lessons | null;
  readonly mark: LogMark;
  readonly texts: number;
  readonly persons: number;
  /** Texts and distinct persons by theme. */
  readonly byTheme: ReadonlyMap<string, { readonly texts: number; readonly persons: number }>;
  /** Which project each person is of: figures are about one project's people. */
  readonly projectOf: ReadonlyMap<string, string>;
  /** By project: texts that have suggestions, as of a moment. */
  readonly lists: Map<string, { readonly suggested: SuggestedTexts; readonly mark: LogMark }>;
}

/** What is known now; null while it is being learnt for the first time, or anew because what was known no longer stands. */
export interface Known {
  readonly knowledge: Knowledge | null;
  readonly changedSince: number;
}

type Work = Generator<undefined, undefined>;

/** Milliseconds of one slice, and of the pause after it: questions of the window come in between. */
const sliceMs = 8;
const pauseMs = 2;
/** So many codings, and this part of the texts, may change before it is learnt anew. */
const fewestChanges = 5;
const changedShare = 0.02;

/**
 * What one open workspace has learnt, by whose codings it was learnt from. Learning goes on beside the questions of the window, slice
 * by slice, and tells with a change of "suggestions" when it is done. Lives and dies with the open workspace; nothing of it is stored.
 */
class Learner {
  readonly #workspace: Workspace;
  readonly #session: Session;
  readonly #known = new Map<string, Knowledge>();
  readonly #waiting = new Map<string, () => Work>();
  #isRunning = false;

  constructor(workspace: Workspace, session: Session) {
    this.#workspace = workspace;
    this.#session = session;
  }

  /** What is known for these teachers; starts learning where that is due. */
  know(teachers: Teachers): Known {
    const key = keyOf(teachers);
    const knowledge = this.#known.get(key);
    if (knowledge === undefined) {
      this.#start(key, () => this.#learn(key, teachers));
      return { knowledge: null, changedSince: 0 };
    }
    const { codings, isVoid } = changesSince(this.#workspace.sql, knowledge.mark);
    const isDue = isVoid || codings >= Math.max(fewestChanges, knowledge.texts * changedShare);
    if (isDue) this.#start(key, () => this.#learn(key, teachers));
    if (isVoid) this.#known.delete(key);
    return isVoid ? { knowledge: null, changedSince: 0 } : { knowledge, changedSince: codings };
  }

  /** Which texts of a project have suggestions; null while they are looked through for the first time. */
  list(teachers: Teachers, knowledge: Knowledge, projectId: string): SuggestedTexts | null {
    const list = knowledge.lists.get(projectId);
    const isDue = list === undefined || changesSince(this.#workspace.sql, list.mark).hasTexts;
    if (isDue) this.#start(`${keyOf(teachers)} ${projectId}`, () => this.#listTexts(knowledge, projectId));
    return list?.suggested ?? null;
  }

  *#learn(key: string, teachers: Teachers): Work {
    const mark = readMark(this.#workspace.sql);
    const examples = yield* readExamples(this.#workspace.sql, teachers);
    const lessons = yield* learn(examples);
    const persons = Map.groupBy(
      examples.flatMap(({ person, themes }) => themes.map((theme) => ({ person, theme }))),
      ({ theme }) => theme,
    );
    this.#known.set(key, {
      lessons,
      mark,
      texts: examples.length,
      persons: new Set(examples.map(({ person }) => person)).size,
      byTheme: new Map(
        [...persons].map(([theme, on]) => [theme, { texts: on.length, persons: new Set(on.map(({ person }) => person)).size }]),
      ),
      projectOf: new Map(examples.map(({ person, projectId }) => [person, projectId])),
      lists: new Map(),
    });
    return undefined;
  }

  *#listTexts(knowledge: Knowledge, projectId: string): Work {
    const mark = readMark(this.#workspace.sql);
    const suggested = yield* listSuggested(this.#workspace.sql, knowledge.lessons, projectId);
    knowledge.lists.set(projectId, { suggested, mark });
    return undefined;
  }

  #start(key: string, work: () => Work): void {
    this.#waiting.set(key, work);
    if (this.#isRunning) return;
    this.#isRunning = true;
    void this.#run();
  }

  async #run(): Promise<void> {
    try {
      for (;;) {
        const [next] = this.#waiting;
        if (next === undefined) return;
        const [key, work] = next;
        this.#waiting.delete(key);
        if (!(await this.#finish(work()))) return;
        const at = new Date(this.#session.deps.now()).toISOString();
        // Nobody did anything: the window has only to ask again.
        this.#session.events.emit({ type: 'changed', topics: ['suggestions'], windowId: '', at, deed: null, verb: 'done' });
      }
    } catch (error) {
      this.#session.deps.log('error', 'suggestions.learn-failed', { message: error instanceof Error ? error.name : 'unknown' });
    } finally {
      this.#isRunning = false;
    }
  }

  /** Runs to the end in slices; false when the workspace was closed meanwhile. */
  async #finish(steps: Work): Promise<boolean> {
    for (;;) {
      const begun = performance.now();
      while (performance.now() - begun < sliceMs) {
        if (!this.#workspace.db.open) return false;
        if (steps.next().done === true) return true;
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

function keyOf({ actorId, isOwnOnly }: Teachers): string {
  return `${isOwnOnly ? 'own' : 'all'} ${actorId}`;
}

const learners = new WeakMap<Workspace, Learner>();

/** The learner of an open workspace. */
export function learnerOf(session: Session): Pick<Learner, 'know' | 'list'> {
  const { workspace } = session;
  const known = learners.get(workspace) ?? new Learner(workspace, session);
  learners.set(workspace, known);
  return known;
}
