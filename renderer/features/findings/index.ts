export { FindingFromText } from './FindingFromText.tsx';
export { NewFindingDialog } from './NewFindingDialog.tsx';
export { markOf } from './mark-of.ts';
