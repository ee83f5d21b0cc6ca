import { z } from 'zod';
import { Coding, TextCodings } from './coding.ts';
import { CodingId, MeetingId, ProjectId, TextId, ThemeId, VariableId } from '../model/ids.ts';
import { LocalisedText, StoredText } from '../model/text.ts';
import { command, query } from './kit.ts';
import { textsDocuments } from './texts-documents.ts';

/** Who speaks from where to where in a transcript; milliseconds into the recording. */
export const TextTurn = z.strictObject({
  start: z.int(),
  end: z.int(),
  speaker: z.string().nullable(),
  role: z.enum(['interviewer', 'participant', 'other']).nullable(),
  startsMs: z.int().nullable(),
});
export type TextTurn = z.infer<typeof TextTurn>;

/** A text of any kind with what stands on it. */
export const TextView = z.strictObject({
  ...TextCodings.shape,
  projectId: ProjectId,
  kind: z.enum(['answer', 'remark', 'specify', 'note', 'minutes', 'document']),
  body: z.string(),
  language: z.string(),
  speakerRole: z.string().nullable(),
  saidOn: z.string().nullable(),
  answer: z.strictObject({ code: z.string(), variableId: VariableId, number: z.string(), wording: LocalisedText }).nullable(),
  meeting: z.strictObject({ meetingId: MeetingId, title: z.string(), heldOn: z.string().nullable() }).nullable(),
  /** Title of a document. */
  title: z.string().nullable(),
  turns: z.array(TextTurn),
});
export type TextView = z.infer<typeof TextView>;

/** What a memo is on. */
export const MemoPlace = z.strictObject({ kind: z.enum(['project', 'text', 'coding', 'theme']), id: z.uuid() });
export type MemoPlace = z.infer<typeof MemoPlace>;

export const Memo = z.strictObject({
  id: z.uuid(),
  on: MemoPlace,
  body: z.string(),
  by: z.string(),
  isMine: z.boolean(),
  writtenAt: z.string(),
  /** The text to open for it, and from which character; null on a project or a theme. */
  textId: TextId.nullable(),
  at: z.int().nullable(),
  themeId: ThemeId.nullable(),
  /** The text by code or title; empty on a project or a theme. */
  where: z.string(),
  /** The first words of a segment. */
  words: z.string(),
});
export type Memo = z.infer<typeof Memo>;

const words = StoredText.refine((text) => text.trim() !== '');

export const texts = {
  ...textsDocuments,
  /** One text with its codings and who speaks where. */
  read: query({ input: z.strictObject({ textId: TextId }), output: TextView }),
  /** Those of these codings that are there. */
  codings: query({
    input: z.strictObject({ codingIds: z.array(CodingId).max(20_000) }),
    output: z.strictObject({ codings: z.array(Coding) }),
  }),
  /**
   * Corrects the words of an answer, a remark, notes or a document; codings, quotes and turns move along. `base` are the words the
   * correction was made from: corrections of other places made meanwhile are kept; where somebody has rewritten the same place nothing
   * is written, and `conflict` says who and when, with `text` as it stands.
   */
  correct: command({
    input: z.strictObject({ textId: TextId, body: words, base: z.string().max(4_000_000) }),
    output: z.strictObject({
      text: TextView,
      /** Codings of the text that somebody must look at. */
      doubtful: z.array(CodingId),
      conflict: z.strictObject({ by: z.string(), at: z.string() }).nullable(),
    }),
    errors: ['IN_MINUTES'],
    touches: ['texts', 'coding', 'interviews', 'quotes'],
    undo: 'texts.correct.undo',
  }),
  /** Codings that stand right where they are after a correction. Other places are set by `coding.setRange`, which settles them too. */
  settleDoubtful: command({
    input: z.strictObject({ codingIds: z.array(CodingId).min(1).max(500) }),
    output: z.strictObject({ texts: z.array(TextCodings) }),
    touches: ['coding'],
    undo: 'texts.settleDoubtful.undo',
  }),
  /** Memos on one thing, oldest first. */
  memos: query({ input: z.strictObject({ on: MemoPlace }), output: z.strictObject({ memos: z.array(Memo) }) }),
  /** Memos on a project, its texts and segments, and on themes, newest first, from the `from`-th (0-based) of `total`. */
  projectMemos: query({
    input: z.strictObject({ projectId: ProjectId, from: z.int().min(0), limit: z.int().min(1).max(200) }),
    output: z.strictObject({ memos: z.array(Memo), total: z.int() }),
  }),
  /** Writes a memo, or other words in one of mine. */
  writeMemo: command({
    input: z.strictObject({ on: MemoPlace, memoId: z.uuid().optional(), body: words }),
    output: z.strictObject({ memoId: z.uuid() }),
    touches: ['texts'],
    undo: 'texts.writeMemo.undo',
  }),
  /** Takes one of my memos away. */
  removeMemo: command({
    input: z.strictObject({ memoId: z.uuid() }),
    output: z.strictObject({}),
    touches: ['texts'],
    undo: 'texts.removeMemo.undo',
  }),
};
