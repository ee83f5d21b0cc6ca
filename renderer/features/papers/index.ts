export { DistributionPart } from './DistributionPart.tsx';
export { SendDialog } from './SendDialog.tsx';
