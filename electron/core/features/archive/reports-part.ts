import { z } from 'zod';
import { fileNameOf } from '../../documents/file-name.ts';
import { wordsIn } from '../../words.ts';
import { isBlind } from '../coding/blind.ts';
import type { Statements } from '../../db/statements.ts';
import type { ToPack } from '../raw-export/pack-files.ts';
import { assemble, groundOf, writeHtml } from '../reports/index.ts';
import type { ArchiveWanted } from './archive-file.ts';

const Row = z.object({ id: z.string(), title: z.string() });
const reportSql = `SELECT report.id, report.title FROM report WHERE report.project_id = :projectId
AND EXISTS (SELECT 1 FROM report_block WHERE report_block.report_id = report.id) ORDER BY report.title, report.id`;

/** Reports that are built here. Coding blind, they would tell what others have coded: there are none then. */
export function reportsOf(sql: Statements, projectId: string): z.infer<typeof Row>[] {
  return isBlind(sql, projectId) ? [] : sql.all(Row, reportSql, { projectId });
}

/** The reports as they stand: each a web page that needs nothing beside it, and a PDF where it was printed. */
export async function* reportsPart({ call, projectId, language, printed }: ArchiveWanted): AsyncGenerator<ToPack | null> {
  const folder = wordsIn(language)('archive.folder.reports');
  const madeAt = new Date(call.session.deps.now()).toISOString();
  for (const [at, { id, title }] of reportsOf(call.sql, projectId).entries()) {
    const { document } = assemble(call, id, true);
    yield null;
    const name = `${folder}/${fileNameOf(`${at + 1} ${title}`, String(at + 1))}`;
    yield { fileName: `${name}.html`, content: await writeHtml(groundOf(call, document, 'picture', madeAt)) };
    const pdf = printed(id, document);
    if (pdf !== null) yield { fileName: `${name}.pdf`, content: pdf };
  }
}
