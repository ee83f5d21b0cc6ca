export { FileDrop } from './FileDrop.tsx';
export { FileOutcome } from './FileOutcome.tsx';
export { FileRefused } from './FileRefused.tsx';
export { FileStart } from './FileStart.tsx';
export { FileWaiting } from './FileWaiting.tsx';
export { refusedUnsent } from './unsent-file.ts';
export { useFileImport } from './use-file-import.ts';
export { useHeadingFocus } from './use-heading-focus.ts';
