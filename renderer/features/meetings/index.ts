export { YearWheel } from './YearWheel.tsx';
export { ringsOf } from './wheel.ts';
