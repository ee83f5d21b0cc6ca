import { z } from 'zod';
import type { ReportKind, ReportTemplate } from '../../../../shared/contract/reports-terms.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { ReportId } from '../../../../shared/model/ids.ts';
import { ReportId as ReportIdSchema } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { readProjectFacts } from '../analysis/project-facts.ts';
import { writeBlock } from './blocks/insert-blocks.ts';
import { fillTemplate } from './templates/fill-template.ts';

export interface NewReport {
  readonly projectId: string;
  readonly kind: ReportKind;
  readonly title: string;
  readonly language: Language;
  readonly template: ReportTemplate | null;
  readonly placeId: string | null;
  readonly roundId: string | null;
  readonly meetingId: string | null;
}

/** Begins a report: empty, or with its template's sections. @throws AppError NOT_FOUND, CODING_IS_BLIND */
export function createReport(call: Call, report: NewReport): ReportId {
  const { sql, workspace, session, operation } = call;
  const { projectId, kind, title, language, placeId } = report;
  readProjectFacts(sql, projectId);
  if (placeId !== null && !isPlace(call, placeId)) throw new AppError('NOT_FOUND');
  const today = new Date(session.deps.now()).toISOString().slice(0, 10);
  const id = ReportIdSchema.parse(workspace.newId());
  sql.insert('report', {
    id,
    project_id: projectId,
    kind,
    title,
    language,
    byline: null,
    authors: null,
    year: Number(today.slice(0, 4)),
    place_id: placeId,
    link: null,
    body: null,
    published_on: null,
    updated_on: today,
  });
  for (const [at, block] of fillTemplate(call, report, id).entries()) writeBlock(call, id, block, at + 1);
  operation.label({ title });
  return id;
}

const Found = z.object({ found: z.int() });

function isPlace({ sql }: Call, placeId: string): boolean {
  return sql.get(Found, 'SELECT 1 AS found FROM place WHERE id = :placeId', { placeId }) !== undefined;
}
