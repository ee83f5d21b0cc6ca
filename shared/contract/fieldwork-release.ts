import { z } from 'zod';
import { ProjectId, Ticket, WaveId } from '../model/ids.ts';
import { Language } from '../model/text.ts';
import { job } from './kit.ts';

const Released = z.int().nullable();

/**
 * What of a wave's figures may leave; null prints `:`. With a list, the way of the listed, each step part of the one before. Without one,
 * how many took part, and how many of them to the end: no share of anything.
 */
export const WaveReleased = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('funnel'),
    invited: Released,
    /** Said something: yes, no, or that they are not in the target group. */
    reached: Released,
    /** Have an interview, ended or not. */
    began: Released,
    complete: Released,
    /** Everybody asked was in the target group: the share of the complete is AAPOR's RR1. */
    isRr1: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('participation'), took: Released, complete: Released }),
  /** Fewer than the smallest base. */
  z.strictObject({ kind: z.literal('few') }),
]);
export type WaveReleased = z.infer<typeof WaveReleased>;

/** What leaves of the work around interviews. */
export const releaseMethods = {
  /** Makes a file of what may leave of a wave's figures, and enters it in the register of releases. Without a list there is no picture. */
  exportResponse: job({
    input: z.strictObject({
      projectId: ProjectId,
      waveId: WaveId,
      format: z.enum(['svg', 'png', 'csv']),
      language: Language,
      recipient: z.string().trim().max(200),
    }),
    progress: z.strictObject({ done: z.int(), of: z.int() }),
    output: z.strictObject({ ticket: Ticket, fileName: z.string(), releaseNumber: z.int() }),
    errors: ['NOT_RELEASABLE', 'TOO_FEW'],
    touches: ['analysis', 'privacy'],
    undo: null,
  }),
};
