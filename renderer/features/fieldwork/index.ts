export { FieldworkNav } from './FieldworkNav.tsx';
export { LiveSearch } from './LiveSearch.tsx';
