export { FileDrop } from './FileDrop.tsx';
export { useHeadingFocus } from './use-heading-focus.ts';
