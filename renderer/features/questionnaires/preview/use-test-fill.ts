import { useMemo, useState } from 'react';
import type { AnswerValue } from '../../../../shared/model/answer.ts';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import {
  isOneChoice,
  printedCode,
  questionsOf,
  type MissingReason,
  type Question,
  type QuestionnaireVersion,
} from '../../../../shared/model/questionnaire.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { takePending, typeDigit, type TypedCode } from '../../interviews/index.ts';
import { nextAsked, testerOf, untried, withCode, type TestAnswers, type Tested } from './test-answers.ts';

/** Trying the questionnaire: where one is, what has been answered, and what routing makes of it. Nothing is stored. */
export interface TestFill {
  readonly tested: Tested;
  readonly answers: TestAnswers;
  readonly place: QuestionId | null;
  /** Digits that wait for one more, or Enter. */
  readonly pending: string;
  /** A key that was refused: a code that is not there, or a reason that is not offered. */
  readonly refused: { readonly kind: 'code' | 'reason'; readonly what: string } | null;
  readonly goTo: (id: QuestionId | null) => void;
  /** Begins at a question; at the one that decides whether it is asked, if it is not. */
  readonly begin: (id: QuestionId) => void;
  readonly move: (by: -1 | 1) => void;
  readonly take: (code: number) => void;
  readonly digit: (digit: string) => void;
  /** Enter: takes what waits, else goes on. */
  readonly enter: () => void;
  readonly reason: (reason: MissingReason) => void;
  readonly write: (value: AnswerValue | null) => void;
  readonly clear: () => void;
  readonly clearAll: () => void;
}

interface Stay {
  readonly place: QuestionId | null;
  readonly pending: string;
  readonly refused: TestFill['refused'];
}

/** Test answers for a version; judged anew with every answer, as entry does. Reading a version takes a while, so it waits until it is tried. */
export function useTestFill(version: QuestionnaireVersion, language: Language, isOn: boolean): TestFill {
  const [answers, setAnswers] = useState<TestAnswers>(new Map());
  const [stay, setStay] = useState<Stay>({ place: null, pending: '', refused: null });
  const judge = useMemo(() => whenAsked(() => testerOf(version)), [version]);
  // What time it is when the last answer was given.
  const [clock, setClock] = useState(() => new Date());
  const tested = useMemo(() => (isOn ? judge()(answers, language, clock) : untried), [isOn, judge, answers, language, clock]);
  const questions = questionsOf(version);
  const question = questions.find((candidate) => candidate.id === stay.place) ?? null;
  const settle = (changes: Partial<Stay> = {}): void => setStay((old) => ({ ...old, pending: '', refused: null, ...changes }));

  function write(value: AnswerValue | null): Tested {
    if (question === null) return tested;
    const next = new Map(answers);
    if (value === null) next.delete(question.id);
    else next.set(question.id, value);
    setAnswers(next);
    setClock(new Date());
    return judge()(next, language, new Date());
  }

  /** Answers, and goes on unless a check speaks up. */
  function answer(value: AnswerValue | null, goesOn: boolean): void {
    if (question === null) return;
    const after = write(value);
    const isHeld = !goesOn || after.broken(question) !== null;
    settle(isHeld ? {} : { place: nextAsked(questions, question.id, 1, after.asked) ?? question.id });
  }

  function take(code: number): void {
    if (question === null) return;
    answer(withCode(question, answers.get(question.id) ?? null, code), isOneChoice(question));
  }

  function step(entry: ReturnType<typeof typeDigit>): void {
    if (entry.kind === 'taken') take(entry.code);
    else if (entry.kind === 'pending') setStay({ ...stay, pending: entry.pending, refused: null });
    else setStay({ ...stay, pending: entry.pending, refused: { kind: 'code', what: entry.typed } });
  }

  function move(by: -1 | 1): void {
    const to = nextAsked(questions, stay.place, by, tested.asked);
    settle(to === null ? {} : { place: to });
  }

  return {
    tested,
    answers,
    ...stay,
    goTo: (place) => settle({ place }),
    begin: (id) => {
      const here = questions.find((candidate) => candidate.id === id);
      const now = judge()(answers, language, new Date());
      const asked = here === undefined ? null : decider(here, now);
      settle({ place: asked?.id ?? nextAsked(questions, null, 1, now.asked) });
    },
    move,
    take,
    digit: (digit) => (question === null ? undefined : step(typeDigit(stay.pending, digit, codesOf(question)))),
    enter: () => {
      if (question !== null && stay.pending !== '') step(takePending(stay.pending, codesOf(question)));
      // A hard check cannot be left.
      else if (question === null || tested.broken(question)?.severity !== 'hard') move(1);
    },
    reason: (reason) => {
      if (question?.reasons.includes(reason) === true) answer({ kind: 'missing', reason }, true);
      else setStay({ ...stay, refused: { kind: 'reason', what: reason } });
    },
    write: (value) => void write(value),
    clear: () => (stay.pending === '' ? answer(null, false) : settle()),
    clearAll: () => {
      setAnswers(new Map());
      settle({ place: nextAsked(questions, null, 1, judge()(new Map(), language, new Date()).asked) });
    },
  };
}

/** The question itself if it is asked, else the nearest one on whose answer that depends; null when nobody can say. */
function decider(question: Question, tested: Tested): Question | null {
  const seen = new Set<QuestionId>();
  let at: Question | null = question;
  while (at !== null && !tested.asked.has(at.id) && !seen.has(at.id)) {
    seen.add(at.id);
    at = tested.blocker(at);
  }
  return at !== null && tested.asked.has(at.id) ? at : null;
}

/** Works something out the first time it is asked for. */
function whenAsked<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function codesOf(question: Question): TypedCode[] {
  return question.options.map((option) => ({ code: option.code, printed: printedCode(question, option.code) }));
}
