import { z } from 'zod';
import { Certainty, Level, Polarity } from '../../../../shared/contract/coding.ts';
import type { Settlement } from '../../../../shared/contract/agreement.ts';
import { commonSpans, unitedSpans, type Span } from '../../../../shared/statistics/agreement/index.ts';
import { isRange } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { removeCoding } from '../coding/place-codings.ts';
import { labelOnTexts, readTextFacts, type TextFacts } from '../coding/text-facts.ts';
import { themeName } from '../themes/theme-terms.ts';
import { requireSight } from '../coding/blind.ts';

const Id = z.object({ id: z.string() });
const ProjectRow = z.object({ project_id: z.string() });
const CodingRow = z.object({
  id: z.string(),
  coder_id: z.string(),
  start: z.int(),
  end: z.int(),
  is_whole: z.int(),
  certainty: Certainty,
  reason: z.string().nullable(),
  polarity: Polarity.nullable(),
  level: Level.nullable(),
  service_id: z.string().nullable(),
});
export type CodingRow = z.infer<typeof CodingRow>;

const codingSql = `
SELECT id, coder_id, start_offset AS start, end_offset AS "end", is_whole, certainty, reason, polarity, level, service_id
FROM coding WHERE text_id = :textId AND theme_id = :themeId ORDER BY start_offset, id`;

/** A theme on a text. */
export interface Place {
  readonly textId: string;
  readonly themeId: string;
}

/** All codings of a theme on a text, whoever put them. */
export function readPlace(sql: Statements, { textId, themeId }: Place): CodingRow[] {
  return sql.all(CodingRow, codingSql, { textId, themeId });
}

