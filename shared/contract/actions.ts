import { z } from 'zod';
import { ActionId, FindingId, MeetingId, ProjectId } from '../model/ids.ts';
import { Language, StoredText } from '../model/text.ts';
import { IsoDay, VagueDate } from '../model/vague.ts';
import { command, query } from './kit.ts';

export const ActionStatus = z.enum(['agreed', 'under-way', 'done', 'not-done', 'handed-over']);
export type ActionStatus = z.infer<typeof ActionStatus>;

const ActionEvent = z.strictObject({
  kind: z.enum([...ActionStatus.options, 'reviewed']),
  on: z.string(),
  note: z.string().nullable(),
  /** The body that reviewed it, if it was one. */
  body: z.string().nullable(),
});

const ReportBack = z.strictObject({ on: z.string(), how: z.string(), by: z.string().nullable(), to: z.string().nullable() });

/** What was agreed, by whom, with whom, by when, and what came of it. */
export const ActionRow = z.strictObject({
  id: ActionId,
  code: z.string(),
  wording: z.string(),
  language: Language,
  project: z.string().nullable(),
  /** The owner, as an organisation or as it was said; null while nobody owns it. */
  owner: z.string().nullable(),
  parties: z.string().nullable(),
  /** Whom it is for beyond the parties ("politikerne"). */
  addressee: z.string().nullable(),
  /** It was there before anybody agreed on it. */
  isExistingMeasure: z.boolean(),
  place: z.string().nullable(),
  due: VagueDate,
  /** Days past the due while it is agreed or under way, else 0. */
  daysOverdue: z.int(),
  status: ActionStatus,
  result: z.string().nullable(),
  finding: z.strictObject({ id: FindingId, projectId: ProjectId, code: z.string(), wording: z.string() }).nullable(),
  meeting: z.strictObject({ id: MeetingId, title: z.string(), on: z.string().nullable() }).nullable(),
  events: z.array(ActionEvent),
  reportedBack: z.array(ReportBack),
});
export type ActionRow = z.infer<typeof ActionRow>;

export const DueFilter = z.enum(['overdue', 'soon', 'unreported']);
export type DueFilter = z.infer<typeof DueFilter>;

/** Dropping something or moving it on to others is told with a reason. */
function hasNeededNote({ status, note }: { readonly status: ActionStatus; readonly note?: string | undefined }): boolean {
  return (status !== 'not-done' && status !== 'handed-over') || (note !== undefined && note.trim() !== '');
}

export const actions = {
  /**
   * Overdue first, then by due, then those without a date, then what is over. `soon`: due within six weeks.
   * `unreported`: done or not done, and the users have not been told.
   */
  list: query({
    input: z.strictObject({
      projectId: ProjectId.optional(),
      due: DueFilter.optional(),
      today: IsoDay.optional(),
      limit: z.int().min(1).max(500).default(500),
      offset: z.int().min(0).default(0),
    }),
    output: z.strictObject({
      actions: z.array(ActionRow),
      total: z.int(),
      counts: z.strictObject({ overdue: z.int(), soon: z.int(), unreported: z.int(), all: z.int() }),
    }),
  }),
  /** Says how it goes with an action; the day it happened is kept beside the word. */
  setStatus: command({
    input: z
      .strictObject({
        actionId: ActionId,
        status: ActionStatus,
        note: StoredText.pipe(z.string().max(2000)).optional(),
        happenedOn: IsoDay,
      })
      .refine(hasNeededNote, { error: 'note-needed', path: ['note'] }),
    output: z.strictObject({ status: ActionStatus }),
    touches: ['actions'],
    undo: 'actions.setStatus.undo',
  }),
};
