import { useRef } from 'react';
import { confirmReasons, type AnswerValue, type ConfirmReason, type EnteredValue } from '../../../shared/model/answer.ts';
import { isOneChoice, printedCode, takesAnswer, type MissingReason, type Question } from '../../../shared/model/questionnaire.ts';
import { useText } from '../../lib/text.ts';
import { reasonMessages, spokenAnswer } from './answer-sentence.ts';
import { takePending, typeDigit, type CodeEntry } from './code-entry.ts';
import type { EntryAction } from './entry-keys.ts';
import { askedWith, brokenWith, stateOf, toggleCode, typedCodes } from './entry-model.ts';
import type { Draft } from './use-draft.ts';
import type { Entry } from './use-entry.ts';

/** What can be done to the current question, by key or by pointer. */
export interface EntryActions {
  /** Carries out a key's meaning; false when there is nothing to do and the key is the browser's. */
  readonly perform: (action: EntryAction) => boolean;
  readonly takeCode: (code: number) => void;
  readonly giveReason: (reason: MissingReason) => void;
  readonly confirm: (reason: ConfirmReason) => void;
  readonly next: () => void;
}

/** How many stops ←/→ have on a question: options, then reasons, then Next. */
export function stopsOf(question: Question, offered: readonly MissingReason[], isConfirming: boolean): number {
  return isConfirming ? confirmReasons.length : question.options.length + offered.length;
}

/** Whether the question waits for a reason rather than for an answer. */
export function isConfirming(entry: Entry): boolean {
  const { current, model, stay } = entry;
  return current !== null && (stay.isReasonWanted || stateOf(model, current.id) === 'to-confirm');
}

