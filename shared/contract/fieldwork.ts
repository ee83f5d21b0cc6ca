import { z } from 'zod';
import { ActorId, InterviewId, ProjectId, WaveId } from '../model/ids.ts';
import { ConfirmReason } from '../model/answer.ts';
import { askedMethods } from './fieldwork-asked.ts';
import { qualityMethods } from './fieldwork-quality.ts';
import { withdrawalMethods } from './fieldwork-withdrawal.ts';
import { InterviewFilter } from './interviews.ts';
import { command, query } from './kit.ts';

/** What can be done to many interviews in one step. */
export const BulkChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wave'), waveId: WaveId }),
  z.strictObject({ kind: z.literal('interviewer'), interviewerId: ActorId.nullable() }),
  /** Ends unfinished ones as partial, sends finished ones to check, verifies checked ones, or opens verified ones again. */
  z.strictObject({ kind: z.literal('status'), status: z.enum(['partial', 'in-check', 'verified']), reason: ConfirmReason.optional() }),
]);
export type BulkChange = z.infer<typeof BulkChange>;

const interviewIds = z.array(InterviewId).min(1).max(100_000);

/** The work around interviews: who was asked, what came of it, what must be looked at, and taking people out again. */
export const fieldwork = {
  ...askedMethods,
  ...withdrawalMethods,
  ...qualityMethods,
  /** Every interview the filter lets through: for choosing all of them. */
  interviewIds: query({
    input: z.strictObject({ projectId: ProjectId, ...InterviewFilter.shape }),
    output: z.strictObject({ interviewIds: z.array(InterviewId) }),
  }),
  /** Changes many interviews as one step; refused for all when it is impossible for one. */
  changeInterviews: command({
    input: z.strictObject({ projectId: ProjectId, interviewIds, change: BulkChange }),
    output: z.strictObject({ changed: z.int() }),
    errors: ['EVENT_IMPOSSIBLE', 'REASON_NEEDED', 'NOT_DECIDED'],
    touches: ['interviews', 'analysis', 'projects'],
    undo: 'fieldwork.changeInterviews.undo',
  }),
  /** Takes interviews away with everything that hangs on them. Undo brings all of it back. */
  removeInterviews: command({
    input: z.strictObject({ projectId: ProjectId, interviewIds }),
    output: z.strictObject({ removed: z.int() }),
    touches: ['interviews', 'coding', 'themes', 'analysis', 'findings', 'reports', 'projects'],
    undo: 'fieldwork.removeInterviews.undo',
  }),
};
