export { ownKeys } from './own-keys.ts';
export { formProblems } from './problems.ts';
export { readForm, type LanguageChoices, type ReadForm } from './read-form.ts';
export type { FormWords } from './read-question.ts';
export { sheetsOfRecords, type CellMark, type FormBook, type FormSheet, type SheetCell, type SheetRow } from './sheets.ts';
export { writeForm } from './write-form.ts';
