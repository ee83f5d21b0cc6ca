export { FileDrop } from './FileDrop.tsx';
export { FileImportScreen } from './FileImportScreen.tsx';
export { FileOutcome } from './FileOutcome.tsx';
export { FilePreviewHead } from './FilePreviewHead.tsx';
export { refusedUnsent } from './unsent-file.ts';
export { useFileImport } from './use-file-import.ts';
