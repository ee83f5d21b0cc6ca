export { RawExport } from './RawExport.tsx';
