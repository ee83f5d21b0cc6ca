import type { AnswerPlace, WordsOutcome } from '../../../shared/contract/interviews.ts';
import type { InterviewId } from '../../../shared/model/ids.ts';
import { createStore } from '../../lib/store.ts';
import type { Desk } from './entry-store.ts';

/*
 * Words beside the answers are written while they are typed, and the field may be gone before the file has answered. Where another
 * window has put other words there meanwhile, both are kept here while the program runs, until one is chosen.
 */

/** Where words stand: a remark on an answer, what "other" is, or the running text of the interview. `number` is the question's. */
export type WordsPlace =
  | { readonly kind: 'note' }
  | { readonly kind: 'remark' | 'specify'; readonly at: AnswerPlace; readonly number: string };

/** Words that two windows have written in one place. */
export interface WordsConflict {
  readonly interviewId: InterviewId;
  readonly place: WordsPlace;
  readonly mine: string;
  readonly theirs: string;
  readonly by: string;
  readonly at: string;
}

export const wordsConflicts = createStore<readonly WordsConflict[]>([]);

/** The words of one place that wait for a choice. */
export function conflictAt(conflicts: readonly WordsConflict[], interviewId: InterviewId, place: WordsPlace): WordsConflict | undefined {
  return conflicts.find((one) => one.interviewId === interviewId && keyOfWords(one.place) === keyOfWords(place));
}

export function keyOfWords(place: WordsPlace): string {
  return place.kind === 'note' ? place.kind : `${place.kind} ${place.at.questionId}/${place.at.instance}`;
}

/** Writes words that the file holds others of than were `seen` only when they are chosen. False when they are not in the file. */
export async function writeWordsAt(desk: Desk, place: WordsPlace, text: string, seen: string): Promise<boolean> {
  const interviewId = desk.store.get().model.interview.id;
  const outcome = await desk.save(() => send(desk, place, text, seen));
  if (outcome === undefined) return false;
  const others = wordsConflicts.get().filter((one) => one !== conflictAt(wordsConflicts.get(), interviewId, place));
  const { conflict = null } = outcome;
  if (conflict !== null) wordsConflicts.set([...others, { interviewId, place, mine: text, ...conflict }]);
  else if (others.length < wordsConflicts.get().length) wordsConflicts.set(others);
  return conflict === null;
}

/** Lets the other words stand. */
export function dropMine(conflict: WordsConflict): void {
  wordsConflicts.set(wordsConflicts.get().filter((one) => one !== conflict));
}

function send({ pass }: Desk, place: WordsPlace, text: string, seen: string): Promise<Partial<WordsOutcome>> {
  if (place.kind === 'specify') return pass.specify(place.at, text, { seen });
  if (pass.first === null) return Promise.resolve({});
  return place.kind === 'note' ? pass.first.notes(text, seen) : pass.first.remark(place.at, text, seen);
}
