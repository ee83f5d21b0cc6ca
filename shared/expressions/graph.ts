import type { Graph, Structure } from './compiled.ts';
import type { ReadField } from './fields.ts';
import { referencesIn, type Reference } from './references.ts';

/**
 * Works out who depends on whom: being asked and the value of a question depend on its section, its repeat, consent, and on what its routing,
 * calculation and hard checks mention; soft checks, required, options and counts come last, since nothing depends on them.
 */
export function graphOf(structure: Structure): Graph {
  const { nodes } = structure;
  const sources = nodes.map((_, node) => [...new Set(sourcesOf(structure, node))]);
  const late = nodes.map((_, node) => [...new Set(lateSourcesOf(structure, node))]);
  const groups = ordered(sources);
  const groupOf: number[] = [];
  for (const [number, group] of groups.entries()) for (const node of group) groupOf[node] = number;
  const cycles = groups.filter((group) => group.length > 1 || group.some((node) => sources[node]?.includes(node)));
  return {
    order: groups.flatMap((group) => group),
    dependents: reversed(sources),
    lateDependents: reversed(late),
    cycles,
    // Within a cycle the later one waits for the earlier one, and the other way round there is nothing to wait for.
    isBroken: (from, to) => groupOf[from] === groupOf[to] && to >= from,
  };
}

/** Fields that decide whether a question is asked and what its value is. */
export function isEarly(structure: Structure, question: number, { field, index }: ReadField): boolean {
  if (field === 'check') return structure.questions[question]?.question.checks[index ?? -1]?.severity === 'hard';
  return field === 'relevant' || field === 'calculation';
}

/** The node a reference in a question's (or a section's, null) field leads to; null where there is none, or where it is the answer itself. */
export function targetOf(structure: Structure, question: number | null, field: ReadField, reference: Reference): number | null {
  const target = reference.name === '.' ? question : structure.indexByName.get(reference.name);
  if (target === undefined || target === null || reference.use === 'label') return null;
  if (target === question && (field.field === 'check' || field.field === 'defaultValue' || reference.use === 'earlier')) return null;
  return structure.nodeOfQuestion[target] ?? null;
}

function targetsOf(structure: Structure, question: number | null, fields: readonly ReadField[]): number[] {
  return fields.flatMap((field) => {
    if (!field.parsed.isRead) return [];
    return referencesIn(field.parsed.expression).flatMap((reference) => targetOf(structure, question, field, reference) ?? []);
  });
}

function sourcesOf(structure: Structure, node: number): number[] {
  const about = structure.nodes[node];
  if (about?.kind === 'section') return targetsOf(structure, null, structure.sectionFields[about.index] ?? []);
  const placed = structure.questions[about?.index ?? -1];
  if (placed === undefined) return [];
  const { index, section, container, consents, fields } = placed;
  const around = [
    structure.nodeOfSection[section],
    ...[...consents, ...(container >= 0 ? [container] : [])].map((one) => structure.nodeOfQuestion[one]),
  ];
  return [
    ...around.filter((one) => one !== undefined),
    ...targetsOf(
      structure,
      index,
      fields.filter((field) => isEarly(structure, index, field)),
    ),
  ];
}

function lateSourcesOf(structure: Structure, node: number): number[] {
  const about = structure.nodes[node];
  const placed = about?.kind === 'question' ? structure.questions[about.index] : undefined;
  if (placed === undefined) return [];
  const { index, fields } = placed;
  const late = fields.filter((field) => field.field !== 'defaultValue' && !isEarly(structure, index, field));
  return targetsOf(structure, index, late);
}

function reversed(sources: readonly (readonly number[])[]): number[][] {
  const dependents: number[][] = sources.map(() => []);
  for (const [node, list] of sources.entries()) for (const source of list) dependents[source]?.push(node);
  return dependents;
}

/**
 * Groups of nodes that reach each other, each group after those it depends on (Tarjan 1972). Without cycles every group is one node. An
 * explicit stack, since a chain of dependencies may be as long as the questionnaire.
 */
function ordered(sources: readonly (readonly number[])[]): number[][] {
  const groups: number[][] = [];
  const indexOf: number[] = [];
  const lowest: number[] = [];
  const isOpen: boolean[] = [];
  const open: number[] = [];
  let count = 0;
  const enter = (node: number): { node: number; next: number } => {
    indexOf[node] = lowest[node] = count;
    count += 1;
    open.push(node);
    isOpen[node] = true;
    return { node, next: 0 };
  };
  const leave = (node: number): void => {
    if (lowest[node] !== indexOf[node]) return;
    const group = open.splice(open.lastIndexOf(node));
    for (const member of group) isOpen[member] = false;
    groups.push(group.sort((a, b) => a - b));
  };
  const lower = (node: number, to: number | undefined): void => {
    lowest[node] = Math.min(lowest[node] ?? 0, to ?? 0);
  };
  for (const root of sources.keys()) {
    const path = indexOf[root] === undefined ? [enter(root)] : [];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const source = sources[top.node]?.[top.next];
      top.next += 1;
      if (source === undefined) {
        path.pop();
        leave(top.node);
        const above = path.at(-1);
        if (above !== undefined) lower(above.node, lowest[top.node]);
      } else if (indexOf[source] === undefined) path.push(enter(source));
      else if (isOpen[source] === true) lower(top.node, indexOf[source]);
    }
  }
  return groups;
}
