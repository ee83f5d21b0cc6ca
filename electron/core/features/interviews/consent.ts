import { z } from 'zod';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { yesCode } from '../../../../shared/model/questionnaire.ts';
import { dayOf, type InterviewRecord } from './interview-row.ts';
import type { OpenInterview, Spot } from './open-interview.ts';

const askedInInterview = 'asked-in-interview';

/** What was answered to questions of consent: yes by anybody, no by everybody who was asked, or nothing yet. */
export function consentIn({ loaded, answers }: Pick<OpenInterview, 'loaded' | 'answers'>): 'yes' | 'no' | null {
  const asks = new Set(loaded.questions.filter((question) => question.type === 'consent').map((question) => question.id));
  const given = [...answers.values()].flatMap(({ questionId, value, state }) =>
    asks.has(questionId) && state !== 'parked' && value?.kind === 'code' ? [value.code] : [],
  );
  if (given.includes(yesCode)) return 'yes';
  return given.length > 0 ? 'no' : null;
}

/**
 * The answer to the consent question is the consent; taking the answer back takes back what it recorded. In a group where each person
 * is asked, one who says yes takes part. A yes after a no makes a declined interview go on.
 */
export function noteConsent({ sql, workspace }: Pick<Call, 'sql' | 'workspace'>, open: OpenInterview, spot: Spot): void {
  if (spot.question.type !== 'consent') return;
  const { interview } = open;
  const who = { respondentId: interview.respondent_id };
  const known = sql.get(
    z.object({ id: z.string() }),
    "SELECT id FROM consent WHERE respondent_id = :respondentId AND scope = 'take-part' AND withdrawn_on IS NULL",
    who,
  );
  const isYes = consentIn(open) === 'yes';
  if (isYes && interview.status === 'declined') goOn(sql, interview);
  if (isYes && known === undefined) {
    sql.insert('consent', {
      id: workspace.newId(),
      respondent_id: interview.respondent_id,
      scope: 'take-part',
      given_on: dayOf(interview),
      how: askedInInterview,
    });
  } else if (!isYes) {
    // What another interview of the person recorded stays, and so does what has been taken back since.
    sql.run(
      `DELETE FROM consent WHERE respondent_id = :respondentId AND scope = 'take-part' AND how = :how AND withdrawn_on IS NULL
         AND (given_on = :givenOn OR NOT EXISTS (SELECT 1 FROM interview WHERE respondent_id = :respondentId AND id <> :interviewId))`,
      { ...who, how: askedInInterview, givenOn: dayOf(interview), interviewId: interview.id },
    );
  }
}

/** The refusal never was: what it recorded goes with it. */
function goOn(sql: Statements, interview: InterviewRecord): void {
  sql.run("UPDATE interview SET status = 'started', completed_at = NULL WHERE id = :id", { id: interview.id });
  sql.run(
    "DELETE FROM disposition_event WHERE respondent_id = :respondentId AND wave_id = :waveId AND kind = 'declined' AND happened_on = :happenedOn",
    { respondentId: interview.respondent_id, waveId: interview.wave_id, happenedOn: dayOf(interview) },
  );
}
