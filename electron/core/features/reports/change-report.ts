import type { Language } from '../../../../shared/model/text.ts';
import { givenColumns, updateRow, type Given } from '../../db/update-row.ts';
import type { Call } from '../../rpc/call.ts';
import { readReport } from './report-rows.ts';

type Change = Given<{
  readonly title: string;
  readonly byline: string | null;
  readonly authors: string | null;
  readonly year: number | null;
  readonly language: Language;
}>;

function orNull(text: string | null | undefined): string | null | undefined {
  return text?.trim() === '' ? null : text;
}

/** Changes what stands on the title page. @throws AppError NOT_FOUND */
export function changeReport({ sql, operation }: Call, reportId: string, change: Change): void {
  const { title } = readReport(sql, reportId);
  operation.mergeWith(`report:${reportId}:${Object.keys(change).toSorted().join(',')}`);
  const given = { ...change, byline: orNull(change.byline), authors: orNull(change.authors) };
  updateRow(
    sql,
    'report',
    reportId,
    givenColumns(given, { title: 'title', byline: 'byline', authors: 'authors', year: 'year', language: 'language' }),
  );
  operation.label({ title: change.title ?? title });
}
