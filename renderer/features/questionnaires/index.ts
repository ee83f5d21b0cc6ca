export { ownOptions } from './design/apply-change.ts';
export { QuestionSketch } from './preview/QuestionSketch.tsx';
