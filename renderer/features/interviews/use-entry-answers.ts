import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ErrorCode } from '../../../shared/contract/errors.ts';
import type { InterviewDetail } from '../../../shared/contract/interviews.ts';
import type { AnswerRecord, AnswerValue, ConfirmReason, EnteredValue } from '../../../shared/model/answer.ts';
import type { InterviewId, QuestionId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { spoken } from '../../lib/errors.ts';
import { useSave } from '../../lib/use-save.ts';
import type { Overlay } from './entry-model.ts';

/** What became of an answer that was sent. */
export type Sent =
  | { readonly kind: 'saved'; readonly parked: readonly QuestionId[]; readonly returned: readonly QuestionId[] }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

export interface EntryAnswers {
  /** Entered here and not yet confirmed by the file. */
  readonly overlay: Overlay;
  /** Confirmed by the file, and perhaps not yet in what was read from it. */
  readonly taken: ReadonlyMap<QuestionId, AnswerRecord>;
  /** Entered here and not in the file, because it could not be written. Sent again with the next answer. */
  readonly unsaved: ReadonlySet<QuestionId>;
  readonly send: (questionId: QuestionId, entered: EnteredValue, changeReason?: ConfirmReason) => Promise<Sent>;
  readonly confirm: (questionId: QuestionId, reason: ConfirmReason) => Promise<boolean>;
}

/** The disk's trouble, not the answer's: what was entered stays on the screen and is tried again. */
const storageTrouble: ReadonlySet<ErrorCode> = new Set([
  'DISK_FULL',
  'DISK_GONE',
  'WORKSPACE_REPLACED',
  'WORKSPACE_READ_ONLY',
  'INTERNAL',
  'NO_WORKSPACE',
  'CANCELLED',
]);

/**
 * Paints an answer at once and writes it to the file; what the file says wins as soon as it has spoken. At no moment is an
 * answer on neither side: routing would take away the question somebody is just answering.
 */
export function useEntryAnswers(interview: InterviewDetail): EntryAnswers {
  const interviewId: InterviewId = interview.id;
  const save = useSave();
  const queries = useQueryClient();
  const [overlay, setOverlay] = useState<Overlay>(new Map());
  const unsent = useRef(new Map<QuestionId, EnteredValue>());
  const [unsaved, setUnsaved] = useState<ReadonlySet<QuestionId>>(new Set());
  const latest = useRef(new Map<QuestionId, EnteredValue>());

  const [taken, setTaken] = useState<Taken>({ interview, records: new Map() });
  // The cache tells its readers a little later: until then what was taken stands in front of what they have.
  if (taken.interview !== interview) setTaken({ interview, records: stillMissing(taken.records, interview) });
  const refresh = useRefreshWhenQuiet(
    () => void queries.invalidateQueries({ queryKey: orpc.interviews.get.queryKey({ input: { interviewId } }) }),
  );

  const take = (changed: readonly AnswerRecord[]): void => {
    const queryKey = orpc.interviews.get.queryKey({ input: { interviewId } });
    // A reading that began before this answer was written must not come after it.
    void queries.cancelQueries({ queryKey });
    setTaken((old) => ({ ...old, records: new Map([...old.records, ...changed.map((record) => [record.questionId, record] as const)]) }));
    refresh();
    queries.setQueryData(queryKey, (old: InterviewDetail | undefined) => (old === undefined ? old : withRecords(old, changed)));
  };
  const settle = (questionId: QuestionId, entered: EnteredValue): void => {
    // A later key for the same question has painted over this one.
    if (latest.current.get(questionId) !== entered) return;
    latest.current.delete(questionId);
    unsent.current.delete(questionId);
    setUnsaved(new Set(unsent.current.keys()));
    setOverlay((old) => new Map([...old].filter(([id]) => id !== questionId)));
  };
  const send = async (questionId: QuestionId, entered: EnteredValue, changeReason?: ConfirmReason): Promise<Sent> => {
    latest.current.set(questionId, entered);
    setOverlay((old) => new Map([...old, [questionId, shownValue(entered)]]));
    let code: ErrorCode = 'INTERNAL';
    const result = await save(async () => {
      try {
        return await client.interviews.answer({
          interviewId,
          questionId,
          value: entered,
          ...(changeReason === undefined ? {} : { changeReason }),
        });
      } catch (error) {
        code = spoken(error).code;
        throw error;
      }
    });
    if (result !== undefined) {
      take(result.changed);
      settle(questionId, entered);
      retryOthers();
      return { kind: 'saved', parked: result.parked, returned: result.returned };
    }
    if (storageTrouble.has(code)) {
      unsent.current.set(questionId, entered);
      setUnsaved(new Set(unsent.current.keys()));
    } else {
      settle(questionId, entered);
    }
    return { kind: 'failed', code };
  };
  const retryOthers = (): void => {
    const waiting = [...unsent.current];
    unsent.current.clear();
    for (const [id, entered] of waiting) void send(id, entered);
  };
  const confirm = async (questionId: QuestionId, reason: ConfirmReason): Promise<boolean> => {
    const result = await save(() => client.interviews.confirm({ interviewId, questionId, reason }));
    if (result !== undefined) take(result.changed);
    return result !== undefined;
  };
  return { overlay, taken: taken.records, unsaved, send, confirm };
}

interface Taken {
  /** The reading that `records` stand in front of. */
  readonly interview: InterviewDetail;
  readonly records: ReadonlyMap<QuestionId, AnswerRecord>;
}

/** What a new reading does not yet hold. */
function stillMissing(records: ReadonlyMap<QuestionId, AnswerRecord>, interview: InterviewDetail): ReadonlyMap<QuestionId, AnswerRecord> {
  const read = new Map(interview.answers.map((record) => [record.questionId, JSON.stringify(record)]));
  return new Map([...records].filter(([id, record]) => read.get(id) !== JSON.stringify(record)));
}

/** How long nothing must have been taken before the interview is read anew, in ms. */
const quietMs = 250;

/** Answers change more than their own records (consents, status): when the keys rest, the whole is read again. */
function useRefreshWhenQuiet(refresh: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(refresh, quietMs);
  };
}

/** An interview with some of its records in a newer form. */
export function withTaken(interview: InterviewDetail, taken: ReadonlyMap<QuestionId, AnswerRecord>): InterviewDetail {
  return taken.size === 0 ? interview : withRecords(interview, [...taken.values()]);
}

function shownValue(entered: EnteredValue): AnswerValue | null {
  return entered.kind === 'clear' ? null : entered;
}

function withRecords(old: InterviewDetail, changed: readonly AnswerRecord[]): InterviewDetail {
  const ids = new Set(changed.map((record) => record.questionId));
  return { ...old, answers: [...old.answers.filter((record) => !ids.has(record.questionId)), ...changed] };
}
