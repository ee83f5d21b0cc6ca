import { z } from 'zod';
import type { ChangedFigure } from '../../../../../shared/contract/analysis-exhibits.ts';
import type { DocumentPart } from '../../../../../shared/contract/reports-document.ts';
import { ReleasedExhibit } from '../../../../../shared/model/exhibit.ts';
import type { Statements } from '../../../db/statements.ts';
import { changedFigures } from '../../analysis/exhibits/rerun.ts';
import type { BlockRow } from '../blocks/block-rows.ts';
import type { Draft } from '../drafts.ts';

/** So many changes are named; the number of all is said. */
const mostNamed = 50;

const ReleaseRow = z.object({ id: z.string(), number: z.int(), figures: z.string() });
const Read = z.record(z.string(), ReleasedExhibit);

/** What left with a draft. */
export interface DraftFigures {
  /** Numbers in the register, rising. */
  readonly numbers: readonly number[];
  /** By kept table. */
  readonly exhibits: ReadonlyMap<string, ReleasedExhibit>;
}

/** The figures of a draft as they stood in it. */
export function readDraftFigures(sql: Statements, draft: Draft | undefined): DraftFigures {
  const ids = JSON.stringify([...new Set(draft?.releases.values())]);
  const rows = sql.all(
    ReleaseRow,
    'SELECT id, number, figures FROM release WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY number',
    {
      ids,
    },
  );
  const byId = new Map(rows.map((row) => [row.id, ReleasedExhibit.safeParse(JSON.parse(row.figures)).data]));
  const exhibits = [...(draft?.releases ?? [])].flatMap(([exhibitId, releaseId]): [string, ReleasedExhibit][] => {
    const figures = byId.get(releaseId);
    return figures === undefined ? [] : [[exhibitId, figures]];
  });
  return { numbers: rows.map(({ number }) => number), exhibits: new Map(exhibits) };
}

/** The same table: what was asked has not been changed since. */
function isSame(before: ReleasedExhibit, after: ReleasedExhibit): boolean {
  const asked = ({ definition }: ReleasedExhibit): unknown => {
    const fields = z.record(z.string(), z.unknown()).safeParse(definition).data ?? {};
    return Object.entries(fields)
      .filter(([name]) => !['language', 'members', 'groups', 'algorithm'].includes(name))
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
  };
  return JSON.stringify(asked(before)) === JSON.stringify(asked(after));
}

/** The tables of a block as they stand now, by kept table: what its author has read once the changes are marked as read. */
export function figuresIn(parts: readonly DocumentPart[]): Record<string, ReleasedExhibit> {
  return Object.fromEntries(parts.flatMap((part) => (part.kind === 'exhibit' ? [[part.exhibitId, part.released] as const] : [])));
}

/** What is other in a block than in the latest draft, unless it has been read as it stands now. */
export function changesIn(
  { figuresRead, kind }: BlockRow,
  parts: readonly DocumentPart[],
  { exhibits }: DraftFigures,
): { changes: ChangedFigure[]; changed: number } {
  // The tables at the end are those of charts above, where their changes are told.
  if (kind === 'appendix') return { changes: [], changed: 0 };
  const read = figuresRead === null ? undefined : Read.safeParse(JSON.parse(figuresRead)).data;
  const changes = Object.entries(figuresIn(parts)).flatMap(([exhibitId, now]) => {
    const before = exhibits.get(exhibitId);
    const seen = read?.[exhibitId];
    if (before === undefined || !isSame(before, now)) return [];
    return seen !== undefined && changedFigures(seen, now).length === 0 ? [] : changedFigures(before, now);
  });
  return { changes: changes.slice(0, mostNamed), changed: changes.length };
}
