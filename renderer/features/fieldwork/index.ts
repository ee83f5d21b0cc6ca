export { FieldworkNav } from './FieldworkNav.tsx';
