import { z } from 'zod';
import {
  ActionId,
  FindingId,
  InterviewId,
  MeetingId,
  ProjectId,
  QuestionId,
  QuestionnaireId,
  ReportId,
  TextId,
  ThemeId,
  VersionId,
} from '../model/ids.ts';
import { LocalisedText } from '../model/text.ts';
import { searchParts } from '../search/index.ts';
import { query } from './kit.ts';

/** Parts of the result: records by their code, then everything that is found by its words. */
export const SearchGroup = z.enum(['records', ...searchParts]);
export type SearchGroup = z.infer<typeof SearchGroup>;

/** What a hit is. */
export const SearchKind = z.enum([
  'interview',
  'theme',
  'answer',
  'remark',
  'specify',
  'note',
  'document',
  'minutes',
  'meeting',
  'agenda-item',
  'finding',
  'action',
  'observation',
  'memo',
  'summary',
  'organisation',
  'service',
  'body',
  'place',
  'question',
  'bank-question',
  'report',
  'exhibit',
]);
export type SearchKind = z.infer<typeof SearchKind>;

const inProject = { projectId: ProjectId };

/** Where a hit opens. */
export const SearchTarget = z.discriminatedUnion('screen', [
  z.strictObject({ screen: z.literal('text'), ...inProject, textId: TextId }),
  z.strictObject({ screen: z.literal('interview'), ...inProject, interviewId: InterviewId, questionId: QuestionId.nullable() }),
  z.strictObject({ screen: z.literal('minutes'), meetingId: MeetingId, lineId: z.uuid().nullable() }),
  z.strictObject({ screen: z.literal('meeting'), meetingId: MeetingId }),
  z.strictObject({ screen: z.literal('theme'), themeId: ThemeId }),
  z.strictObject({ screen: z.literal('finding'), ...inProject, findingId: FindingId }),
  z.strictObject({ screen: z.literal('action'), actionId: ActionId }),
  z.strictObject({ screen: z.literal('observation'), observationId: z.uuid() }),
  z.strictObject({ screen: z.literal('register'), kind: z.enum(['organisations', 'services', 'bodies']), id: z.uuid() }),
  z.strictObject({ screen: z.literal('place'), placeId: z.uuid() }),
  z.strictObject({
    screen: z.literal('question'),
    ...inProject,
    questionnaireId: QuestionnaireId,
    versionId: VersionId,
    questionId: QuestionId,
  }),
  z.strictObject({ screen: z.literal('bank') }),
  z.strictObject({ screen: z.literal('matrix'), ...inProject }),
  z.strictObject({ screen: z.literal('project'), ...inProject }),
  z.strictObject({ screen: z.literal('report'), ...inProject, reportId: ReportId, blockId: z.uuid().nullable() }),
  z.strictObject({ screen: z.literal('exhibit'), ...inProject, exhibitId: z.uuid() }),
]);
export type SearchTarget = z.infer<typeof SearchTarget>;

export const SearchHit = z.strictObject({
  id: z.uuid(),
  kind: SearchKind,
  project: z.string().nullable(),
  /** "R017", "F3"; null where it has none. */
  code: z.string().nullable(),
  /** What it stands in: a meeting, a document, a report. */
  title: z.string().nullable(),
  /** The question that was answered, or the theme's name. */
  wording: LocalisedText.nullable(),
  language: z.string().nullable(),
  /** The words around the first hit; empty for a record found by its code. */
  text: z.string(),
  /** In units of `text`. */
  marks: z.array(z.strictObject({ start: z.int(), end: z.int() })),
  isCutBefore: z.boolean(),
  isCutAfter: z.boolean(),
  /** Where the first hit stands in the whole text, in UTF-16 units. */
  at: z.int(),
  /** Letter by letter as typed; otherwise in another spelling or form. */
  isExact: z.boolean(),
  /** Themes on the text. */
  themeIds: z.array(ThemeId),
  opens: SearchTarget,
});
export type SearchHit = z.infer<typeof SearchHit>;

export const search = {
  /**
   * Finds words everywhere. Words must all be there; "in quotes" side by side; vent* the beginning; *tid* inside words; a OR b;
   * -not; a NEAR/5 b. å means å; a means a, å and ä; bare words are met in all their forms. What stands letter by letter comes first.
   * Nothing that belongs to somebody who has withdrawn is found or counted. What is typed is never kept.
   */
  find: query({
    input: z.strictObject({
      text: z.string().max(400),
      /** Somebody is still typing: the last word may go on. */
      isTyping: z.boolean(),
      projectId: ProjectId.optional(),
      /** All of them where it is left out. */
      groups: z.array(SearchGroup).min(1).max(20).optional(),
      /** Hits of each group, from the `from`-th (0-based) of its `total`. */
      from: z.int().min(0).max(100_000),
      limit: z.int().min(1).max(50),
    }),
    output: z.strictObject({
      /** Groups that have hits, in order. */
      groups: z.array(z.strictObject({ group: SearchGroup, total: z.int(), hits: z.array(SearchHit) })),
      /** nothing: no word was typed. left-out: only what must not be there. not-ready: a file that may only be read has no index. */
      problem: z.enum(['nothing', 'left-out', 'not-ready']).nullable(),
    }),
  }),
};
