import { z } from 'zod';
import type { DeIdentified, PlaceLevel, RawCheck } from '../../../../shared/contract/raw-export.ts';
import { identifyingVariables } from '../../analysis/identifying.ts';
import { countingOf, type QuestionForm } from '../../analysis/questions.ts';
import type { Statements } from '../../db/statements.ts';
import { checkRaw, type CheckedPart, type Fact } from './check-raw.ts';

const PlaceRow = z.object({
  id: z.string(),
  kind: z.string(),
  parent_id: z.string().nullable(),
  name: z.string(),
  code: z.string().nullable(),
});
export type PlaceRow = z.infer<typeof PlaceRow>;

/** The place that is told of one that is recorded: itself, or what it lies in at a coarser level; null where nothing is told. */
export function coarsePlace(sql: Statements, level: PlaceLevel): (placeId: string | null) => PlaceRow | null {
  if (level === 'none') return () => null;
  const places = new Map(sql.all(PlaceRow, 'SELECT id, kind, parent_id, name, code FROM place', {}).map((row) => [row.id, row]));
  return (placeId) => {
    const own = placeId === null ? null : (places.get(placeId) ?? null);
    if (level === 'as-recorded') return own;
    const seen = new Set<string>();
    for (let at: PlaceRow | null = own; at !== null && !seen.has(at.id); at = places.get(at.parent_id ?? '') ?? null) {
      seen.add(at.id);
      // What is coarser already stays what it is.
      if (at.kind === level || at.kind === 'country' || (level === 'municipality' && at.kind === 'county')) return at;
    }
    return null;
  };
}

/** Whether a question may be in de-identified data: one that is counted, no identifier, and not left out. */
export function mayBePackaged(sql: Statements, { projectId, leftOut }: DeIdentified): (form: QuestionForm) => boolean {
  const without = new Set<string>([...leftOut, ...identifyingVariables(sql, projectId)]);
  return (form) => form.repeat === null && countingOf(form.type) !== null && !without.has(form.variableId);
}

/** Facts of the interview in de-identified data. */
export function packagedFacts({ placeLevel, withService }: DeIdentified): Fact[] {
  return [...(placeLevel === 'none' ? [] : (['place'] as const)), ...(withService ? (['service'] as const) : []), 'wave'];
}

/** How well persons are hidden in de-identified data: over exactly its rows and columns. @throws AppError NOT_FOUND */
export function checkPackage(sql: Statements, wanted: DeIdentified): RawCheck {
  const place = coarsePlace(sql, wanted.placeLevel);
  const part: CheckedPart = {
    has: mayBePackaged(sql, wanted),
    facts: packagedFacts(wanted),
    placeOf: (id) => place(id)?.id ?? null,
  };
  return checkRaw(sql, { projectId: wanted.projectId, versionId: wanted.versionId, known: wanted.known }, part);
}
