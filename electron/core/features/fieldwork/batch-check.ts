import { z } from 'zod';
import type { AdHocRule, BatchCheckResult, Violation } from '../../../../shared/contract/fieldwork-quality.ts';
import { answerKey } from '../../../../shared/expressions/form.ts';
import { InterviewId, VersionId, type ProjectId, type WaveId } from '../../../../shared/model/ids.ts';
import { Language, type LocalisedText } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
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
  const counts = { answers: 0, hard: 0, soft: 0, stale: 0, unknown: 0 };
  const shown: Violation[] = [];
  const add = (row: Row): void => {
    const judged = judge(row);
    counts.answers += judged.answers.size;
    const found = prepared.get(row.version_id);
    if (found === undefined) return;
    for (const violation of violationsIn(row, judged, found)) {
      counts[violation.kind] += 1;
      if (violation.kind === 'soft' && !violation.isKnown) counts.unknown += 1;
      if (shown.length < mostShown) shown.push(showsValues ? violation : { ...violation, value: null });
    }
  };
  return { add, result: (interviews) => ({ interviews, ...counts, violations: shown, unreadable }) };
}

/** What does not hold in one interview: one line per answer and broken check. */
function violationsIn(row: Row, judged: JudgedInterview, rules: WithRules): Violation[] {
  const found: Violation[] = [];
  for (const place of judged.state.places) {
    const answer = judged.answers.get(answerKey(place.questionId, place.instance));
    if (answer === undefined || !judged.state.isAsked(place)) continue;
    const question = judged.loaded.questions.find((candidate) => candidate.id === place.questionId);
    if (question === undefined) continue;
    const here = {
      interviewId: row.id,
      code: row.code,
      questionId: place.questionId,
      number: question.number,
      instance: place.instance,
      value: answer.value,
      isKnown: answer.state === 'to-confirm' || answer.state === 'overridden',
    };
    const broken = judged.state.checksBroken(place);
    const messageOf = (index: number): LocalisedText => {
      const rule = rules.ruleAt(place.questionId, index);
      return rule === undefined
        ? (question.checks[index]?.message ?? {})
        : { nb: rule.message, nn: rule.message, sv: rule.message, en: rule.message };
    };
    for (const check of broken) found.push({ ...here, kind: check.severity, message: messageOf(check.index) });
    if (judged.state.isStale(place)) found.push({ ...here, kind: 'stale', message: {} });
  }
  return found;
}
