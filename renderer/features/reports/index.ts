export { IntoReportDialog, type IntoBlock } from './into/IntoReportDialog.tsx';
