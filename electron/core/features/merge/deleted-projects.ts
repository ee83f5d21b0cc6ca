import type Database from 'better-sqlite3';
import { z } from 'zod';
import { findProjectRows, type Leaf } from '../archive/project-rows.ts';
import type { ChangedRow, Divergence, OpFact } from './divergence.ts';
import type { Copies, Notice } from './plan.ts';
import type { Image } from './shapes.ts';

/** A row that the copy changed, as it stands there; null for one that is gone. */
export interface CurrentRow {
  readonly row: ChangedRow;
  readonly image: Image | null;
}

/** What a copy brings, less what belongs to projects that one of the two has deleted. Rows are in the copy's terms. */
export interface WithoutDeleted {
  readonly rows: readonly CurrentRow[];
  /** Steps of the copy; those that were about a deleted project have lost their names. */
  readonly ops: readonly OpFact[];
  /** Imports whose rows may come in. */
  readonly batchIds: readonly string[];
  /** True for a row of a project that is deleted here. */
  readonly isGone: (table: string, rowId: string) => boolean;
  readonly notices: readonly Notice[];
}

const Project = z.object({ id: z.string(), name: z.string(), status: z.string() });
type Project = z.infer<typeof Project>;

function projectsIn(db: Database.Database): ReadonlyMap<string, Project> {
  const rows = z.array(Project).parse(db.prepare('SELECT id, name, status FROM project ORDER BY id').all());
  return new Map(rows.map((row) => [row.id, row]));
}

/** Projects that one file has deleted and the other still holds. */
function deletedIn(one: ReadonlyMap<string, Project>, other: ReadonlyMap<string, Project>): Project[] {
  const holds = ({ id }: Project): boolean => other.has(id) && other.get(id)?.status !== 'anonymised';
  return [...one.values()].filter((project) => project.status === 'anonymised' && holds(project));
}

/**
 * Deleting a project is erasing it: what an older copy has of a project that is deleted here does not come in, neither what it changed nor
 * what it made since, nor its words in the history. A project that the copy has deleted stays here as it is until somebody deletes it here:
 * a merge can be undone, and a deletion cannot. Both are said.
 */
export function withoutDeleted(
  { here, there }: Copies,
  { ops, rows }: Divergence,
  imageOf: (row: ChangedRow) => Image | null,
): WithoutDeleted {
  const [ours, theirs] = [projectsIn(here), projectsIn(there)];
  const current = rows.map((row) => ({ row, image: imageOf(row) }));
  const kept = new StayingProjects(deletedIn(theirs, ours));
  const gone = deletedIn(ours, theirs).map((project) => new GoneProject(there, project));
  const isOfGone = (one: CurrentRow): boolean => gone.some((project) => project.has(one));
  const taken = current.filter((one) => !kept.has(one) && !isOfGone(one));
  const batchesOf = (some: readonly CurrentRow[]): ReadonlySet<unknown> => new Set(some.map(({ image }) => image?.['batch_id'] ?? null));
  const [coming, staying] = [batchesOf(taken), batchesOf(gone.length === 0 ? [] : current.filter(isOfGone))];
  const isLeftOut = (batchId: string | null): boolean => batchId !== null && staying.has(batchId) && !coming.has(batchId);
  const about = new Set(gone.flatMap((project) => project.steps()));
  return {
    rows: taken.map(({ row, image }) => ({
      row,
      image:
        image === null
          ? null
          : cleared(
              image,
              gone.flatMap((one) => one.emptied(row, image)),
            ),
    })),
    ops: ops.map((op) => (about.has(op.seq) || isLeftOut(op.batch_id) ? nameless(op) : op)),
    batchIds: ops.flatMap(({ batch_id: id }) => (id === null || isLeftOut(id) ? [] : [id])),
    isGone: (table, rowId) => gone.some((project) => project.isNamed(table, rowId)),
    notices: [...gone.map((project) => project.notice(current)), ...kept.notices()],
  };
}

function cleared(image: Image, columns: readonly string[]): Image {
  return columns.length === 0 ? image : { ...image, ...Object.fromEntries(columns.map((column) => [column, null])) };
}

/** A step of which nothing may be told any more. */
function nameless(op: OpFact): OpFact {
  return { ...op, label_id: 'archive.deleted.step', label_params: '{}' };
}

