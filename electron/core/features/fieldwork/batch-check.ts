import { z } from 'zod';
import type { AdHocRule, BatchCheckResult, Violation } from '../../../../shared/contract/fieldwork-quality.ts';
import { answerKey } from '../../../../shared/expressions/form.ts';
import { InterviewId, VersionId, type ProjectId, type WaveId } from '../../../../shared/model/ids.ts';
import { Language, type LocalisedText } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { createJobTeller } from '../exchange/job-teller.ts';
import { createJudge, type JudgedInterview } from '../interviews/list-progress.ts';
import { placeRules, type Unreadable, type WithRules } from './ad-hoc-rules.ts';

export interface BatchInput {
  readonly projectId: ProjectId;
  readonly waveId?: WaveId | undefined;
  readonly rules: readonly AdHocRule[];
  readonly showsValues: boolean;
}

const Row = z.object({
  id: InterviewId,
  key: z.int(),
  code: z.string(),
  version_id: VersionId,
  language: Language,
  seed: z.int(),
  held_on: z.string().nullable(),
  started_at: z.string(),
});
type Row = z.infer<typeof Row>;

// The plus sign makes a page follow the keys; through an index of the project each page would sort all of it.
const these = `+interview.project_id = :projectId AND (:waveId IS NULL OR interview.wave_id = :waveId)
  AND interview.status NOT IN ('withdrawn', 'declined') AND respondent.withdrawn_at IS NULL`;
const pageSql = `
SELECT interview.id, interview.key, respondent.code, version_id, language, seed, held_on, started_at
FROM interview JOIN respondent ON respondent.id = interview.respondent_id
WHERE ${these} AND interview.key > :after ORDER BY interview.key LIMIT :limit`;
const countSql = `SELECT count(*) AS n FROM interview JOIN respondent ON respondent.id = interview.respondent_id WHERE ${these}`;

/** Interviews between two steps of the job: short enough that typing in a window never waits. */
const perStep = 50;
/** More than anybody reads; the counts are of all. */
const mostShown = 2000;

/**
 * Runs all checks over all interviews, each with the version it was entered in. Nothing is written: what is found is shown, and
 * marked only when somebody asks for it. @throws AppError CANCELLED
 */
export async function* batchCheck(
  call: Call,
  input: BatchInput,
): AsyncGenerator<{ readonly done: number; readonly of: number }, BatchCheckResult> {
  const { sql, session, workspace, signal } = call;
  const params = { projectId: input.projectId, waveId: input.waveId ?? null };
  const of = sql.get(z.object({ n: z.int() }), countSql, params)?.n ?? 0;
  const teller = createJobTeller(session, workspace.newId(), 'fieldwork.batchCheck.job', of);
  try {
    const collector = createCollector(call, input);
    let done = 0;
    for (let after = 0; ;) {
      const rows = sql.all(Row, pageSql, { ...params, after, limit: perStep });
      for (const row of rows) collector.add(row);
      done += rows.length;
      after = rows.at(-1)?.key ?? after;
      teller.tell(done);
      if (rows.length < perStep) break;
      yield { done, of };
      if (signal?.aborted === true || session.workspace !== workspace) throw new AppError('CANCELLED');
    }
    teller.end('done');
    return collector.result(done);
  } catch (error) {
    teller.end(error instanceof AppError && error.code === 'CANCELLED' ? 'cancelled' : 'failed');
    throw error;
  } finally {
    teller.abandon();
  }
}

interface Collector {
  readonly add: (row: Row) => void;
  readonly result: (interviews: number) => BatchCheckResult;
}

