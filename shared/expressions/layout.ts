import type { AnswerPlace, Turn } from '../contract/interviews.ts';
import { inInterview, inPerson, type Container, type Structure } from './compiled.ts';

/** The part of a turn that decides where answers lie. */
export type LaidTurn = Pick<Turn, 'instance' | 'questionId' | 'parentInstance' | 'ordinal'>;

/** One round or person as it lies: what it lies in, which it is among its like (from 1), and where its own questions are. */
interface LaidRound {
  readonly parent: number;
  readonly ordinal: number;
  readonly slots: Map<number, number>;
}

/** Every place of an interview in asking order; a place's number there is its slot. */
export interface Layout {
  readonly places: readonly AnswerPlace[];
  /** Question by slot. */
  readonly questions: readonly number[];
  /** Slots by question, in asking order. */
  readonly slots: readonly (readonly number[])[];
  /** Slot by question outside persons and rounds, or -1. */
  readonly plainSlots: Int32Array;
  readonly rounds: ReadonlyMap<number, LaidRound>;
  readonly turns: readonly LaidTurn[];
  /** Instances of a container's rounds in one turn (0: the interview), in order. */
  readonly roundsIn: (container: Container, instance: number) => readonly number[];
}

/**
 * Lays an interview out. The questions of a round follow each other, round by round; a question asked of each person is asked of one
 * person after the other before the next question. Without persons it is asked once. Turns that lie in nothing are passed over.
 */
export function layOut(structure: Structure, turns: readonly LaidTurn[]): Layout {
  return new LayoutMaker(structure, turns).make();
}

class LayoutMaker {
  readonly #structure: Structure;
  readonly #turns: readonly LaidTurn[];
  readonly #groups: Map<string, LaidTurn[]>;
  readonly #places: AnswerPlace[] = [];
  readonly #questions: number[] = [];
  readonly #slots: number[][];
  readonly #plainSlots: Int32Array;
  readonly #rounds = new Map<number, LaidRound>();

  constructor(structure: Structure, turns: readonly LaidTurn[]) {
    this.#structure = structure;
    this.#turns = turns;
    this.#groups = Map.groupBy(
      turns.toSorted((a, b) => a.ordinal - b.ordinal || a.instance - b.instance),
      (turn) => groupKey(this.#containerOf(turn), turn.parentInstance),
    );
    this.#slots = structure.questions.map(() => []);
    this.#plainSlots = new Int32Array(structure.questions.length).fill(-1);
  }

  make(): Layout {
    this.#block(inInterview, 0);
    const lists = new Map([...this.#groups].map(([key, turns]) => [key, turns.map(({ instance }) => instance)]));
    return {
      places: this.#places,
      questions: this.#questions,
      slots: this.#slots,
      plainSlots: this.#plainSlots,
      rounds: this.#rounds,
      turns: this.#turns,
      roundsIn: (container, instance) => lists.get(groupKey(container, instance)) ?? [],
    };
  }

  #containerOf({ questionId }: LaidTurn): Container | null {
    return questionId === null ? inPerson : (this.#structure.indexById.get(questionId) ?? null);
  }

  #block(container: Container, instance: number): void {
    for (const index of this.#structure.inside.get(container) ?? []) {
      const persons = this.#structure.questions[index]?.container === inPerson ? this.#enter(inPerson, 0) : [];
      for (const at of persons.length > 0 ? persons : [instance]) this.#question(index, at);
    }
  }

  #question(index: number, instance: number): void {
    const placed = this.#structure.questions[index];
    if (placed === undefined) return;
    const slot = this.#places.push({ questionId: placed.question.id, instance }) - 1;
    this.#questions.push(index);
    this.#slots[index]?.push(slot);
    if (instance === 0) this.#plainSlots[index] = slot;
    else this.#rounds.get(instance)?.slots.set(index, slot);
    if (placed.question.type !== 'repeat') return;
    for (const round of this.#enter(index, instance)) this.#block(index, round);
  }

  /** The rounds of a container in one turn, each known from here on. */
  #enter(container: Container, parent: number): number[] {
    const turns = this.#groups.get(groupKey(container, parent)) ?? [];
    for (const [index, { instance }] of turns.entries())
      if (!this.#rounds.has(instance)) this.#rounds.set(instance, { parent, ordinal: index + 1, slots: new Map() });
    return turns.map(({ instance }) => instance);
  }
}

function groupKey(container: Container | null, parent: number): string {
  return `${container ?? 'none'} ${parent}`;
}

/** Whether two lists of turns lay an interview out alike. */
export function isSameLayout(a: readonly LaidTurn[], b: readonly LaidTurn[]): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every((turn, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        turn.instance === other.instance &&
        turn.questionId === other.questionId &&
        turn.parentInstance === other.parentInstance &&
        turn.ordinal === other.ordinal
      );
    })
  );
}

/** The slot of a question in a turn, or -1 where it has none there. */
export function slotAt(layout: Layout, question: number, instance: number): number {
  if (instance === 0) return layout.plainSlots[question] ?? -1;
  return layout.rounds.get(instance)?.slots.get(question) ?? -1;
}

/** The turn `levels` above a turn. */
export function above(layout: Layout, instance: number, levels: number): number {
  let at = instance;
  for (let level = 0; level < levels && at !== 0; level++) at = layout.rounds.get(at)?.parent ?? 0;
  return at;
}
