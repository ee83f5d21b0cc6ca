import { z } from 'zod';
import type { RefiLoss } from '../../../../../shared/contract/refi.ts';
import type { Statements } from '../../../db/statements.ts';
import { NoteList } from '../../codebook/exchange/note-list.ts';
import { isBlind, mayBeSeen, memoMayBeSeen } from '../../coding/blind.ts';

const CodingRow = z.object({
  id: z.string(),
  text_id: z.string(),
  theme_id: z.string(),
  coder_id: z.string(),
  is_whole: z.int(),
  start_offset: z.int(),
  end_offset: z.int(),
  certainty: z.string(),
  reason: z.string().nullable(),
  polarity: z.string().nullable(),
  level: z.string().nullable(),
  service_id: z.string().nullable(),
  is_doubtful: z.int(),
  coded_at: z.string(),
});
export type LeavingCoding = z.infer<typeof CodingRow>;

const MemoRow = z.object({
  id: z.string(),
  project_id: z.string().nullable(),
  text_id: z.string().nullable(),
  coding_id: z.string().nullable(),
  theme_id: z.string().nullable(),
  body: z.string(),
  written_by: z.string(),
  written_at: z.string(),
});
export type LeavingMemo = z.infer<typeof MemoRow>;
const ActorRow = z.object({ id: z.string(), name: z.string(), is_consensus: z.int() });
export type LeavingPerson = z.infer<typeof ActorRow>;

const codingSql = `
SELECT coding.id, coding.text_id, coding.theme_id, coding.coder_id, coding.is_whole, coding.start_offset, coding.end_offset, coding.certainty,
  coding.reason, coding.polarity, coding.level, coding.service_id, coding.is_doubtful, coding.coded_at
FROM text JOIN coding ON coding.text_id = text.id
WHERE text.project_id = :projectId AND ${mayBeSeen()} ORDER BY coding.text_id, coding.start_offset, coding.end_offset, coding.id`;

const memoSql = `
SELECT memo.id, memo.project_id, memo.text_id, memo.coding_id, memo.theme_id, memo.body, memo.written_by, memo.written_at
FROM memo LEFT JOIN coding ON coding.id = memo.coding_id LEFT JOIN text ON text.id = coalesce(coding.text_id, memo.text_id)
WHERE (memo.project_id = :projectId OR text.project_id = :projectId OR (memo.project_id IS NULL AND text.id IS NULL AND memo.theme_id IS NOT NULL))
  AND (text.id IS NULL OR text.project_id = :projectId) AND ${memoMayBeSeen()}
ORDER BY memo.written_at, memo.id`;

/** What coders have done with the texts that leave. */
export interface LeavingWork {
  /** By text. */
  readonly codings: ReadonlyMap<string, readonly LeavingCoding[]>;
  readonly memos: readonly LeavingMemo[];
  /** Everybody who is named. */
  readonly people: readonly LeavingPerson[];
  readonly losses: NoteList<RefiLoss>;
}

interface Wanted {
  readonly projectId: string;
  readonly actorId: string;
  readonly textIds: ReadonlySet<string>;
  readonly themeName: (themeId: string) => string;
  readonly lost: ReadonlySet<RefiLoss>;
}

/** Codings of the texts that leave, and memos on them, on themes and on the project. While coding is blind, one's own only. */
export function readWork(sql: Statements, { projectId, actorId, textIds, themeName, lost }: Wanted): LeavingWork {
  const losses = new NoteList<RefiLoss>(lost);
  const codings = sql.all(CodingRow, codingSql, { projectId, actorId }).filter(({ text_id: id }) => textIds.has(id));
  for (const coding of codings) noteFacts(losses, coding, themeName(coding.theme_id));
  // Told whether or not others have coded: how much would say something.
  if (isBlind(sql, projectId)) losses.add('hidden', 0);
  const kept = new Set(codings.map(({ id }) => id));
  const memos = sql.all(MemoRow, memoSql, { projectId, actorId }).filter(({ coding_id: coding, text_id: text, body }) => {
    if (body === '') return false;
    return coding === null ? text === null || textIds.has(text) : kept.has(coding);
  });
  const ids = new Set([...codings.map(({ coder_id: id }) => id), ...memos.map(({ written_by: id }) => id)]);
  return {
    codings: Map.groupBy(codings, ({ text_id: id }) => id),
    memos,
    people: sql.all(ActorRow, 'SELECT id, name, is_consensus FROM actor ORDER BY id').filter(({ id }) => ids.has(id)),
    losses,
  };
}

/** What a coding says beside theme and place. */
function noteFacts(losses: NoteList<RefiLoss>, coding: LeavingCoding, theme: string): void {
  if (coding.polarity !== null) losses.add('polarity', 0, theme);
  if (coding.level !== null) losses.add('level', 0, theme);
  if (coding.service_id !== null) losses.add('service', 0, theme);
  if (coding.certainty === 'inferred') losses.add('certainty', 0, theme);
  if (coding.reason !== null && coding.reason !== '') losses.add('reason', 0, coding.reason);
  if (coding.is_doubtful === 1) losses.add('doubtful', 0, theme);
}
