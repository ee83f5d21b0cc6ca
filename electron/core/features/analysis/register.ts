import { z } from 'zod';
import { ExhibitDefinition, type ExhibitDefinition as Definition } from '../../../../shared/contract/analysis.ts';
import type { DisclosureRule } from '../../../../shared/disclosure/index.ts';
import { ReleasedExhibit, type ReleasedExhibit as Released } from '../../../../shared/model/exhibit.ts';
import type { Statements } from '../../db/statements.ts';
import type { MemoryKind } from '../../db/table-memory.ts';
import { Claim, claimsOf, subtractable } from './claims.ts';

/** One line of the register of releases. */
export interface RegisterEntry {
  readonly id: string;
  readonly number: number;
  readonly releasedAt: string;
  readonly recipient: string | null;
  readonly isRecalled: boolean;
  /** What can be subtracted from it. Nothing, of most things that are no tables. */
  readonly claims: readonly Claim[];
  /** Null for other things than tables of analysis. */
  readonly table: { readonly definition: Definition; readonly figures: Released } | null;
}

const Row = z.object({
  id: z.string(),
  number: z.int(),
  released_at: z.string(),
  recipient: z.string().nullable(),
  recalled_at: z.string().nullable(),
  definition: z.string(),
  figures: z.string(),
});

const WithClaims = z.object({ claims: z.array(Claim) });

function contentOf(row: z.infer<typeof Row>): Pick<RegisterEntry, 'table' | 'claims'> {
  const written: unknown = JSON.parse(row.figures);
  const definition = ExhibitDefinition.safeParse(JSON.parse(row.definition));
  const figures = ReleasedExhibit.safeParse(written);
  if (definition.success && figures.success) {
    return { table: { definition: definition.data, figures: figures.data }, claims: claimsOf(definition.data, figures.data) };
  }
  const told = WithClaims.safeParse(written);
  return { table: null, claims: told.success ? told.data.claims : [] };
}

const registers: MemoryKind<readonly RegisterEntry[]> = { group: 'releases', limit: 4 };

/** What has left the program of a project, newest first. What was recalled too: it was out. Read once for as long as nothing more leaves. */
export function readRegister(sql: Statements, projectId: string): readonly RegisterEntry[] {
  return sql.remembered(registers, projectId, () => findRegister(sql, projectId));
}

function findRegister(sql: Statements, projectId: string): readonly RegisterEntry[] {
  const rows = sql.all(
    Row,
    'SELECT id, number, released_at, recipient, recalled_at, definition, figures FROM release WHERE project_id = :projectId ORDER BY number DESC',
    { projectId },
  );
  return rows.map((row) => {
    const { id, number, recipient } = row;
    return { id, number, recipient, releasedAt: row.released_at, isRecalled: row.recalled_at !== null, ...contentOf(row) };
  });
}

/** The number of the next release in the workspace. */
export function nextReleaseNumber(sql: Statements): number {
  return (sql.get(z.object({ last: z.int().nullable() }), 'SELECT max(number) AS last FROM release')?.last ?? 0) + 1;
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => [name, inOrder(part)]);
}

/** Text that is equal for equal definitions, whatever the language, the order of keys and of the filter's answers. */
export function definitionKey(definition: Definition): string {
  const { filter } = definition;
  const codes = filter?.codes?.toSorted((a, b) => a - b);
  return JSON.stringify(inOrder({ ...definition, language: undefined, filter: filter === undefined ? undefined : { ...filter, codes } }));
}

/** Text that is equal for equal figures. */
function figuresKey({ rows, columns, tests = [] }: Released): string {
  return JSON.stringify([columns.map(({ key, base }) => [key, base]), rows.map(({ key, base, cells }) => [key, base, cells]), tests]);
}

/** The latest release of the same table that has not been recalled. */
export function releaseOf(register: readonly RegisterEntry[], definition: Definition): RegisterEntry | null {
  const key = definitionKey(definition);
  return register.find(({ table, isRecalled }) => table !== null && !isRecalled && definitionKey(table.definition) === key) ?? null;
}

/** The latest release of the same table, and whether its figures are still those of today. */
export function latestRelease(
  register: readonly RegisterEntry[],
  definition: Definition,
  exhibit: Released,
): { readonly entry: RegisterEntry; readonly isCurrent: boolean } | null {
  const entry = releaseOf(register, definition);
  if (entry?.table == null) return null;
  return { entry, isCurrent: figuresKey(entry.table.figures) === figuresKey(exhibit) };
}

/** Earlier releases that, with what these claims are of, show fewer persons than the threshold, newest first. */
export function subtractableReleases(register: readonly RegisterEntry[], claims: readonly Claim[], rule: DisclosureRule): RegisterEntry[] {
  const found = subtractable(
    claims,
    register.map((entry) => ({ releaseId: entry.id, claims: entry.claims })),
    rule,
  );
  return register.filter(({ id }) => found.includes(id));
}
