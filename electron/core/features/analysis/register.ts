import { z } from 'zod';
import { ExhibitDefinition, type ExhibitDefinition as Definition } from '../../../../shared/contract/analysis.ts';
import type { DisclosureRule } from '../../../../shared/disclosure/index.ts';
import { ReleasedExhibit, type ReleasedExhibit as Released } from '../../../../shared/model/exhibit.ts';
import type { Statements } from '../../db/statements.ts';
import { claimsOf, subtractable } from './claims.ts';

/** One line of the register of releases that holds a table. */
export interface RegisterEntry {
  readonly id: string;
  readonly number: number;
  readonly releasedAt: string;
  readonly recipient: string | null;
  readonly isRecalled: boolean;
  readonly definition: Definition;
  readonly figures: Released;
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

/** Tables of a project that have left the program, newest first. Recalled ones too: they were out. */
export function readRegister(sql: Statements, projectId: string): RegisterEntry[] {
  const rows = sql.all(
    Row,
    'SELECT id, number, released_at, recipient, recalled_at, definition, figures FROM release WHERE project_id = :projectId ORDER BY number DESC',
    { projectId },
  );
  return rows.flatMap((row) => {
    const definition = ExhibitDefinition.safeParse(JSON.parse(row.definition));
    const figures = ReleasedExhibit.safeParse(JSON.parse(row.figures));
    // Other things than tables are released too (reports, minutes); they have no bases to subtract.
    if (!definition.success || !figures.success) return [];
    const { id, number, recipient } = row;
    return [
      {
        id,
        number,
        recipient,
        releasedAt: row.released_at,
        isRecalled: row.recalled_at !== null,
        definition: definition.data,
        figures: figures.data,
      },
    ];
  });
}

/** The number of the next release in the workspace. */
export function nextReleaseNumber(sql: Statements): number {
  return (sql.get(z.object({ last: z.int().nullable() }), 'SELECT max(number) AS last FROM release')?.last ?? 0) + 1;
}

/** Text that is equal for equal definitions, whatever the language and the order of keys. */
function definitionKey({ kind, rows, columns, filter, merge, base, places, themes, cuts }: Definition): string {
  const codes = filter?.codes?.toSorted((a, b) => a - b) ?? null;
  return JSON.stringify([
    kind,
    rows,
    columns ?? null,
    filter?.waveId ?? null,
    filter?.variableId ?? null,
    codes,
    merge ?? null,
    base ?? null,
    places ?? null,
    themes ?? null,
    cuts ?? null,
  ]);
}

/** Text that is equal for equal figures. */
function figuresKey({ rows, columns }: Released): string {
  return JSON.stringify([columns.map(({ key, base }) => [key, base]), rows.map(({ key, base, cells }) => [key, base, cells])]);
}

/** The latest release of the same table, and whether its figures are still those of today. */
export function latestRelease(
  register: readonly RegisterEntry[],
  definition: Definition,
  exhibit: Released,
): { readonly entry: RegisterEntry; readonly isCurrent: boolean } | null {
  const key = definitionKey(definition);
  const entry = register.find((earlier) => !earlier.isRecalled && definitionKey(earlier.definition) === key);
  return entry === undefined ? null : { entry, isCurrent: figuresKey(entry.figures) === figuresKey(exhibit) };
}

/** Earlier releases that, with this table, show fewer persons than the threshold. `most`: rounds that one person has at most. */
export function subtractableReleases(
  register: readonly RegisterEntry[],
  definition: Definition,
  exhibit: Released,
  { rule, most = 1 }: { readonly rule: DisclosureRule; readonly most?: number | undefined },
): RegisterEntry[] {
  const released = register.map((entry) => ({ releaseId: entry.id, claims: claimsOf(entry.definition, entry.figures) }));
  const found = subtractable(claimsOf(definition, exhibit, most), released, rule);
  return register.filter(({ id }) => found.includes(id));
}
