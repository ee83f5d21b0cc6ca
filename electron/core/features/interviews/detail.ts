import { z } from 'zod';
import type { InterviewDetail } from '../../../../shared/contract/interviews.ts';
import type { InterviewId } from '../../../../shared/model/ids.ts';
import type { Call } from '../../rpc/call.ts';
import type { Statements } from '../../db/statements.ts';
import { readLimits } from '../fieldwork/settings.ts';
import { findText } from './answer-text.ts';
import { factsOf } from './facts.ts';
import { openInterview, type OpenInterview } from './open-interview.ts';
import { readPlace, type Place } from './place.ts';
import { readNotes, toRecords } from './read-answers.ts';

const NamesRow = z.object({ wave: z.string(), place: z.string(), service: z.string(), interviewer: z.string() });
const namesSql = `
SELECT wave.name AS wave, coalesce(place.name, '') AS place, coalesce(service.name, '') AS service, coalesce(actor.name, '') AS interviewer
FROM interview JOIN wave ON wave.id = interview.wave_id LEFT JOIN service ON service.id = interview.service_id
LEFT JOIN place ON place.id = interview.place_id LEFT JOIN actor ON actor.id = interview.interviewer_id WHERE interview.id = :interviewId`;
const ConsentRow = z.object({ scope: z.string(), given_on: z.string(), withdrawn_on: z.string().nullable() });

/** One interview with every answer. @throws AppError NOT_FOUND */
export function readInterview({ sql }: Pick<Call, 'sql'>, interviewId: InterviewId): InterviewDetail {
  const open = openInterview(sql, interviewId);
  const { interview, loaded } = open;
  const place = currentPlace(open, readPlace(sql, interviewId));
  return {
    ...readFacts(sql, open),
    remark: findText(sql, { interview, questionKey: null, instance: 0, kind: 'remark' })?.body ?? '',
    notes: findText(sql, { interview, questionKey: null, instance: 0, kind: 'note' })?.body ?? '',
    answers: toRecords(open.answers, readNotes(sql, interview.key, loaded)),
    currentQuestionId: place.questionId,
    currentInstance: place.instance,
  };
}

type Current = Pick<Place, 'questionId' | 'instance'>;

/** Where the interview was left; where that person or round is gone since, the question it was a round of. */
export function currentPlace(
  { interview, loaded, turns }: Pick<OpenInterview, 'interview' | 'loaded' | 'turns'>,
  kept: Place | undefined,
): Current {
  if (kept === undefined) return { questionId: interview.current_question_id, instance: 0 };
  const { questionId, instance } = kept;
  if (questionId === null || instance === 0 || turns.some((turn) => turn.instance === instance)) return { questionId, instance };
  const byId = new Map(loaded.questions.map((question) => [question.id, question]));
  let outer = byId.get(questionId);
  while (outer?.parentId != null) outer = byId.get(outer.parentId);
  const person = outer?.isPerPerson === true ? turns.find((turn) => turn.questionId === null) : undefined;
  return { questionId: outer?.id ?? null, instance: person?.instance ?? 0 };
}

type Told = 'remark' | 'notes' | 'answers' | 'currentQuestionId' | 'currentInstance';

/** What is known about an interview beside what was said in it. */
export function readFacts(sql: Statements, { interview, turns }: Pick<OpenInterview, 'interview' | 'turns'>): Omit<InterviewDetail, Told> {
  const names = sql.get(NamesRow, namesSql, { interviewId: interview.id }) ?? { wave: '', place: '', service: '', interviewer: '' };
  const consents = sql.all(
    ConsentRow,
    'SELECT scope, given_on, withdrawn_on FROM consent WHERE respondent_id = :respondentId ORDER BY given_on',
    { respondentId: interview.respondent_id },
  );
  return {
    id: interview.id,
    projectId: interview.project_id,
    versionId: interview.version_id,
    code: interview.code,
    kind: interview.kind,
    mode: interview.mode,
    language: interview.language,
    status: interview.status,
    isWithdrawn: interview.withdrawn_at !== null || interview.status === 'withdrawn',
    ...names,
    heldOn: interview.held_on,
    startedAt: interview.started_at,
    completedAt: interview.completed_at,
    facts: factsOf(interview),
    seed: interview.seed,
    completeFrom: readLimits(sql, interview.project_id).completeFrom,
    turns: [...turns],
    consents: consents.map((row) => ({ scope: row.scope, givenOn: row.given_on, withdrawnOn: row.withdrawn_on })),
  };
}
