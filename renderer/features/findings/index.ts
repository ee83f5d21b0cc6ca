export { markOf } from './mark-of.ts';
