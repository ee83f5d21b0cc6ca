import { localised } from '../model/text.ts';
import type { Evaluate, RoundAt, Source } from './bind.ts';
import { drawFrom, hashOf } from './chance.ts';
import { inInterview, optionName, type Container, type Graph, type Structure } from './compiled.ts';
import { above, slotAt } from './layout.ts';
import type { Run } from './run.ts';
import { isEmpty, toNumber, toText, type Value } from './value.ts';

/** Whose expression is bound: a question's by its number, or a section's (null); and whether `.` and its own name are the answer itself. */
export interface Owner {
  readonly question: number | null;
  readonly node: number;
  readonly isCheck: boolean;
}

const missing: Evaluate<Run> = () => null;

/**
 * What expressions of a form get their values from. A question in the same repeat or in one around it answers for the same round; from
 * outside it is the list over rounds, and alone the first of them.
 */
export function formSource(structure: Structure, graph: Graph, owner: Owner): Source<Run> {
  const look = new NameLookup(structure, graph, owner);
  const name = structure.questions[owner.question ?? -1]?.question.name ?? '';
  return {
    value: (name) => look.value(name),
    list: (name) => look.list(name),
    column: (name) => columnOf(name),
    position: (levels) => look.position(levels),
    indexed: (name, rounds) => look.indexed(name, rounds),
    choiceName: (name) => look.choiceName(name),
    recorded: (run) => run.recorded(run),
    today: (run) => run.today,
    now: (run) => run.now,
    language: (run) => run.around.language,
    random: (run, place) => drawFrom(hashOf(run.around.seed, name, run.instance, place))(),
  };
}

function columnOf(name: string): Evaluate<Run> {
  return ({ option, around }) => {
    if (option === null) return null;
    if (name === 'name') return optionName(option);
    const value = name === 'label' ? localised(option.label, around.language) : option.filterValues[name];
    return value === undefined || value === '' ? null : value;
  };
}

class NameLookup {
  readonly #structure: Structure;
  readonly #graph: Graph;
  readonly #owner: Owner;
  readonly #chain: readonly Container[];

  constructor(structure: Structure, graph: Graph, owner: Owner) {
    this.#structure = structure;
    this.#graph = graph;
    this.#owner = owner;
    this.#chain = this.#chainOf(owner.question);
  }

  value(name: string): Evaluate<Run> {
    const target = this.#find(name);
    if (target === null) return missing;
    if (target === this.#owner.question && this.#owner.isCheck) return (run) => run.own;
    if (this.#waitsForIt(target)) return missing;
    const levels = this.#levelsTo(target);
    if (levels === null) {
      const list = this.#across(target);
      return (run) => list(run)[0] ?? null;
    }
    if (this.#chain[levels] === inInterview) return (run) => run.findings.seen[run.layout.plainSlots[target] ?? -1] ?? null;
    return (run) => run.seenAt(target, run.turnAbove(levels));
  }

  list(name: string): (run: Run) => readonly Value[] {
    const target = this.#find(name);
    if (target === null) return () => [];
    const isWaiting = this.#waitsForIt(target);
    if (this.#structure.questions[target]?.question.type === 'repeat') return isWaiting ? () => [] : this.#roundsOf(target);
    if (this.#levelsTo(target) !== null || isWaiting) {
      const one = this.value(name);
      return (run) => [one(run)];
    }
    return this.#across(target);
  }

  position(levels: number): Evaluate<Run> {
    const rounds = this.#chain.filter((container) => container !== inInterview);
    const up = levels - 1;
    if (up >= rounds.length) return missing;
    return (run) => run.layout.rounds.get(run.turnAbove(up))?.ordinal ?? null;
  }

  /** The answer in one round; of the question itself only in rounds before this one, which are worked out before it. */
  indexed(name: string, rounds: readonly RoundAt<Run>[]): Evaluate<Run> {
    const target = this.#find(name);
    const repeats = rounds.map(({ repeat }) => this.#find(repeat));
    const [outer] = repeats;
    if (target === null || outer === null || outer === undefined) return missing;
    const isOwn = target === this.#owner.question;
    if (!isOwn && this.#waitsForIt(target)) return missing;
    const holder = this.#structure.questions[outer]?.container ?? inInterview;
    const levels = this.#chain.indexOf(holder);
    if (levels === -1) return missing;
    return (run) => {
      let instance = run.turnAbove(levels);
      for (const [step, { index }] of rounds.entries()) {
        const at = toNumber(index(run));
        const repeat = repeats[step] ?? null;
        const next = at === null || repeat === null ? undefined : run.layout.roundsIn(repeat, instance)[Math.trunc(at) - 1];
        if (next === undefined) return null;
        instance = next;
      }
      const slot = slotAt(run.layout, target, instance);
      return isOwn && slot >= run.slot ? null : (run.findings.seen[slot] ?? null);
    };
  }

  choiceName(name: string): (run: Run, option: Value) => Value {
    const target = this.#find(name);
    const options = target === null ? [] : (this.#structure.questions[target]?.question.options ?? []);
    const byName = new Map(options.map((option) => [optionName(option), option.label]));
    return (run, option) => {
      const wanted = toText(option);
      const label = byName.get(wanted);
      const found = label === undefined ? '' : localised(label, run.around.language);
      // Points of a scale may have no words; their name is all there is to say.
      return isEmpty(option) || label === undefined ? null : found === '' ? wanted : found;
    };
  }

  #find(name: string): number | null {
    return name === '.' ? this.#owner.question : (this.#structure.indexByName.get(name) ?? null);
  }

  #chainOf(question: number | null): readonly Container[] {
    return question === null ? [inInterview] : (this.#structure.questions[question]?.chain ?? [inInterview]);
  }

  /** A reference inside a cycle that would have to be worked out before itself. */
  #waitsForIt(target: number): boolean {
    return this.#graph.isBroken(this.#owner.node, this.#structure.nodeOfQuestion[target] ?? -1);
  }

  /** How many turns up the target is asked once; null where it lies in rounds that this place is not in. */
  #levelsTo(target: number): number | null {
    const levels = this.#chain.indexOf(this.#structure.questions[target]?.container ?? inInterview);
    return levels === -1 ? null : levels;
  }

  /** Turns up from here, and from the target, to the nearest that both lie in. */
  #meeting(target: number): { readonly here: number; readonly there: number } {
    const chain = this.#chainOf(target);
    const here = this.#chain.findIndex((container) => chain.includes(container));
    return { here, there: chain.indexOf(this.#chain[here] ?? inInterview) };
  }

  #across(target: number): (run: Run) => readonly Value[] {
    const { here, there } = this.#meeting(target);
    return (run) => {
      const { layout, findings } = run;
      const common = run.turnAbove(here);
      const slots = layout.slots[target] ?? [];
      return slots
        .filter((slot) => common === 0 || above(layout, layout.places[slot]?.instance ?? 0, there) === common)
        .map((slot) => findings.seen[slot] ?? null);
    };
  }

  /** One entry for every round of a repeat that can be seen from here, for count(). */
  #roundsOf(target: number): (run: Run) => readonly Value[] {
    const { here, there } = this.#meeting(target);
    return (run) => {
      const { layout, findings } = run;
      const common = run.turnAbove(here);
      return (layout.slots[target] ?? [])
        .filter((slot) => findings.isAsked[slot] === 1)
        .map((slot) => layout.places[slot]?.instance ?? 0)
        .filter((instance) => common === 0 || above(layout, instance, there) === common)
        .flatMap((instance) => [...layout.roundsIn(target, instance)]);
    };
  }
}
