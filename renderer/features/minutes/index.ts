export { AttendancePart } from './AttendancePart.tsx';
export { MinutesRead } from './MinutesRead.tsx';
export { OutcomesPart } from './OutcomesPart.tsx';
export { PhotosPart } from './PhotosPart.tsx';
export { usePicture } from './use-picture.ts';