export function useEntryActions(entry: Entry, draft: Draft, onComplete: () => void): EntryActions {
  const say = useText();
  const wanted = useRef<EnteredValue | null>(null);
  const { current, model, stay, language } = entry;
  const value = current === null ? null : model.valueOf(current.id);
  const refuse = (text: string): void => entry.change({ note: { text, tone: 'refused' }, roving: null });

  const send = async (question: Question, entered: EnteredValue, reason?: ConfirmReason): Promise<void> => {
    const sent = await entry.answers.send(question.id, entered, reason);
    if (sent.kind === 'failed' && sent.code === 'REASON_NEEDED') {
      wanted.current = entered;
      entry.goTo(question.id);
      entry.change({ isReasonWanted: true });
    }
    if (sent.kind !== 'saved') return;
    if (sent.parked.length > 0) entry.speak(say('interviews.entry.parked', { count: sent.parked.length }), true);
    if (sent.returned.length > 0) entry.speak(say('interviews.entry.returned', { count: sent.returned.length }), true);
  };

  /** Answers and, when nothing holds it back, goes on: the sentence is said on the way. */
  const answer = (question: Question, next: AnswerValue, goesOn: boolean): void => {
    const isFinished = !['started', 'partial'].includes(model.interview.status);
    const broken = brokenWith(model, question.id, next);
    const asksWhat = next.kind === 'code' && question.options.some((option) => option.code === next.code && option.asksWhat);
    void send(question, next);
    entry.speak(spokenAnswer(question, next, language, say));
    entry.change({ pending: '', armed: null, note: null });
    if (goesOn && !isFinished && broken === null && !asksWhat) entry.move(1, askedWith(model, question.id, next));
  };

  const takeCode = (code: number): void => {
    if (current === null) return;
    if (isOneChoice(current)) {
      answer(current, { kind: 'code', code }, true);
      return;
    }
    const before = value?.kind === 'codes' ? value.codes : [];
    const { codes, cleared } = toggleCode(current, before, code);
    const room = current.type === 'rank' ? (current.rankCount ?? current.options.length) : Infinity;
    if (codes.length > room) {
      refuse(say('interviews.entry.rankFull', { count: room }));
      return;
    }
    if (codes.length === 0) void send(current, { kind: 'clear' });
    else answer(current, { kind: 'codes', codes: [...codes] }, codes.length === room);
    if (cleared.length > 0) entry.speak(say('interviews.entry.cleared', { codes: cleared.map((other) => printedCode(current, other)).join(', ') }), true);
    entry.change({ pending: '', armed: null, note: null });
  };

  const takeEntry = (step: CodeEntry): void => {
    if (current === null) return;
    if (step.kind === 'taken') takeCode(step.code);
    else if (step.kind === 'pending') {
      entry.change({ pending: step.pending, note: null, armed: null });
      entry.speak(say('interviews.entry.pending', { typed: step.pending }));
    } else {
      entry.change({ pending: step.pending });
      refuse(say('interviews.entry.noSuchCode', { code: step.typed }));
    }
  };

  const giveReason = (reason: MissingReason): void => {
    if (current === null) return;
    if (!current.reasons.includes(reason)) {
      refuse(say('interviews.entry.reasonNotOffered', { question: current.number, reason: say(reasonMessages[reason]) }));
      return;
    }
    const hadText = value?.kind === 'text' || (current.type === 'open' && draft.text.trim() !== '');
    draft.flush();
    answer(current, { kind: 'missing', reason }, true);
    if (hadText) entry.speak(say('interviews.entry.becameRemark'), true);
  };

  const confirm = (reason: ConfirmReason): void => {
    if (current === null) return;
    if (stay.isReasonWanted) {
      if (wanted.current !== null) void send(current, wanted.current, reason);
      wanted.current = null;
    } else {
      void entry.answers.confirm(current.id, reason);
    }
    entry.speak(say(`interviews.confirm.${confirmNames[reason]}`));
    entry.move(1);
  };

  const clear = (): void => {
    if (current === null || value === null) return;
    draft.set('');
    void send(current, { kind: 'clear' });
    entry.change({ pending: '', armed: null, note: null });
    entry.speak(say('interviews.entry.clearedAnswer'));
  };

  /** Leaves the question forwards. `guards`: an unanswered question is passed only at the second press. */
  const next = (guards: boolean): void => {
    if (current === null) {
      onComplete();
      return;
    }
    const isTyped = ['number', 'open', 'date'].includes(current.type);
    const { entered } = draft;
    if (isTyped && draft.text.trim() !== '') {
      if (entered === null) return refuse(say('interviews.entry.notANumber', { typed: draft.text }));
      if (entered.kind === 'number' && brokenWith(model, current.id, entered)?.severity === 'hard') return refuse(say('interviews.entry.outOfRange', rangeOf(current, entered.number)));
      draft.flush();
      if (entered.kind === 'number' && entered.number !== numberOf(value) && brokenWith(model, current.id, entered) !== null) return entry.change({ armed: null, note: null });
    } else if (isTyped && value !== null && value.kind !== 'missing') {
      draft.flush();
    }
    const isAnswered = value !== null || (isTyped && draft.text.trim() !== '') || !takesAnswer(current);
    if (guards && !isAnswered && stay.armed !== 'skip') return entry.change({ armed: 'skip', note: { text: say('interviews.entry.unanswered'), tone: 'refused' } });
    entry.move(1);
  };

  const perform = (action: EntryAction): boolean => {
    switch (action.do) {
      case 'digit':
        return digit(action.digit);
      case 'reason':
        giveReason(action.reason);
        return true;
      case 'enter':
        if (stay.pending !== '' && current !== null) takeEntry(takePending(stay.pending, typedCodes(current)));
        else if (current === null) return false;
        else next(true);
        return true;
      case 'done':
        if (stay.pending !== '' && current !== null) takeEntry(takePending(stay.pending, typedCodes(current)));
        else next(false);
        return true;
      case 'back':
        return back();
      case 'clear':
        clear();
        return true;
      case 'take':
        return takeRoving();
      case 'rove':
        return rove(action.by);
      default:
        return moveAbout(action);
    }
  };

  const digit = (typed: string): boolean => {
    if (current === null) return false;
    if (isConfirming(entry)) {
      const reason = confirmReasons[Number(typed) - 1];
      if (reason === undefined) refuse(say('interviews.entry.noSuchCode', { code: typed }));
      else confirm(reason);
      return true;
    }
    if (current.options.length === 0) return false;
    takeEntry(typeDigit(stay.pending, typed, typedCodes(current)));
    return true;
  };

  const back = (): boolean => {
    if (stay.pending !== '') entry.change({ pending: stay.pending.slice(0, -1), note: null });
    else if (value !== null && stay.armed !== 'clear') entry.change({ armed: 'clear', note: { text: say('interviews.entry.backspaceOnce'), tone: 'neutral' } });
    else clear();
    return true;
  };

  const rove = (by: -1 | 1): boolean => {
    if (current === null) return false;
    const stops = stopsOf(current, entry.offered, isConfirming(entry));
    if (stops === 0) return false;
    const from = stay.roving ?? (by === 1 ? -1 : stops);
    entry.change({ roving: Math.min(stops - 1, Math.max(0, from + by)), armed: null });
    return true;
  };

  const takeRoving = (): boolean => {
    if (current === null || stay.roving === null) return true;
    if (isConfirming(entry)) {
      const reason = confirmReasons[stay.roving];
      if (reason !== undefined) confirm(reason);
      return true;
    }
    const option = current.options[stay.roving];
    const reason = entry.offered[stay.roving - current.options.length];
    if (option !== undefined) takeCode(option.code);
    else if (reason !== undefined) giveReason(reason);
    return true;
  };

  const moveAbout = (action: EntryAction): boolean => {
    switch (action.do) {
      case 'move':
        if (action.by === -1 && current !== null && isFirst(entry)) return false;
        if (action.by === 1 && current === null) return false;
        draft.flush();
        entry.move(action.by);
        return true;
      case 'section':
        draft.flush();
        entry.moveSection(action.by);
        return true;
      case 'open':
        draft.flush();
        entry.moveOpen(action.by);
        return true;
      case 'edge':
        draft.flush();
        entry.goTo(action.to === 'first' ? (model.questions.find((question) => model.asked.has(question.id))?.id ?? null) : (model.questions.findLast((question) => model.asked.has(question.id))?.id ?? null));
        return true;
      case 'language':
        entry.nextLanguage();
        return true;
      case 'remark':
        entry.change({ isRemarkOpen: current !== null });
        return true;
      default:
        entry.change({ pending: '', note: null, armed: null, roving: null });
        return stay.pending !== '' || stay.roving !== null;
    }
  };

  return { perform, takeCode, giveReason, confirm, next: () => next(false) };
}

const confirmNames = { 'confirmed-by-participant': 'participant', 'as-on-form': 'form', 'reasonable-here': 'reasonable', other: 'other' } as const satisfies Record<ConfirmReason, string>;

function isFirst({ model, current }: Entry): boolean {
  return model.questions.find((question) => model.asked.has(question.id)) === current;
}

function numberOf(value: AnswerValue | null): number | null {
  return value?.kind === 'number' ? value.number : null;
}

function rangeOf(question: Question, value: number) {
  return { value: String(value).replace('.', ','), minimum: question.minimum ?? '–', maximum: question.maximum ?? '–' };
}
