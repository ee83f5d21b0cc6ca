import type { AnswerOption, Question } from '../model/questionnaire.ts';
import type { Evaluate } from './bind.ts';
import type { ReadField } from './fields.ts';
import type { Layout } from './layout.ts';
import type { Run } from './run.ts';

/** What a question lies in: the whole interview, one person of a group, or (0 and above) the repeat with that index. */
export const inInterview = -1;
export const inPerson = -2;
export type Container = number;

/** A check that an answer breaks; `index` points into the question's checks, -1 is the question's own range. */
export interface BrokenCheck {
  readonly severity: 'hard' | 'soft';
  readonly index: number;
}

export interface CompiledCheck {
  readonly broken: BrokenCheck;
  readonly holds: Evaluate<Run>;
  /** Without an answer to each of these the check says nothing. */
  readonly needs: readonly Evaluate<Run>[];
}

/** A question with its place in the structure, before its expressions are bound. */
export interface PlacedQuestion {
  readonly index: number;
  readonly question: Question;
  readonly section: number;
  readonly container: Container;
  /** The container and those around it, the interview last. */
  readonly chain: readonly Container[];
  /** Earlier consent questions that a "no" to would end this one's being asked. */
  readonly consents: readonly number[];
  readonly fields: readonly ReadField[];
  readonly nameByCode: ReadonlyMap<number, string>;
}

export interface CompiledQuestion extends PlacedQuestion {
  readonly relevant: Evaluate<Run> | null;
  readonly calculation: Evaluate<Run> | null;
  readonly hardChecks: readonly CompiledCheck[];
  readonly softChecks: readonly CompiledCheck[];
  readonly requiredWhen: Evaluate<Run> | null;
  readonly optionFilter: Evaluate<Run> | null;
  readonly repeatCount: Evaluate<Run> | null;
  readonly defaultValue: Evaluate<Run> | null;
}

/** A section or a question in the order of working out. Nodes are numbered in asking order, a section before its questions. */
export interface Graph {
  /** Nodes, what they depend on before them. */
  readonly order: readonly number[];
  /** Nodes whose being asked or whose value depends on each node. */
  readonly dependents: readonly (readonly number[])[];
  /** Nodes whose soft checks, required, options or count depend on each node, and nothing else does. */
  readonly lateDependents: readonly (readonly number[])[];
  /** Groups of nodes that wait for each other. */
  readonly cycles: readonly (readonly number[])[];
  readonly isBroken: (from: number, to: number) => boolean;
}

/** The questions of a version by position, name and id. */
export interface Structure {
  readonly questions: readonly PlacedQuestion[];
  readonly sectionFields: readonly (readonly ReadField[])[];
  readonly indexById: ReadonlyMap<string, number>;
  readonly indexByName: ReadonlyMap<string, number>;
  /** Questions directly in a container, in asking order. Those of persons stand among the interview's. */
  readonly inside: ReadonlyMap<Container, readonly number[]>;
  readonly nodeOfQuestion: readonly number[];
  readonly nodeOfSection: readonly number[];
  /** What each node is: a section's number, or a question's. */
  readonly nodes: readonly { readonly kind: 'section' | 'question'; readonly index: number }[];
}

/** A version made ready: read, ordered and bound once, then used for every interview. Made by `compileForm`. */
export interface CompiledForm {
  readonly structure: Structure;
  readonly graph: Graph;
  readonly questions: readonly CompiledQuestion[];
  readonly sectionRelevant: readonly (Evaluate<Run> | null)[];
  /** Nodes that ask for the time of day, which may differ at every call. */
  readonly clockNodes: readonly number[];
  /** Where everything lies in an interview without persons and rounds. */
  readonly plainLayout: Layout;
}

/** What an expression calls an option. */
export function optionName(option: Pick<AnswerOption, 'name' | 'code'>): string {
  return option.name === null || option.name === '' ? String(option.code) : option.name;
}
