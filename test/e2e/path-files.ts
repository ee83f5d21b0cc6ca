import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A survey file by others; tests that need it say so when it is absent. */
export const patientComments = join(import.meta.dirname, '../../../shared/data/surveys/comments/patient-comments-multilabel.csv');

/** The copy of the sample that the program made for itself under its data folder. @throws Error when there is not exactly one */
export function findSampleCopy(dataFolder: string): string {
  const samples = join(dataFolder, 'samples');
  const found = readdirSync(samples).map((name) => join(samples, name, 'Fjordvik.rost'));
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} copies of the sample in ${samples}`);
  return only;
}
