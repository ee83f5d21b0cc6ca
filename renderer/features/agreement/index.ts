export { CoderSeat } from './CoderSeat.tsx';
