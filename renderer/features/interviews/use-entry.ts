import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { EnteredValue } from '../../../shared/model/answer.ts';
import type { QuestionId } from '../../../shared/model/ids.ts';
import { missingReasons, type MissingReason, type Question } from '../../../shared/model/questionnaire.ts';
import type { Language } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { lastDeed } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { buildModel, neighbour, neighbourSection, nextOpen, type EntryModel } from './entry-model.ts';
import type { EntryFile } from './use-entry-file.ts';
import { useEntryAnswers, withTaken, type EntryAnswers } from './use-entry-answers.ts';

/** A sentence at the question. `refused` and `guard` are read aloud at once; a guard is no fault and does not look like one. */
export interface EntryNote {
  readonly text: string;
  readonly tone: 'neutral' | 'guard' | 'refused';
}

/** What belongs to one stay at one question and is forgotten when it is left. */
export interface Stay {
  readonly pending: string;
  /** Which habit key has been pressed once: Enter on an unanswered question, Backspace on an answered one. */
  readonly armed: 'skip' | 'clear' | null;
  /** Option or chip that the arrow keys have reached. */
  readonly roving: number | null;
  readonly note: EntryNote | null;
  readonly isRemarkOpen: boolean;
  /** The field for a question's number is open. */
  readonly isGoToOpen: boolean;
  /** A changed answer of a finished interview that waits for its reason. */
  readonly wanted: EnteredValue | null;
}

const freshStay: Stay = { pending: '', armed: null, roving: null, note: null, isRemarkOpen: false, isGoToOpen: false, wanted: null };

/** Entry's state: where one is, what is pending there, and the ways to move. */
export interface Entry {
  readonly model: EntryModel;
  readonly answers: EntryAnswers;
  readonly language: Language;
  readonly current: Question | null;
  readonly stay: Stay;
  /** Said in passing. `isShown` also stands on the screen until something else is said: answers set aside, options cleared. */
  readonly voice: { readonly text: string; readonly isShown: boolean };
  readonly change: (part: Partial<Stay>) => void;
  readonly speak: (text: string, isShown?: boolean) => void;
  /** Goes to a question, or with null to the last page. `keeps` leaves a sentence standing at the new place. */
  readonly goTo: (id: QuestionId | null, keeps?: EntryNote) => void;
  readonly move: (by: -1 | 1, asked?: ReadonlySet<string>) => void;
  readonly moveSection: (by: -1 | 1) => void;
  readonly moveOpen: (by: -1 | 1) => void;
  readonly nextLanguage: () => void;
  readonly offered: readonly MissingReason[];
}

export function useEntry({ interview, version }: EntryFile): Entry {
  const say = useText();
  const answers = useEntryAnswers(interview);
  const model = buildModel(withTaken(interview, answers.taken), version, answers.overlay);
  const [currentId, setCurrentId] = useState<QuestionId | null>(() => firstPlace(model));
  const [stay, setStay] = useState<Stay>(freshStay);
  const [voice, setVoice] = useState<Entry['voice']>({ text: '', isShown: false });
  const [language, setLanguage] = useState<Language>(interview.language);
  const keepPlace = useKeepPlace(model);
  const current = questionAt(model, currentId);
  const goTo = (id: QuestionId | null, keeps?: EntryNote): void => {
    const dropped =
      stay.pending === ''
        ? undefined
        : ({ text: say('interviews.entry.pendingDropped', { typed: stay.pending }), tone: 'neutral' } as const);
    setStay({ ...freshStay, note: keeps ?? dropped ?? null });
    setCurrentId(id);
    keepPlace(id);
  };
  useFollowUndo(model, (id) => {
    setVoice({ text: '', isShown: false });
    goTo(id);
  });
  const languages = version.languages.length === 0 ? [language] : version.languages;
  return {
    model,
    answers,
    language,
    current,
    stay,
    voice,
    change: (part) => setStay((old) => ({ ...old, ...part })),
    speak: (text, isShown = false) => setVoice({ text, isShown }),
    goTo,
    move: (by, asked) => {
      const next = neighbour(model, currentId, by, asked);
      if (next !== null || by === 1) goTo(next);
    },
    moveSection: (by) => {
      const next = neighbourSection(model, currentId, by);
      if (next !== null || by === 1) goTo(next);
    },
    moveOpen: (by) => {
      const next = nextOpen(model, currentId, by);
      if (next === null) setVoice({ text: say('interviews.entry.noOpen'), isShown: true });
      else goTo(next);
    },
    nextLanguage: () => setLanguage(languages[(languages.indexOf(language) + 1) % languages.length] ?? language),
    offered: missingReasons.filter((reason) => current?.reasons.includes(reason) === true),
  };
}

/** The question one is at. One that is no longer asked gives way to the next that is, never to the last page. */
function questionAt(model: EntryModel, id: QuestionId | null): Question | null {
  if (id === null) return null;
  const wanted = model.asked.has(id) ? id : (neighbour(model, id, 1) ?? neighbour(model, id, -1));
  return model.questions.find((question) => question.id === wanted) ?? null;
}

/** Where the interview was left; a new one begins at its first question, one that was at its end opens there. */
function firstPlace(model: EntryModel): QuestionId | null {
  const { currentQuestionId, answers } = model.interview;
  if (currentQuestionId === null) return answers.length === 0 ? neighbourOfStart(model) : null;
  return model.asked.has(currentQuestionId) ? currentQuestionId : neighbour(model, currentQuestionId, 1);
}

function neighbourOfStart(model: EntryModel): QuestionId | null {
  return model.questions.find((question) => model.asked.has(question.id))?.id ?? null;
}

/** Writes the place to the file: one call at a time, and of several moves meanwhile only the last. */
function useKeepPlace(model: EntryModel): (id: QuestionId | null) => void {
  const state = useRef<{ isBusy: boolean; next: QuestionId | null | undefined }>({ isBusy: false, next: undefined });
  const interviewId = model.interview.id;
  const run = (id: QuestionId | null): void => {
    state.current.isBusy = true;
    // A place that could not be kept costs nobody an answer; the next move tries again.
    void client.interviews
      .moveTo({ interviewId, questionId: id })
      .catch(() => undefined)
      .then(() => {
        const { next } = state.current;
        state.current = { isBusy: false, next: undefined };
        if (next !== undefined) run(next);
      });
  };
  return (id) => {
    if (state.current.isBusy) state.current.next = id;
    else run(id);
  };
}

/** Undo and redo of an answer here bring the person back to its question. */
function useFollowUndo(model: EntryModel, goTo: (id: QuestionId | null) => void): void {
  const last = lastDeed.use();
  const seen = useRef(last);
  const follow = useEffectEvent((): void => {
    if (last === seen.current) return;
    seen.current = last;
    const { deed, verb } = last ?? { deed: null, verb: 'done' };
    if (deed === null || verb === 'done' || deed.params['code'] !== model.interview.code) return;
    const question = model.questions.find((candidate) => candidate.number === deed.params['question']);
    if (question !== undefined) goTo(question.id);
  });
  useEffect(() => follow(), [last]);
}
