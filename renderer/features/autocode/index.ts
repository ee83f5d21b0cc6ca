export { AutoCodeDialog, type AutoCodeDialogProps } from './AutoCodeDialog.tsx';
