export { printReport } from './print-report.ts';
export { IntoReportDialog, type IntoBlock } from './into/IntoReportDialog.tsx';
