import { codebookLevels } from '../../../../../shared/contract/codebook-exchange.ts';
import type { FileNotes } from './file-codebook.ts';
import { fileError } from './file-error.ts';

/** Where a row of a table says that its theme stands. */
export interface RowPlace {
  readonly line: number;
  readonly id: string | null;
  readonly name: string | null;
  readonly parentId: string | null;
  readonly parentName: string | null;
  readonly level: number | null;
  /** Names by level, outermost first, from columns of their own. */
  readonly path: readonly string[];
}

/** A theme in its place: after its parent. `row` is null for one that only others name. */
export interface PlacedRow {
  readonly row: number | null;
  readonly line: number;
  readonly name: string;
  readonly parent: number | null;
}

interface Node {
  readonly row: number | null;
  readonly line: number;
  readonly name: string;
  parent: Node | null;
}

/**
 * Puts rows into a tree, parents first and siblings in the order of the file, by the first that the table has of: columns for each level,
 * ids of parents, names of parents, levels. A parent that is not there is told, and its child stands at the top.
 */
export function placeRows(rows: readonly RowPlace[], notes: FileNotes): PlacedRow[] {
  const nodes = rows.some(({ path }) => path.length > 0) ? byPath(rows) : byParent(rows, notes);
  breakLoops(nodes, notes);
  const children = Map.groupBy(nodes, ({ parent }) => parent);
  const placed: PlacedRow[] = [];
  const indexes = new Map<Node, number>();
  const levels = new Map<Node, number>();
  const waiting = (children.get(null) ?? []).toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { row, line, name, parent } = node;
    const level = parent === null ? 1 : (levels.get(parent) ?? 0) + 1;
    if (level > codebookLevels) throw fileError('too-deep', { row: line, limit: codebookLevels });
    levels.set(node, level);
    indexes.set(node, placed.length);
    placed.push({ row, line, name, parent: parent === null ? null : (indexes.get(parent) ?? null) });
    waiting.push(...(children.get(node) ?? []).toReversed());
  }
  return placed;
}

function byPath(rows: readonly RowPlace[]): Node[] {
  const nodes: Node[] = [];
  const known = new Map<string, Node>();
  let before: readonly string[] = [];
  for (const [at, { path, line }] of rows.entries()) {
    // A cell left empty above the last filled one is meant to repeat the one over it, as people fill in such tables.
    const last = path.findLastIndex((part) => part !== '');
    const full = path.slice(0, last + 1).map((part, level) => (part === '' ? (before[level] ?? '') : part));
    before = full;
    let parent: Node | null = null;
    for (const [level, name] of full.entries()) {
      if (name === '') continue;
      const key = JSON.stringify(full.slice(0, level + 1));
      const isLast = level === last;
      const found = known.get(key);
      const node: Node = found !== undefined && !(isLast && found.row !== null) ? found : { row: isLast ? at : null, line, name, parent };
      const named: Node = isLast && node.row === null ? { ...node, row: at } : node;
      if (node !== found) nodes.push(named);
      else if (named !== node) replace(nodes, node, named);
      known.set(key, named);
      parent = named;
    }
  }
  return nodes;
}

/** A theme that only others named until now has a row of its own after all. */
function replace(nodes: Node[], old: Node, next: Node): void {
  nodes[nodes.indexOf(old)] = next;
  for (const node of nodes) if (node.parent === old) node.parent = next;
}

function byParent(rows: readonly RowPlace[], notes: FileNotes): Node[] {
  const named = rows.map(({ name, line }, row): Node | null => (name === null ? null : { row, line, name, parent: null }));
  const find = (wanted: (row: RowPlace) => boolean): Node | null =>
    named.find((node, at) => node !== null && wanted(rows[at] ?? none)) ?? null;
  // Of two rows with one id the first has it.
  const ids = new Map(rows.flatMap(({ id }, at) => (id === null ? [] : [[id, named[at] ?? null] as const])).toReversed());
  const open: { node: Node; level: number }[] = [];
  for (const [at, row] of rows.entries()) {
    const node = named[at];
    if (node === null || node === undefined) {
      notes.add('name-missing', row.line);
      continue;
    }
    if (row.parentId !== null) node.parent = ids.get(row.parentId) ?? null;
    else if (row.parentName !== null) node.parent = find(({ name }) => name === row.parentName);
    else if (row.level !== null && row.id === null) {
      while ((open.at(-1)?.level ?? -1) >= row.level) open.pop();
      node.parent = open.at(-1)?.node ?? null;
    }
    if (row.level !== null) open.push({ node, level: row.level });
    const wanted = row.parentId ?? row.parentName;
    if (wanted !== null && node.parent === null) notes.add('parent-unknown', row.line, wanted);
  }
  return named.flatMap((node) => (node === null ? [] : [node]));
}

const none: RowPlace = { line: 0, id: null, name: null, parentId: null, parentName: null, level: null, path: [] };

/** Themes that stand under each other in a ring: one of them goes to the top. */
function breakLoops(nodes: readonly Node[], notes: FileNotes): void {
  const safe = new Set<Node>();
  for (const node of nodes) {
    const seen = new Set<Node>();
    for (let at: Node | null = node; at !== null && !safe.has(at); at = at.parent) {
      seen.add(at);
      if (at.parent !== null && seen.has(at.parent)) {
        notes.add('parent-loop', at.line, at.name);
        at.parent = null;
      }
    }
    for (const one of seen) safe.add(one);
  }
}
