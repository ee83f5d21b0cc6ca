import { z } from 'zod';
import type { Assistance, Helper, StartValues } from '../../../../shared/contract/interviews.ts';
import type { InterviewId, ProjectId, RespondentId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import { takeSmallKeys } from '../../db/small-key.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { nextCodes } from '../fieldwork/next-codes.ts';
import { askableVersions, type AskableVersion } from './start-form.ts';
import { agreeToStart, makeRespondent } from './start-respondent.ts';

const One = z.object({ n: z.int() });

export interface StartInput extends StartValues {
  readonly projectId: ProjectId;
  readonly consentGivenOn?: string | undefined;
  readonly respondentId?: RespondentId | undefined;
  readonly assistance?: Assistance | null | undefined;
  readonly helper?: Helper | null | undefined;
}

/**
 * Makes the interview and the event "started" in one step, with somebody who was asked or a new respondent.
 * @throws AppError NOT_FOUND, NO_CONSENT, EVENT_IMPOSSIBLE (that person cannot begin in this wave)
 */
export function startInterview(call: Call, input: StartInput): { interviewId: InterviewId; code: string } {
  const { sql, workspace } = call;
  const version = requireParts(sql, input);
  const respondent =
    input.respondentId === undefined
      ? makeRespondent(call, input.projectId, nextCodes(sql, input.projectId, 1)[0] ?? '')
      : agreeToStart(call, { ...input, respondentId: input.respondentId });
  const { id: respondentId, code } = respondent;
  if (version.asks_consent === 0 && input.consentGivenOn === undefined && !hasConsent(sql, respondentId))
    throw new AppError('NO_CONSENT', { code });
  call.operation.label({ code });
  const interviewId = makeInterview(call, input, respondentId);
  sql.insert('disposition_event', {
    id: workspace.newId(),
    respondent_id: respondentId,
    wave_id: input.waveId,
    kind: 'started',
    happened_on: input.heldOn,
  });
  if (input.consentGivenOn !== undefined) {
    sql.insert('consent', {
      id: workspace.newId(),
      respondent_id: respondentId,
      scope: 'take-part',
      given_on: input.consentGivenOn,
      how: 'on-paper',
    });
  }
  return { interviewId, code };
}

function makeInterview(call: Call, input: StartInput, respondentId: string): InterviewId {
  const { sql, workspace, actorId } = call;
  // The core's own ids; the brand is the contract's.
  const interviewId = workspace.newId() as InterviewId;
  const key = takeSmallKeys(sql, 'interview');
  sql.insert('interview', {
    id: interviewId,
    key,
    project_id: input.projectId,
    respondent_id: respondentId,
    wave_id: input.waveId,
    version_id: input.versionId,
    kind: input.kind,
    mode: input.mode,
    language: input.language,
    interviewer_id: actorId,
    place_id: input.placeId,
    service_id: input.serviceId,
    status: 'started',
    held_on: input.heldOn,
    started_at: new Date(workspace.now()).toISOString(),
    seed: seedOf(interviewId),
    assistance: input.assistance ?? null,
    helper: input.helper ?? null,
  });
  const persons = input.kind === 'group' ? (input.personCount ?? 0) : 0;
  for (let person = 1; person <= persons; person += 1)
    sql.insert('turn', { id: workspace.newId(), interview_key: key, instance: person, ordinal: person, label: `P${person}` });
  return interviewId;
}

function hasConsent(sql: Statements, respondentId: string): boolean {
  const row = sql.get(
    One,
    "SELECT 1 AS n FROM consent WHERE respondent_id = :respondentId AND scope = 'take-part' AND withdrawn_on IS NULL LIMIT 1",
    { respondentId },
  );
  return row !== undefined;
}

function requireParts(sql: Statements, input: StartInput): AskableVersion {
  const version = askableVersions(sql, input.projectId).find((row) => row.id === input.versionId);
  const wave = sql.get(One, 'SELECT 1 AS n FROM wave WHERE id = :waveId AND project_id = :projectId', {
    waveId: input.waveId,
    projectId: input.projectId,
  });
  if (version === undefined || wave === undefined) throw new AppError('NOT_FOUND');
  return version;
}

/** Decides the order of options in random order: from the id, so that it is the same wherever the interview is opened (FNV-1a). */
export function seedOf(interviewId: string): number {
  let hash = 0x81_1c_9d_c5;
  for (const character of interviewId) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93);
  return hash >>> 1;
}
