import { z } from 'zod';
import type { Statements } from '../../../db/statements.ts';
import { readRegister } from '../../analysis/register.ts';

const FileRow = z.object({ figures: z.string() });
const Figures = z.object({ themes: z.array(z.object({ themeId: z.string(), persons: z.int().nullable() })) });

const fileSql = `SELECT figures FROM release WHERE project_id = :projectId AND json_extract(definition, '$.kind') = 'quotes'`;

/** Numbers of persons by theme that have left the program before, in tables and in files of quotes, whatever part of the persons they were of. */
export function releasedThemeCounts(sql: Statements, projectId: string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, Set<number>>();
  const add = (themeId: string, persons: number): void => {
    found.set(themeId, (found.get(themeId) ?? new Set()).add(persons));
  };
  for (const { table } of readRegister(sql, projectId)) {
    if (table?.definition.kind !== 'themes') continue;
    for (const { key, cells } of table.figures.rows) for (const cell of cells) if (cell.state === 'shown') add(key, cell.count);
  }
  for (const { figures } of sql.all(FileRow, fileSql, { projectId })) {
    const file = Figures.safeParse(JSON.parse(figures));
    for (const { themeId, persons } of file.success ? file.data.themes : []) if (persons !== null) add(themeId, persons);
  }
  return new Map([...found].map(([themeId, numbers]) => [themeId, [...numbers]]));
}
