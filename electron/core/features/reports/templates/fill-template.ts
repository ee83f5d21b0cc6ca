import type { NewBlock } from '../../../../../shared/contract/reports.ts';
import type { ReportTemplate } from '../../../../../shared/contract/reports-terms.ts';
import type { ReportId } from '../../../../../shared/model/ids.ts';
import type { Call } from '../../../rpc/call.ts';
import type { NewReport } from '../create-report.ts';
import { finalReport, processReport } from './long-reports.ts';
import { feedback, roundSummary, slides } from './short-reports.ts';
import { templateGround, type TemplateGround } from './template-ground.ts';

const templates: Readonly<Record<ReportTemplate, (from: TemplateGround) => NewBlock[]>> = {
  'process-report': processReport,
  'final-report': finalReport,
  'round-summary': roundSummary,
  feedback,
  slides,
};

/** The blocks that a template begins with, with what the project knows filled in; none where there is none. @throws AppError CODING_IS_BLIND */
export function fillTemplate(call: Call, report: NewReport, reportId: ReportId): NewBlock[] {
  return report.template === null ? [] : templates[report.template](templateGround(call, report, reportId));
}
