import { z } from 'zod';
import type { QualityKind, QualityRow } from '../../../../shared/contract/fieldwork-quality.ts';
import { withBlanks } from '../../../../shared/expressions/text-pieces.ts';
import { InterviewId, QuestionId, type ProjectId, type WaveId } from '../../../../shared/model/ids.ts';
import { LocalisedText } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';
import { readDurations, type Duration } from './durations.ts';

export interface QualityScope {
  readonly projectId: ProjectId;
  readonly waveId?: WaveId | undefined;
}

const Row = z.object({
  interview_id: InterviewId,
  code: z.string(),
  question_id: QuestionId.nullable(),
  number: z.string().nullable(),
  wording: z.string().nullable(),
  instance: z.int(),
  reason: z.string().nullable(),
  words: z.string().nullable(),
  by_name: z.string().nullable(),
  initials: z.string().nullable(),
  at: z.string().nullable(),
});

/** Interviews of the scope that still count; nobody who has withdrawn is listed anywhere. */
const these = `interview.project_id = :projectId AND (:waveId IS NULL OR interview.wave_id = :waveId)
  AND interview.status <> 'withdrawn' AND respondent.withdrawn_at IS NULL`;
const person = 'JOIN respondent ON respondent.id = interview.respondent_id';
// Answers first: few have a state, and each leads to its interview. CROSS JOIN keeps the order (SQLite's own rule).
const ofAnswer = `FROM answer CROSS JOIN interview ON interview.key = answer.interview_key ${person}
  JOIN question ON question.key = answer.question_key LEFT JOIN actor ON actor.id = answer.override_by`;
const answerColumns = `interview.id AS interview_id, respondent.code, question.id AS question_id, question.number, question.wording, answer.instance,
  answer.override_reason AS reason, NULL AS words, actor.name AS by_name, actor.initials, answer.override_at AS at`;

interface Part {
  readonly columns: string;
  readonly from: string;
  readonly order: string;
}

function answersIn(state: string): Part {
  return {
    columns: answerColumns,
    from: `${ofAnswer} WHERE ${these} AND answer.state = '${state}'`,
    order: 'answer.override_at DESC, interview.key DESC, question.ordinal',
  };
}

const parts: Readonly<Record<Exclude<QualityKind, 'durations'>, Part>> = {
  overridden: answersIn('overridden'),
  'to-confirm': answersIn('to-confirm'),
  'invalid-draft': answersIn('invalid-draft'),
  unfinished: {
    columns: `interview.id AS interview_id, respondent.code, NULL AS question_id, NULL AS number, NULL AS wording, 0 AS instance, NULL AS reason,
      NULL AS words, actor.name AS by_name, actor.initials, interview.started_at AS at`,
    from: `FROM interview ${person} LEFT JOIN actor ON actor.id = interview.interviewer_id WHERE ${these} AND interview.status = 'started'`,
    order: 'interview.started_at DESC',
  },
  changed: {
    columns: `interview.id AS interview_id, respondent.code, question.id AS question_id, question.number, question.wording, 0 AS instance,
      interview_change.reason, NULL AS words, actor.name AS by_name, actor.initials, interview_change.changed_at AS at`,
    from: `FROM interview_change JOIN interview ON interview.id = interview_change.interview_id ${person}
      LEFT JOIN question ON question.id = interview_change.question_id LEFT JOIN actor ON actor.id = interview_change.changed_by WHERE ${these}`,
    order: 'interview_change.changed_at DESC',
  },
  remarks: {
    columns: `interview.id AS interview_id, respondent.code, question.id AS question_id, question.number, question.wording, text.instance,
      NULL AS reason, text.body AS words, NULL AS by_name, NULL AS initials, NULL AS at`,
    from: `FROM interview ${person} JOIN text ON text.interview_key = interview.key AND text.kind = 'remark'
      LEFT JOIN question ON question.key = text.question_key WHERE ${these}`,
    order: 'interview.key DESC, question.ordinal',
  },
};

/** How many of each kind there are. */
export function countQuality(sql: Statements, scope: QualityScope) {
  const params = { projectId: scope.projectId, waveId: scope.waveId ?? null };
  const durations = readDurations(sql, scope);
  const one = (kind: keyof typeof parts): number =>
    sql.get(z.object({ n: z.int() }), `SELECT count(*) AS n ${parts[kind].from}`, params)?.n ?? 0;
  const states = sql.all(
    z.object({ state: z.string(), n: z.int() }),
    `SELECT answer.state, count(*) AS n ${ofAnswer} WHERE ${these} AND answer.state IN ('overridden', 'to-confirm', 'invalid-draft') GROUP BY answer.state`,
    params,
  );
  const inState = (state: string): number => states.find((row) => row.state === state)?.n ?? 0;
  return {
    counts: [
      { kind: 'to-confirm' as const, count: inState('to-confirm') },
      { kind: 'invalid-draft' as const, count: inState('invalid-draft') },
      { kind: 'overridden' as const, count: inState('overridden') },
      { kind: 'unfinished' as const, count: one('unfinished') },
      { kind: 'changed' as const, count: one('changed') },
      { kind: 'remarks' as const, count: one('remarks') },
      { kind: 'durations' as const, count: durations?.outside.length ?? 0 },
    ],
    durations: durations === null ? null : { median: durations.median, short: durations.short, long: durations.long },
  };
}

export interface QualityPage extends QualityScope {
  readonly kind: QualityKind;
  readonly offset: number;
  readonly limit: number;
}

/** One page of one kind, newest first where there is a time. */
export function listQuality(sql: Statements, page: QualityPage): { rows: QualityRow[]; total: number } {
  if (page.kind === 'durations') {
    const outside = readDurations(sql, page)?.outside ?? [];
    return { rows: outside.slice(page.offset, page.offset + page.limit).map(toDurationRow), total: outside.length };
  }
  const { columns, from, order } = parts[page.kind];
  const params = { projectId: page.projectId, waveId: page.waveId ?? null };
  const rows = sql.all(Row, `SELECT ${columns} ${from} ORDER BY ${order} LIMIT :limit OFFSET :offset`, {
    ...params,
    limit: page.limit,
    offset: page.offset,
  });
  return { rows: rows.map(toRow), total: sql.get(z.object({ n: z.int() }), `SELECT count(*) AS n ${from}`, params)?.n ?? 0 };
}

function toRow(row: z.infer<typeof Row>): QualityRow {
  return {
    interviewId: row.interview_id,
    code: row.code,
    questionId: row.question_id,
    number: row.number ?? '',
    wording: row.wording === null ? null : withBlanks(LocalisedText.parse(JSON.parse(row.wording))),
    instance: row.instance,
    reason: row.reason ?? '',
    words: row.words ?? '',
    by: row.by_name ?? '',
    initials: row.initials ?? '',
    at: row.at,
    minutes: null,
  };
}

function toDurationRow({ interviewId, code, by, initials, minutes, heldOn }: Duration): QualityRow {
  return {
    interviewId,
    code,
    questionId: null,
    number: '',
    wording: null,
    instance: 0,
    reason: '',
    words: '',
    by,
    initials,
    at: heldOn,
    minutes,
  };
}
