export { CodingNav } from './CodingNav.tsx';
