export { BankPanel } from './BankPanel.tsx';
export { KeepDialog } from './KeepDialog.tsx';
