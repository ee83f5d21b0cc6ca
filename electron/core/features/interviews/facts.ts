import { z } from 'zod';
import type { InterviewFacts } from '../../../../shared/contract/interviews.ts';
import type { ConfirmReason } from '../../../../shared/model/answer.ts';
import type { InterviewId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import type { SqlValue, Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { noteReason, requireReason } from './change-reason.ts';
import { dayOf, findInterview, requireNotWithdrawn, type InterviewRecord } from './interview-row.ts';

/** How an interview was held, as the wire has it. */
export function factsOf(interview: InterviewRecord): InterviewFacts {
  return {
    mode: interview.mode,
    language: interview.language,
    placeId: interview.place_id,
    serviceId: interview.service_id,
    heldOn: interview.held_on,
    beganAt: interview.began_at,
    endedAt: interview.ended_at,
    interviewerId: interview.interviewer_id,
    coInterviewers: interview.co_interviewers ?? '',
    assistance: interview.assistance,
    helper: interview.helper,
  };
}

const columnOf: Readonly<Record<keyof InterviewFacts, string>> = {
  mode: 'mode',
  language: 'language',
  placeId: 'place_id',
  serviceId: 'service_id',
  heldOn: 'held_on',
  beganAt: 'began_at',
  endedAt: 'ended_at',
  interviewerId: 'interviewer_id',
  coInterviewers: 'co_interviewers',
  assistance: 'assistance',
  helper: 'helper',
};

type FactsInput = { readonly [K in keyof InterviewFacts]?: InterviewFacts[K] | undefined };

export interface SetFactsInput {
  readonly interviewId: InterviewId;
  readonly facts: FactsInput;
  readonly changeReason?: ConfirmReason | undefined;
}

/**
 * Changes only the facts that are named. What was said moves to the day along with the interview.
 * @throws AppError NOT_FOUND, NOT_ASKED (withdrawn), REASON_NEEDED
 */
export function setFacts(call: Call, { interviewId, facts, changeReason }: SetFactsInput): Record<string, never> {
  const { sql } = call;
  const interview = findInterview(sql, interviewId);
  requireNotWithdrawn(interview);
  requireReason({ interview }, changeReason);
  // The keys are those of the contract's schema, which is strict.
  const named = (Object.keys(facts) as (keyof InterviewFacts)[]).filter((name) => facts[name] !== undefined);
  call.operation.mergeWith(`facts:${interviewId}:${named.join(' ')}`);
  call.operation.label({ code: interview.code });
  requireKnown(sql, facts);
  for (const name of named) {
    const value: SqlValue = facts[name] ?? null;
    sql.run(`UPDATE interview SET ${columnOf[name]} = :value WHERE id = :interviewId`, { interviewId, value: value === '' ? null : value });
  }
  if (facts.heldOn !== undefined) moveDay(sql, interview, facts.heldOn);
  noteReason(call, { interview }, { questionId: null, reason: changeReason });
  return {};
}

/** Moves what was said, and what entry dated by the interview's day, along with an interview whose day has been set. */
export function moveDay(sql: Statements, interview: InterviewRecord, heldOn: string | null): void {
  sql.run('UPDATE text SET said_on = :heldOn WHERE interview_key = :key', { heldOn, key: interview.key });
  moveEvents(sql, interview, dayOf({ ...interview, held_on: heldOn }));
}

/** What entry dated by the interview's day is dated by its new one. */
function moveEvents(sql: Statements, interview: InterviewRecord, to: string): void {
  sql.run(
    `UPDATE disposition_event SET happened_on = :to WHERE respondent_id = :respondentId AND wave_id = :waveId AND happened_on = :from
       AND kind IN ('started', 'partial', 'complete', 'declined')`,
    { respondentId: interview.respondent_id, waveId: interview.wave_id, from: dayOf(interview), to },
  );
}

function requireKnown(sql: Statements, { placeId, serviceId, interviewerId }: FactsInput): void {
  const known = sql.get(
    z.object({ n: z.int() }),
    `SELECT (:placeId IS NULL OR EXISTS (SELECT 1 FROM place WHERE id = :placeId))
       AND (:serviceId IS NULL OR EXISTS (SELECT 1 FROM service WHERE id = :serviceId))
       AND (:interviewerId IS NULL OR EXISTS (SELECT 1 FROM actor WHERE id = :interviewerId)) AS n`,
    { placeId: placeId ?? null, serviceId: serviceId ?? null, interviewerId: interviewerId ?? null },
  );
  if (known?.n !== 1) throw new AppError('NOT_FOUND');
}
