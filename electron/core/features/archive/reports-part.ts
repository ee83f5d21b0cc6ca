import { z } from 'zod';
import { fileNameOf } from '../../documents/file-name.ts';
import { wordsIn } from '../../words.ts';
import { isBlind } from '../coding/blind.ts';
import type { ToPack } from '../raw-export/pack-files.ts';
import { assemble, groundOf, writeHtml } from '../reports/index.ts';
import type { ArchiveWanted } from './archive-file.ts';

const Row = z.object({ id: z.string(), title: z.string() });
const reportSql = `SELECT report.id, report.title FROM report WHERE report.project_id = :projectId
AND EXISTS (SELECT 1 FROM report_block WHERE report_block.report_id = report.id) ORDER BY report.title, report.id`;

/** The reports as they stand, each a web page that needs nothing beside it. Coding blind, they would tell what others have coded, and are left out. */
export async function* reportsPart({ call, projectId, language }: ArchiveWanted): AsyncGenerator<ToPack | null> {
  if (isBlind(call.sql, projectId)) return;
  const folder = wordsIn(language)('archive.folder.reports');
  const madeAt = new Date(call.session.deps.now()).toISOString();
  for (const [at, { id, title }] of call.sql.all(Row, reportSql, { projectId }).entries()) {
    const { document } = assemble(call, id, true);
    yield null;
    const content = await writeHtml(groundOf(call, document, 'picture', madeAt));
    yield { fileName: `${folder}/${fileNameOf(`${at + 1} ${title}`, String(at + 1))}.html`, content };
  }
}
