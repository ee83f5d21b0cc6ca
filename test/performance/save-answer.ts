import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Core } from '../../electron/core/open-core.ts';
import { InterviewId, QuestionId, type ProjectId } from '../../shared/model/ids.ts';
import { contest, growth, median } from './contest.ts';
import { fromContest, requireSame, single, type Bench, type Result } from './result.ts';
import { openCopy, type BenchContext, type SurveyFiles } from './workspaces.ts';

const name = 'save.answer';
const callsPerRound = 100;

interface AnswerToGive {
  readonly interviewId: InterviewId;
  readonly questionId: QuestionId;
  readonly code: number;
}

/** New interviews, question after question, as somebody at the keyboard would enter them. */
function createAnswerGiver(core: Core, projectId: ProjectId): () => Promise<AnswerToGive> {
  const { sql } = core.session.workspace;
  const questions = sql.all(
    z.object({ id: QuestionId, code: z.int() }),
    `SELECT q.id, min(o.code) AS code FROM question q JOIN answer_option o ON o.question_id = q.id OR o.scale_id = q.scale_id
     WHERE q.type IN ('one', 'scale') GROUP BY q.id ORDER BY q.ordinal`,
  );
  let interviewId: InterviewId | null = null;
  let next = 0;
  return async () => {
    if (interviewId === null || next === questions.length) {
      const { values } = await core.client.interviews.startForm({ projectId });
      if (values === null) throw new Error('the survey has no form');
      ({ interviewId } = await core.client.interviews.start({ ...values, projectId, consentGivenOn: values.heldOn }));
      next = 0;
    }
    const question = questions[next];
    if (question === undefined) throw new Error('the survey has no choices');
    next += 1;
    return { interviewId, questionId: question.id, code: question.code };
  };
}

async function measure(context: BenchContext, files: SurveyFiles): Promise<{ results: Result[]; ms: number }> {
  using core = await openCopy(context, files, 'save');
  const give = createAnswerGiver(core, files.projectId);
  const descriptor = openSync(join(context.folder, 'save.raw'), 'w');
  const page = Buffer.alloc(4096, 1);
  const before = countAnswers(core);
  let answer: AnswerToGive | null = null;
  try {
    const found = await contest(
      {
        name: 'interviews.answer',
        calls: callsPerRound,
        prepare: async () => {
          answer = await give();
        },
        run: async () => {
          if (answer === null) throw new Error('no answer was prepared');
          const { interviewId, questionId, code } = answer;
          await core.client.interviews.answer({ interviewId, questionId, value: { kind: 'code', code } });
        },
      },
      {
        name: '4 KiB write + fdatasync',
        calls: callsPerRound,
        run: () => {
          writeSync(descriptor, page, 0, page.length, 0);
          fdatasyncSync(descriptor);
        },
      },
    );
    requireSame(name, countAnswers(core) - before, found.own.calls + 1);
    const cpuMs = await processorTime(core, files.projectId);
    const note = `p99 ${found.own.p99Ms.toFixed(2)} ms, of the peer ${found.peer.p99Ms.toFixed(2)} ms`;
    const results = [
      fromContest(name, files.name, found, { target: { good: 6, hard: 4 }, note }),
      single(`${name} p99`, files.name, "the peer's median", found.own.p99Ms / found.peer.medianMs, { target: { good: 12 } }),
      single(`${name} processor`, files.name, 'a millisecond', cpuMs, { target: { good: 1 }, note: 'beside the waiting for the disk' }),
    ];
    return { results, ms: found.own.medianMs };
  } finally {
    closeSync(descriptor);
  }
}

/** Milliseconds of processor time for one answer in a form that is nearly full, the disk not waited for. */
async function processorTime(core: Core, projectId: ProjectId): Promise<number> {
  const give = createAnswerGiver(core, projectId);
  core.session.workspace.db.pragma('synchronous=OFF');
  const used: number[] = [];
  for (let call = 0; call < 3 * callsPerRound; call += 1) {
    const { interviewId, questionId, code } = await give();
    const before = process.cpuUsage();
    await core.client.interviews.answer({ interviewId, questionId, value: { kind: 'code', code } });
    const { user, system } = process.cpuUsage(before);
    used.push((user + system) / 1000);
  }
  return median(used);
}

function countAnswers(core: Core): number {
  return core.session.workspace.sql.get(z.object({ n: z.int() }), 'SELECT count(*) AS n FROM answer')?.n ?? 0;
}

/** One answer through the whole core: validation, routing, operation log and a durable commit. */
export const saveAnswer: Bench<BenchContext> = {
  name,
  run: async (context) => {
    const results: Result[] = [];
    const points: { size: number; ms: number }[] = [];
    for (const files of context.sizes) {
      const { results: found, ms } = await measure(context, files);
      results.push(...found);
      points.push({ size: files.rows, ms });
    }
    const [from, to] = [points[0], points.at(-1)];
    if (from === undefined || to === undefined) return results;
    return [
      ...results,
      single(`${name} growth`, `S→${context.sizes.at(-1)?.name ?? ''}`, 'itself', growth(from, to), {
        target: { good: 0.1 },
        note: 'exponent',
      }),
    ];
  },
};
