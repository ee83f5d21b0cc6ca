import { z } from 'zod';
import type { InterviewDetail } from '../../../../shared/contract/interviews.ts';
import type { InterviewId } from '../../../../shared/model/ids.ts';
import type { Call } from '../../rpc/call.ts';
import { readVersion } from '../questionnaires/read-version.ts';
import { findText } from './answer-text.ts';
import { findInterview } from './interview-row.ts';
import { readPlace } from './place.ts';
import { readAnswers, readNotes, toRecords } from './read-answers.ts';

const NamesRow = z.object({ wave: z.string(), place: z.string(), service: z.string(), interviewer: z.string() });
const namesSql = `
SELECT wave.name AS wave, coalesce(place.name, '') AS place, coalesce(service.name, '') AS service, coalesce(actor.name, '') AS interviewer
FROM interview JOIN wave ON wave.id = interview.wave_id LEFT JOIN service ON service.id = interview.service_id
LEFT JOIN place ON place.id = interview.place_id LEFT JOIN actor ON actor.id = interview.interviewer_id WHERE interview.id = :interviewId`;
const ConsentRow = z.object({ scope: z.string(), given_on: z.string(), withdrawn_on: z.string().nullable() });

/** One interview with every answer. @throws AppError NOT_FOUND */
export function readInterview({ sql }: Call, interviewId: InterviewId): InterviewDetail {
  const interview = findInterview(sql, interviewId);
  const loaded = readVersion(sql, interview.version_id);
  const names = sql.get(NamesRow, namesSql, { interviewId }) ?? { wave: '', place: '', service: '', interviewer: '' };
  const consents = sql.all(
    ConsentRow,
    'SELECT scope, given_on, withdrawn_on FROM consent WHERE respondent_id = :respondentId ORDER BY given_on',
    {
      respondentId: interview.respondent_id,
    },
  );
  const place = readPlace(sql, interviewId);
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
    consents: consents.map((row) => ({ scope: row.scope, givenOn: row.given_on, withdrawnOn: row.withdrawn_on })),
    remark: findText(sql, { interview, questionKey: null, kind: 'remark' })?.body ?? '',
    answers: toRecords(readAnswers(sql, interview.key, loaded), readNotes(sql, interview.key, loaded)),
    currentQuestionId: place === undefined ? interview.current_question_id : place.questionId,
  };
}
