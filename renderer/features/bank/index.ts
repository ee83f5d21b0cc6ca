export { BankList } from './BankList.tsx';
export { BankPanel } from './BankPanel.tsx';
export { KeepDialog } from './KeepDialog.tsx';
