import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { PatternFile } from '../../shared/contract/patterns.ts';
import type { ThemeId } from '../../shared/model/ids.ts';
import { rasterFolder } from '../support/raster-folder.ts';
import { makeAnalysisFixture, type AnalysisFixture, type Person } from './analysis-fixture.ts';

const TermRow = z.object({ theme_id: z.string(), term: z.string() });

function themeIds({ session }: Core): ReadonlyMap<string, string> {
  const rows = session.workspace.sql.all(TermRow, "SELECT theme_id, term FROM theme_term WHERE kind = 'preferred'");
  return new Map(rows.map(({ theme_id: id, term }) => [term, id]));
}

/** A workspace with these persons, and its themes by name. */
export async function ground(people: readonly Person[], project: Record<string, number> = {}) {
  const core = openCore({ resourceFolder: rasterFolder() });
  const fixture = await makeAnalysisFixture(core, people, project);
  const ids = themeIds(core);
  const idOf = (name: string): ThemeId => (ids.get(name) ?? '') as ThemeId;
  return { core, fixture, idOf, nameOf: (id: string) => [...ids].find(([, each]) => each === id)?.[0] ?? '' };
}

/** Writes past the program, as one operation. */
export function write({ session: { workspace } }: Core, work: () => void): void {
  workspace.operations.run({ ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false }, work);
}

/** A pattern as the file that was made of it, handed to the council of Fjordvik. */
export async function exported(
  core: Core,
  { projectId }: AnalysisFixture,
  file: PatternFile,
  format: 'docx' | 'xlsx' | 'csv' | 'svg' | 'png',
) {
  const steps = await core.client.patterns.export({ projectId, file, format, language: 'nb', recipient: 'Rådet i Fjordvik' });
  for (;;) {
    const step = await steps.next();
    if (step.done === true)
      return { ...step.value, bytes: readFileSync(join(core.session.deps.temporaryFolder, 'out', step.value.ticket)) };
  }
}

/** Many enough that nothing is hidden, with two scores and all three themes. */
export function manyPeople(): Person[] {
  return Array.from({ length: 120 }, (_, at): Person => ({
    code: `R${at + 1}`,
    answers: { tjeneste: { code: 1 + (at % 2) }, respekt: { code: 1 + (at % 5) } },
    themes: [...(at % 3 === 0 ? ['Ventetid'] : []), ...(at % 2 === 0 ? ['Informasjon'] : []), ...(at % 7 === 0 ? ['Tilgang'] : [])],
  }));
}