function createCollector({ sql }: Call, { rules, showsValues }: BatchInput): Collector {
  const prepared = new Map<string, WithRules>();
  const unreadable: Unreadable[] = [];
  const judge = createJudge(sql, (loaded) => {
    const made = placeRules(loaded, rules);
    prepared.set(loaded.version.id, made);
    unreadable.push(...made.unreadable);
    return made.form;
  });
  let answers = 0;
  const counted = new Map<InterviewId, Counts>();
  const shown: Violation[] = [];
  const add = (row: Row): void => {
    const judged = judge(row);
    answers += judged.answers.size;
    const found = prepared.get(row.version_id);
    if (found === undefined) return;
    const violations = violationsIn(row, judged, found);
    if (violations.length > 0) counted.set(row.id, countsOf(violations));
    for (const violation of violations) if (shown.length < mostShown) shown.push(showsValues ? violation : { ...violation, value: null });
  };
  // Whoever has withdrawn while the others were looked through is told about no more.
  const result = (interviews: number): BatchCheckResult => {
    const gone = withdrawnAmong(sql, [...counted.keys()]);
    const standing = [...counted].flatMap(([id, counts]) => (gone.has(id) ? [] : [counts]));
    const sum = (kind: keyof Counts): number => standing.reduce((total, counts) => total + counts[kind], 0);
    const counts = { hard: sum('hard'), soft: sum('soft'), stale: sum('stale'), unknown: sum('unknown') };
    return { interviews, answers, ...counts, violations: shown.filter((one) => !gone.has(one.interviewId)), unreadable };
  };
  return { add, result };
}

/** How much does not hold in one interview; of the soft ones, how many nobody has looked at. */
type Counts = Pick<BatchCheckResult, 'hard' | 'soft' | 'stale' | 'unknown'>;

function countsOf(violations: readonly Violation[]): Counts {
  const count = (isWanted: (one: Violation) => boolean): number => violations.filter(isWanted).length;
  return {
    hard: count(({ kind }) => kind === 'hard'),
    soft: count(({ kind }) => kind === 'soft'),
    stale: count(({ kind }) => kind === 'stale'),
    unknown: count(({ kind, isKnown }) => kind === 'soft' && !isKnown),
  };
}

/** Which of these interviews are no longer to be looked at, or no longer there. */
function withdrawnAmong(sql: Statements, interviewIds: readonly InterviewId[]): ReadonlySet<string> {
  const standing = sql.all(
    z.object({ id: z.string() }),
    `SELECT interview.id FROM interview JOIN respondent ON respondent.id = interview.respondent_id
     WHERE interview.id IN (SELECT value FROM json_each(:ids)) AND interview.status NOT IN ('withdrawn', 'declined') AND respondent.withdrawn_at IS NULL`,
    { ids: JSON.stringify(interviewIds) },
  );
  const here = new Set(standing.map(({ id }) => id));
  return new Set(interviewIds.filter((id) => !here.has(id)));
}

/** What does not hold in one interview: one line per answer and broken check. A rule is told about at the first answered question it names. */
function violationsIn(row: Row, { answers, state }: JudgedInterview, rules: WithRules): Violation[] {
  const answered = state.places.filter((place) => answers.has(answerKey(place.questionId, place.instance)) && state.isAsked(place));
  const hasAnswer = new Set(answered.map((place) => place.questionId));
  return answered.flatMap((place): Violation[] => {
    const broken = state.checksBroken(place);
    const isStale = state.isStale(place);
    const answer = answers.get(answerKey(place.questionId, place.instance));
    const question = broken.length > 0 || isStale ? rules.questionOf(place.questionId) : undefined;
    if (question === undefined || answer === undefined) return [];
    const here = {
      interviewId: row.id,
      code: row.code,
      questionId: place.questionId,
      number: question.number,
      instance: place.instance,
      value: answer.value,
      isKnown: answer.state === 'to-confirm' || answer.state === 'overridden',
    };
    const found = broken.flatMap((check): Violation[] => {
      const rule = rules.ruleAt(place.questionId, check.index);
      if (rule === undefined)
        return [{ ...here, kind: check.severity, message: question.checks[check.index]?.message ?? {}, isTried: false }];
      if (rules.namedBy(rule).find((id) => hasAnswer.has(id)) !== place.questionId) return [];
      return [{ ...here, kind: check.severity, message: messageOf(rule), isTried: true }];
    });
    return isStale ? [...found, { ...here, kind: 'stale', message: {}, isTried: false }] : found;
  });
}

/** What a rule says; one without words says itself. */
function messageOf({ message, expression }: AdHocRule): LocalisedText {
  const words = message.trim() === '' ? expression : message;
  return { nb: words, nn: words, sv: words, en: words };
}
