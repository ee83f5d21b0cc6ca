import type { QuestionId } from '../model/ids.ts';
import { checkExpression, type ExpressionFinding, type TypeScope } from './check.ts';
import { inInterview, type Graph, type Structure } from './compiled.ts';
import type { ExpressionField, ReadField, Sections } from './fields.ts';
import { formTypes } from './form-types.ts';
import { graphOf, isEarly, targetOf } from './graph.ts';
import { latestSource } from './latest-source.ts';
import { problem, type ProblemReason } from './problems.ts';
import { referencesIn, type Reference } from './references.ts';
import { structureOf } from './structure.ts';
import { nearest } from './suggest.ts';
import { partsOf, type Expression } from './syntax.ts';

/** Something wrong with an expression of a version. An error keeps it from being taken into use. */
export interface ExpressionFault {
  readonly severity: 'error' | 'warning';
  /** Null where the expression is the section's own. */
  readonly questionId: QuestionId | null;
  readonly sectionId: string | null;
  readonly field: ExpressionField;
  /** Which of the checks. */
  readonly index: number | null;
  /** Where it begins and ends in the expression, in UTF-16 units from 0. */
  readonly at: number;
  readonly end: number;
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * What is not right in the expressions of a version, in asking order: what cannot be read, names that do not exist, questions that wait for each
 * other or for a later answer, and what was hardly meant. Calculations may use later answers; they may not wait for each other.
 */
export function formProblems(version: Sections): ExpressionFault[] {
  const structure = structureOf(version);
  const finder = new FaultFinder(structure, graphOf(structure));
  return structure.nodes.flatMap(({ kind, index }) => {
    if (kind === 'section') {
      const { id = null } = version.sections[index] ?? {};
      const first = structure.questions.findIndex((placed) => placed.section === index);
      const before = first === -1 ? structure.questions.length : first;
      return finder.faults(structure.sectionFields[index] ?? [], { question: null, before }, { questionId: null, sectionId: id });
    }
    const placed = structure.questions[index];
    if (placed === undefined) return [];
    const owner = { questionId: placed.question.id, sectionId: version.sections[placed.section]?.id ?? null };
    return finder.faults(placed.fields, { question: index, before: index }, owner);
  });
}

/** Whose expression it is: a question's (null: a section's), and how many questions are asked before it. */
interface Standpoint {
  readonly question: number | null;
  readonly before: number;
}

class FaultFinder {
  readonly #structure: Structure;
  readonly #graph: Graph;
  readonly #types: (owner: number | null) => TypeScope;
  readonly #cycleOf = new Map<number, readonly number[]>();
  readonly #names: readonly string[];