/** Projects that the copy has deleted and this file holds. */
class StayingProjects {
  readonly #projects: readonly Project[];

  constructor(projects: readonly Project[]) {
    this.#projects = projects;
  }

  /** What a deletion leaves: the emptied project, and its receipt, which would not be true here. */
  has({ row, image }: CurrentRow): boolean {
    if (row.table === 'project') return this.#projects.some(({ id }) => id === row.rowId);
    if (row.table !== 'setting' || !row.rowId.startsWith('deletion-receipt:')) return false;
    const receipt = z.object({ project: z.string() }).safeParse(JSON.parse(String(image?.['value'] ?? 'null')));
    return receipt.success && this.#projects.some(({ name }) => name === receipt.data.project);
  }

  notices(): Notice[] {
    return this.#projects.map(({ name }) => ({ message: 'merge.deletedThere', params: { name } }));
  }
}

const Step = z.array(z.object({ seq: z.int() }));

/** A project that is deleted here, with all that the copy has of it. */
class GoneProject {
  readonly #db: Database.Database;
  readonly #project: Project;
  readonly #rows: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #leaves: readonly Leaf[];
  /** What rows of a table point at that are the project's, by column: a merge asks of every row. */
  readonly #pointedAt: ReadonlyMap<string, readonly { readonly column: string; readonly values: ReadonlySet<unknown> }[]>;
  /** Columns by "table row" that point at something of the project's and belong to others. */
  readonly #emptied = new Map<string, string[]>();

  constructor(there: Database.Database, project: Project) {
    this.#db = there;
    this.#project = project;
    const { rows, leaves, emptied } = findProjectRows(there, project.id);
    this.#rows = new Map([...rows, ['project', new Set([project.id])]]);
    this.#leaves = leaves;
    const sets = leaves.map(({ table, column, values }) => ({ table, column, values: new Set<unknown>(values) }));
    this.#pointedAt = Map.groupBy(sets, ({ table }) => table);
    for (const { table, column, rows: own } of emptied)
      for (const row of own) this.#emptied.set(`${table} ${row}`, [...(this.#emptied.get(`${table} ${row}`) ?? []), column]);
  }

  isNamed(table: string, rowId: string): boolean {
    return this.#rows.get(table)?.has(rowId) === true;
  }

  has({ row: { table, rowId, base }, image }: CurrentRow): boolean {
    if (this.isNamed(table, rowId)) return true;
    // Settings name a project without pointing at it.
    if (table === 'setting') return rowId.includes(this.#project.id);
    const either = image ?? base;
    return this.#pointedAt.get(table)?.some(({ column, values }) => values.has(either?.[column])) === true;
  }

  /** Columns of a row that stays which may not point where they do. The register of what has left outlives what an entry was made from. */
  emptied({ table, rowId }: ChangedRow, image: Image): readonly string[] {
    if (table === 'release' && image['project_id'] === this.#project.id) return ['exhibit_id'];
    return this.#emptied.get(`${table} ${rowId}`) ?? [];
  }

  /** The copy's steps that were about it. */
  steps(): number[] {
    const take = (condition: string, params: Readonly<Record<string, string>>): number[] => {
      const rows = this.#db.prepare(`SELECT DISTINCT op_seq AS seq FROM op_change WHERE table_name = :table AND ${condition}`).all(params);
      return Step.parse(rows).map(({ seq }) => seq);
    };
    const named = [...this.#rows].flatMap(([table, ids]) =>
      take('row_id IN (SELECT value FROM json_each(:ids))', { table, ids: JSON.stringify([...ids]) }),
    );
    const leaves = this.#leaves.flatMap(({ table, column, values }) =>
      take(
        `(json_extract(before, '$.${column}') IN (SELECT value FROM json_each(:values))
          OR json_extract(after, '$.${column}') IN (SELECT value FROM json_each(:values)))`,
        { table, values: JSON.stringify(values) },
      ),
    );
    return [...named, ...leaves];
  }

  notice(current: readonly CurrentRow[]): Notice {
    const count = current.filter((one) => this.has(one)).length;
    return { message: 'merge.deletedHere', params: { name: this.#project.name, count } };
  }
}
