export { Marked } from './Marked.tsx';
export { searchFor } from './search-text.ts';
