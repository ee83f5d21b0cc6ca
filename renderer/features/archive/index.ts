export { Archive } from './Archive.tsx';
