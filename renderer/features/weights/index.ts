export { Weighting } from './Weighting.tsx';
