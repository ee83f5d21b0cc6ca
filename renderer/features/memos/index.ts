export { MemoPart } from './MemoPart.tsx';
