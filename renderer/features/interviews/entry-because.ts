import { askedBecause } from '../../../shared/expressions/form.ts';
import type { Spot } from './entry-layout.ts';
import type { EntryModel } from './entry-model.ts';

/** The question whose answer keeps another from being asked, where exactly one does; in the same round, or outside of rounds. */
export function blockerOf({ form, layout }: EntryModel, spot: Spot): Spot | null {
  const [id, ...more] = becauseOf(form, spot.question.id);
  if (id === undefined || more.length > 0) return null;
  return layout.byKey.get(`${id}/${spot.instance}`) ?? layout.byKey.get(`${id}/0`) ?? null;
}

const known = new WeakMap<EntryModel['form'], Map<string, readonly string[]>>();

/** Read once per form: a row that is not asked says why at every key. */
function becauseOf(form: EntryModel['form'], questionId: string): readonly string[] {
  const ofForm = known.get(form) ?? new Map<string, readonly string[]>();
  known.set(form, ofForm);
  const found = ofForm.get(questionId) ?? askedBecause(form, questionId);
  ofForm.set(questionId, found);
  return found;
}
