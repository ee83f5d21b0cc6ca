export { CorrectionBox } from './CorrectionBox.tsx';
export { inVivoName } from './in-vivo-name.ts';
