export { RefiExportDialog } from './RefiExportDialog.tsx';
