import type { AnswerOutcome, AnswerPlace, InterviewDetail, Turn, WordsOutcome } from '../../../shared/contract/interviews.ts';
import type { AnswerRecord, AnswerValue, ConfirmReason, EnteredValue } from '../../../shared/model/answer.ts';
import type { InterviewId, QuestionId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';

/** What goes with an answer: the reason for changing a finished interview, and what the writer saw before. */
export interface AnswerAbout {
  readonly changeReason?: ConfirmReason;
  readonly seen?: AnswerValue | null;
}

/** What goes with the words beside "other": the reason for changing a finished interview, or what stood there when typing began. */
export interface WordsAbout {
  readonly changeReason?: ConfirmReason;
  readonly seen?: string;
}

/** A person or a round that was made, with all there are now. */
export interface AddedTurn {
  readonly turns: readonly Turn[];
  readonly instance: number;
}

/** What only the first pass does: the second is blind, and writes answers and rounds of its own and nothing else. */
export interface FirstPass {
  readonly confirm: (place: AnswerPlace, reason: ConfirmReason, words: string) => Promise<readonly AnswerRecord[]>;
  readonly remark: (place: AnswerPlace, text: string, seen: string) => Promise<WordsOutcome>;
  readonly notes: (text: string, seen: string) => Promise<WordsOutcome>;
  readonly moveTo: (place: AnswerPlace | null) => Promise<unknown>;
  readonly addPerson: (reason?: ConfirmReason) => Promise<AddedTurn>;
}

/** Where answers are read from and written to: the interview itself, or its blind second entry. */
export interface EntryPass {
  readonly kind: 'first' | 'second';
  readonly read: () => Promise<InterviewDetail>;
  readonly answer: (place: AnswerPlace, value: EnteredValue, about: AnswerAbout) => Promise<AnswerOutcome>;
  /** Writes the words beside "other", in a finished interview with the reason for changing them. */
  readonly specify: (place: AnswerPlace, text: string, about: WordsAbout) => Promise<Partial<WordsOutcome>>;
  readonly addRound: (questionId: QuestionId, parentInstance: number, reason?: ConfirmReason) => Promise<AddedTurn>;
  readonly removeRound: (
    instance: number,
    reason?: ConfirmReason,
  ) => Promise<{ readonly turns: readonly Turn[]; readonly changed: readonly AnswerRecord[] }>;
  readonly first: FirstPass | null;
}

/** The reason for changing a finished interview, where there is one. */
function because(reason: ConfirmReason | undefined): { readonly changeReason?: ConfirmReason } {
  return reason === undefined ? {} : { changeReason: reason };
}

/** Entering the interview. */
export function firstPass(interviewId: InterviewId): EntryPass {
  const { interviews } = client;
  return {
    kind: 'first',
    read: () => interviews.get({ interviewId }),
    answer: (place, value, about) => interviews.answer({ interviewId, ...place, value, ...about }),
    specify: (place, text, about) => interviews.specify({ interviewId, ...place, text, ...about }),
    addRound: (questionId, parentInstance, reason) => interviews.addTurn({ interviewId, questionId, parentInstance, ...because(reason) }),
    removeRound: (instance, reason) => interviews.removeTurn({ interviewId, instance, ...because(reason) }),
    first: {
      confirm: async (place, reason, words) => (await interviews.confirm({ interviewId, ...place, reason, words })).changed,
      remark: (place, text, seen) => interviews.remark({ interviewId, ...place, text, seen }),
      notes: (text, seen) => interviews.notes({ interviewId, text, seen }),
      moveTo: (place) => interviews.moveTo({ interviewId, questionId: place?.questionId ?? null, instance: place?.instance ?? 0 }),
      addPerson: (reason) => interviews.addTurn({ interviewId, questionId: null, ...because(reason) }),
    },
  };
}

/** Entering it a second time, without seeing the first. */
export function secondPass(interviewId: InterviewId): EntryPass {
  const { doubleEntry } = client;
  return {
    kind: 'second',
    read: () => doubleEntry.get({ interviewId }),
    answer: (place, value, { seen }) => doubleEntry.answer({ interviewId, ...place, value, ...(seen === undefined ? {} : { seen }) }),
    specify: (place, text) => doubleEntry.specify({ interviewId, ...place, text }),
    addRound: (questionId, parentInstance) => doubleEntry.addTurn({ interviewId, questionId, parentInstance }),
    removeRound: (instance) => doubleEntry.removeTurn({ interviewId, instance }),
    first: null,
  };
}