  constructor(structure: Structure, graph: Graph) {
    this.#structure = structure;
    this.#graph = graph;
    this.#types = formTypes(structure);
    for (const cycle of this.#graph.cycles) for (const node of cycle) this.#cycleOf.set(node, cycle);
    this.#names = [...structure.indexByName.keys()];
  }

  faults(fields: readonly ReadField[], from: Standpoint, owner: Pick<ExpressionFault, 'questionId' | 'sectionId'>): ExpressionFault[] {
    return fields.flatMap((field) =>
      this.#findings(field, from)
        .toSorted((a, b) => a.at - b.at)
        .map(({ severity, at, end, message, params }): ExpressionFault => ({
          severity,
          ...owner,
          field: field.field,
          index: field.index,
          at,
          end,
          message,
          params,
        })),
    );
  }

  #findings(field: ReadField, from: Standpoint): ExpressionFinding[] {
    const { parsed } = field;
    if (!parsed.isRead) return [{ severity: 'error', ...parsed.problem }];
    const { expression } = parsed;
    return [
      ...referencesIn(expression).flatMap((reference) => this.#reference(reference, field, from) ?? []),
      ...this.#positions(expression, from),
      ...this.#columns(expression, from),
      ...this.#indexed(expression),
      ...checkExpression(expression, this.#types(from.question)),
    ];
  }

  #reference(reference: Reference, field: ReadField, from: Standpoint): ExpressionFinding | null {
    const { name, use } = reference;
    if (name === '.') return field.field === 'check' ? null : fault('error', 'ownAnswer', reference);
    const target = this.#structure.indexByName.get(name);
    if (target === undefined) return this.#unknown(reference);
    const { type, options } = this.#structure.questions[target]?.question ?? { type: 'note', options: [] };
    if (use === 'label') return options.length > 0 ? null : fault('error', 'choiceNameQuestion', reference);
    if (use === 'repeat') return type === 'repeat' ? null : fault('error', 'notRepeat', reference);
    if (type === 'repeat' && use !== 'list') return fault('error', 'repeatValue', reference);
    if (type === 'note') return fault('warning', 'noAnswer', reference);
    if (target === from.question && use !== 'earlier') return field.field === 'check' ? null : fault('error', 'selfCycle', reference);
    return this.#order(reference, target, field, from) ?? this.#rounds(reference, target, from);
  }

  #unknown(reference: Reference): ExpressionFinding {
    const suggestion = nearest(reference.name, this.#names);
    return suggestion === null ? fault('error', 'unknownName', reference) : fault('error', 'unknownNameNear', reference, { suggestion });
  }

  /** Waiting for each other, or for what is asked later. */
  #order(reference: Reference, target: number, field: ReadField, from: Standpoint): ExpressionFinding | null {
    const { nodeOfQuestion, questions } = this.#structure;
    const own = this.#ownNode(field, from);
    const node = targetOf(this.#structure, from.question, field, reference);
    const cycle = own === null || node === null ? undefined : this.#cycleOf.get(own);
    if (cycle !== undefined && node !== null && cycle.includes(node)) {
      const isOwn = (one: number): boolean => nodeOfQuestion[one] === own;
      const numbers = questions.filter(({ index }) => cycle.includes(nodeOfQuestion[index] ?? -1) && !isOwn(index));
      const other = questions[target]?.question.number ?? '';
      return fault('error', 'cycle', reference, {
        question: this.#numberOf(from.question),
        other,
        all: [this.#numberOf(from.question), ...numbers.map(({ question }) => question.number)].filter((one) => one !== '').join(', '),
      });
    }
    if (field.field === 'calculation' || latestSource(this.#structure, target) < from.before) return null;
    // One round may look at what was asked later in the round before it.
    if (reference.use === 'earlier' && this.#isBesideOwn(target, from.question)) return null;
    return fault('error', 'later', reference, { question: this.#numberOf(from.question), other: questions[target]?.question.number ?? '' });
  }

  /** The node whose value or being asked the field decides, or null where nothing waits for the field. */
  #ownNode(field: ReadField, from: Standpoint): number | null {
    if (from.question === null) {
      const section = this.#structure.sectionFields.findIndex((fields) => fields.includes(field));
      return this.#structure.nodeOfSection[section] ?? null;
    }
    return isEarly(this.#structure, from.question, field) ? (this.#structure.nodeOfQuestion[from.question] ?? null) : null;
  }

  #isBesideOwn(target: number, question: number | null): boolean {
    const chain = this.#structure.questions[question ?? -1]?.chain ?? [];
    const container = this.#structure.questions[target]?.container ?? inInterview;
    return container !== inInterview && chain.includes(container);
  }

  /** A question of a repeat, seen from outside it, alone. */
  #rounds(reference: Reference, target: number, from: Standpoint): ExpressionFinding | null {
    if (reference.use !== 'value') return null;
    const chain = this.#structure.questions[from.question ?? -1]?.chain ?? [inInterview];
    const container = this.#structure.questions[target]?.container ?? inInterview;
    return container >= 0 && !chain.includes(container) ? fault('warning', 'firstOnly', reference) : null;
  }

  #positions(expression: Expression, from: Standpoint): ExpressionFinding[] {
    const rounds = (this.#structure.questions[from.question ?? -1]?.chain ?? []).filter((container) => container !== inInterview).length;
    return withKind(expression, 'parent')
      .filter(({ levels }) => levels > rounds)
      .map((part) => fault('error', 'noRepeat', { ...part, name: '..' }));
  }

  #columns(expression: Expression, from: Standpoint): ExpressionFinding[] {
    const options = this.#structure.questions[from.question ?? -1]?.question.options ?? [];
    const columns = [...new Set(['name', 'label', ...options.flatMap(({ filterValues }) => Object.keys(filterValues))])];
    return withKind(expression, 'column')
      .filter(({ name }) => !columns.includes(name))
      .map((part) => fault('error', 'unknownColumn', part, { columns: columns.join(', ') }));
  }

  /** indexed-repeat(question, repeat, round, …): the question must lie in the last of the repeats. */
  #indexed(expression: Expression): ExpressionFinding[] {
    const { indexByName, questions } = this.#structure;
    return withKind(expression, 'call').flatMap(({ name, args }) => {
      if (name !== 'indexed-repeat') return [];
      const [target] = args;
      const repeat = args.at(-2);
      if (target?.kind !== 'reference') return target === undefined ? [] : [fault('error', 'notInRepeat', { ...target, name: '' })];
      if (repeat?.kind !== 'reference') return repeat === undefined ? [] : [fault('error', 'notRepeat', { ...repeat, name: '' })];
      const [index, holder] = [indexByName.get(target.name), indexByName.get(repeat.name)];
      if (index === undefined || holder === undefined || questions[holder]?.question.type !== 'repeat') return [];
      return questions[index]?.container === holder ? [] : [fault('error', 'notInRepeat', target, { repeat: repeat.name })];
    });
  }

  #numberOf(question: number | null): string {
    return this.#structure.questions[question ?? -1]?.question.number ?? '';
  }
}

function fault(
  severity: 'error' | 'warning',
  reason: ProblemReason,
  { at, end, name }: { readonly at: number; readonly end: number; readonly name: string },
  params: Readonly<Record<string, string | number>> = {},
): ExpressionFinding {
  return { severity, ...problem(reason, { at, end, part: name }, params) };
}

/** Every part of a kind, in the order they stand. */
function withKind<K extends Expression['kind']>(expression: Expression, kind: K): Extract<Expression, { readonly kind: K }>[] {
  const inner = partsOf(expression).flatMap((part) => withKind(part, kind));
  // The kind was just compared.
  return expression.kind === kind ? [expression as Extract<Expression, { readonly kind: K }>, ...inner] : inner;
}
