import { z } from 'zod';
import { ActionId, MeetingId, ProjectId, Ticket } from '../model/ids.ts';
import { Language } from '../model/text.ts';
import { IsoDay } from '../model/vague.ts';
import { job, query } from './kit.ts';

const Year = z.int().min(1900).max(2200);

/** Meetings of a project and what was agreed in them, in time. Titles and wordings only: who owns an action is not in it. */
export const Timeline = z.strictObject({
  projectId: ProjectId,
  project: z.string(),
  /** Null for all years. */
  year: Year.nullable(),
  /** Years that have a meeting, newest first. */
  years: z.array(Year),
  today: IsoDay,
  /** Held, or planned for a day or a period, which stands at its end; what was called off is left out. */
  meetings: z.array(z.strictObject({ key: MeetingId, label: z.string(), on: IsoDay, isHeld: z.boolean() })),
  actions: z.array(
    z.strictObject({ key: ActionId, label: z.string(), agreedOn: IsoDay, dueOn: IsoDay.nullable(), doneOn: IsoDay.nullable() }),
  ),
  /** Meetings and actions without a day. */
  undated: z.int(),
  /** Actions that were not done or were handed over. */
  ended: z.int(),
  /** Older ones for which one picture has no room. */
  leftOut: z.int(),
});
export type Timeline = z.infer<typeof Timeline>;

/** Without a project the one that met last. */
const scope = { projectId: ProjectId.optional(), year: Year.optional(), today: IsoDay };

export const timeline = {
  /** Null where no project has a meeting. */
  timeline: query({ input: z.strictObject(scope), output: z.strictObject({ timeline: Timeline.nullable() }) }),
  /** The timeline as a file, entered in the register of releases. */
  exportTimeline: job({
    input: z.strictObject({
      ...scope,
      projectId: ProjectId,
      format: z.enum(['svg', 'png', 'csv']),
      language: Language,
      recipient: z.string().trim().max(200),
    }),
    progress: z.strictObject({ done: z.int(), of: z.int() }),
    output: z.strictObject({ ticket: Ticket, fileName: z.string(), releaseNumber: z.int() }),
    touches: ['analysis', 'privacy'],
    undo: null,
  }),
};
