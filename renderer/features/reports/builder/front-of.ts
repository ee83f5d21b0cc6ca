import type { ReportRow } from '../../../../shared/contract/reports.ts';
import type { ReportDocument } from '../../../../shared/contract/reports-document.ts';
import type { Front } from './FrontPage.tsx';

/** What stands on the front page: as the report has it, else what the list knows. */
export function frontOf(document: ReportDocument | undefined, row: ReportRow | undefined): Front {
  return {
    title: document?.title ?? row?.title ?? '',
    subtitle: document?.subtitle ?? '',
    byline: document?.byline ?? row?.byline ?? null,
    authors: document?.authors ?? null,
    organisation: document?.style.organisation ?? '',
    logo: document?.style.logo ?? null,
    place: document?.place ?? row?.place ?? null,
    year: document?.year ?? row?.year ?? null,
  };
}
