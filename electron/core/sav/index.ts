export {
  noMissing,
  savStringBytes,
  type SavFile,
  type SavKind,
  type SavMeasure,
  type SavMissing,
  type SavRow,
  type SavSet,
  type SavValue,
  type SavValueLabel,
  type SavVariable,
} from './sav-file.ts';
export { savNames, savSetNames, type SavNames } from './sav-names.ts';
export { savWriter, type SavWriter } from './sav-writer.ts';
export { spsCsvWriter, writeSps, type SpsCsv } from './sav-syntax.ts';
export { readSav, readSavFile, type SavBatch, type SavLimits, type SavReading } from './sav-reader.ts';
export { isDeclared } from './sav-case-reader.ts';