/** The text's project, if its codings may be compared. @throws AppError NOT_FOUND, CODING_IS_BLIND */
export function requireComparable(sql: Statements, textId: string): void {
  const row = sql.get(ProjectRow, 'SELECT project_id FROM text WHERE id = :textId', { textId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  requireSight(sql, row.project_id);
}

export interface SettleInput extends Place {
  readonly coderIds: readonly [string, string];
  readonly as: Settlement;
  readonly range?: Span | undefined;
  readonly note?: string | undefined;
}

/** What the consensus coder is to put: where, and what it says beside the theme. */
type Agreed = Omit<CodingRow, 'id' | 'coder_id'>;

/**
 * Settles a theme on a text: the consensus coder puts what was agreed, the coders' own codings stay. What was settled there before is
 * replaced; its note stays. @throws AppError NOT_FOUND, CODING_IS_BLIND, RANGE_OUTSIDE_TEXT
 */
export function settle(call: Call, input: SettleInput): void {
  const { sql, workspace, actorId, operation } = call;
  const { textId, themeId } = input;
  requireComparable(sql, textId);
  const [text] = readTextFacts(sql, [textId]);
  if (text === undefined) throw new AppError('NOT_FOUND');
  const standing = readPlace(sql, input);
  const consensusId = consensusActor(workspace);
  const agreed = agreedCodings(input, text, standing);
  takeOut(call, standing, consensusId);
  const now = new Date(workspace.now()).toISOString();
  const known = findConsensus(sql, input);
  const note = input.note === undefined || input.note.trim() === '' ? null : input.note.trim();
  if (known === undefined)
    sql.insert('consensus', { id: workspace.newId(), text_id: textId, theme_id: themeId, note, settled_by: actorId, settled_at: now });
  else
    sql.run('UPDATE consensus SET settled_by = :actorId, settled_at = :now, note = coalesce(:note, note) WHERE id = :id', {
      id: known.id,
      actorId,
      now,
      note,
    });
  for (const { start, end, ...facts } of agreed)
    sql.insert('coding', {
      ...facts,
      id: workspace.newId(),
      text_id: textId,
      theme_id: themeId,
      coder_id: consensusId,
      start_offset: start,
      end_offset: end,
      origin: 'consensus',
      coded_at: now,
    });
  labelOnTexts(operation, 'agreement.settle.undo', { theme: themeName(sql, themeId) }, [text]);
}

function agreedCodings({ as, range, coderIds }: SettleInput, text: TextFacts, standing: readonly CodingRow[]): Agreed[] {
  const [first, second] = coderIds.map((id) => standing.filter((row) => row.coder_id === id));
  const [mine, theirs] = [first ?? [], second ?? []];
  if (as === 'none') return [];
  if (as === 'first' || as === 'second') return (as === 'first' ? mine : theirs).map(toAgreed);
  const spans = as === 'range' ? givenRange(text, range) : spansOf(as, mine, theirs);
  const facts = inCommon([...mine, ...theirs]);
  return spans.map(({ start, end }) => ({ ...facts, start, end, is_whole: start === 0 && end === text.body.length ? 1 : 0 }));
}

function toAgreed({ start, end, is_whole, certainty, reason, polarity, level, service_id }: CodingRow): Agreed {
  return { start, end, is_whole, certainty, reason, polarity, level, service_id };
}

function givenRange(text: TextFacts, range: Span | undefined): Span[] {
  if (range === undefined || !isRange(text.body, range)) throw new AppError('RANGE_OUTSIDE_TEXT');
  return [range];
}

function spansOf(as: 'union' | 'overlap', mine: readonly Span[], theirs: readonly Span[]): Span[] {
  const plain = (rows: readonly Span[]): Span[] => unitedSpans(rows);
  return as === 'union' ? plain([...mine, ...theirs]) : commonSpans(plain(mine), plain(theirs));
}

/** What all the codings say alike; where they differ it is left open. Explicit as soon as somebody found it said in plain words. */
function inCommon(rows: readonly CodingRow[]): Omit<Agreed, 'start' | 'end' | 'is_whole'> {
  const alike = <T>(read: (row: CodingRow) => T): T | null => {
    const values = new Set(rows.map(read));
    const [only = null] = values;
    return values.size === 1 ? only : null;
  };
  const certainty = alike((row) => row.certainty) ?? 'explicit';
  return {
    certainty,
    reason: certainty === 'inferred' ? alike((row) => row.reason) : null,
    polarity: alike((row) => row.polarity),
    level: alike((row) => row.level),
    service_id: alike((row) => row.service_id),
  };
}

/** Writes why it was settled so; an empty note takes it away. @throws AppError NOT_FOUND where nothing is settled */
export function noteWhy(call: Call, place: Place, note: string): void {
  const { sql, operation } = call;
  requireComparable(sql, place.textId);
  const [text] = readTextFacts(sql, [place.textId]);
  const known = findConsensus(sql, place);
  if (known === undefined || text === undefined) throw new AppError('NOT_FOUND');
  operation.mergeWith(`agreement-note:${known.id}`);
  const kept = note.trim() === '' ? null : note.trim();
  sql.run('UPDATE consensus SET note = :note WHERE id = :id AND note IS NOT :note', { id: known.id, note: kept });
  labelOnTexts(operation, 'agreement.note.undo', { theme: themeName(sql, place.themeId) }, [text]);
}

/** Takes the settlement back: the coders' own codings count again. @throws AppError NOT_FOUND where nothing is settled */
export function reopen(call: Call, place: Place): void {
  const { sql, workspace, operation } = call;
  requireComparable(sql, place.textId);
  const [text] = readTextFacts(sql, [place.textId]);
  const known = findConsensus(sql, place);
  if (known === undefined || text === undefined) throw new AppError('NOT_FOUND');
  takeOut(call, readPlace(sql, place), consensusActor(workspace));
  sql.run('DELETE FROM consensus WHERE id = :id', { id: known.id });
  labelOnTexts(operation, 'agreement.reopen.undo', { theme: themeName(sql, place.themeId) }, [text]);
}

function takeOut(call: Call, standing: readonly CodingRow[], consensusId: string): void {
  for (const row of standing) if (row.coder_id === consensusId) removeCoding(call, row.id);
}

function findConsensus(sql: Statements, { textId, themeId }: Place): z.infer<typeof Id> | undefined {
  return sql.get(Id, 'SELECT id FROM consensus WHERE text_id = :textId AND theme_id = :themeId', { textId, themeId });
}

/** The coder in whose name settlements stand; entered in the file when the first one is made. Nobody can be chosen as it. */
export function consensusActor(workspace: Workspace): string {
  const known = workspace.sql.get(Id, 'SELECT id FROM actor WHERE is_consensus = 1 ORDER BY id LIMIT 1');
  if (known !== undefined) return known.id;
  const id = workspace.newId();
  workspace.sql.insert('actor', { id, name: 'Konsensus', initials: '=', is_consensus: 1 });
  return id;
}
