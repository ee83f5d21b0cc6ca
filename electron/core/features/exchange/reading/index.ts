export { inspectSurveyFile, type InspectOptions } from './inspect-survey-file.ts';
export { readSurveyRows } from './read-survey-rows.ts';
export type { RowBatch } from './read-csv.ts';
export { createRowInterpreter, problem, shown, type RowInterpreter } from './interpret-row.ts';
export { isReadingError, ReadingError, type ReadingErrorParams } from './reading-error.ts';
export { readingLimits } from './limits.ts';
