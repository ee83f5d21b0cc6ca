export { ownOptions } from './design/apply-change.ts';
export { CompletionList, type CompletionChoice } from './desk/CompletionList.tsx';
export { ExpressionProblems, type PlacedProblem } from './desk/ExpressionProblems.tsx';
export { QuestionSketch } from './preview/QuestionSketch.tsx';
export { useCompletion } from './desk/use-completion.ts';
