import { builtFolder } from '../support/built.ts';

/** Builds once, before the first test asks. */
export default async function setup(): Promise<void> {
  await builtFolder();
}
