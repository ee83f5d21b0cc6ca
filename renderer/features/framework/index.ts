export { SegmentInMatrix } from './SegmentInMatrix.tsx';
