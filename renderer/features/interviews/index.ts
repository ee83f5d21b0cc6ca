export { answerText, confirmMessages, optionWords, reasonMessages } from './answer-sentence.ts';
export { takePending, typeDigit, type TypedCode } from './code-entry.ts';
export { UnfinishedInterview } from './UnfinishedInterview.tsx';
