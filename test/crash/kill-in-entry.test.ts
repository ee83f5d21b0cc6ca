import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCore } from '../../electron/core/open-core.ts';
import type { InterviewDetail } from '../../shared/contract/interviews.ts';
import type { InterviewId } from '../../shared/model/ids.ts';
import { anEntry, type FormQuestion } from '../core/entry-fixture.ts';

const questionCount = 60;
/** At every question by hand (ROST_LONG=1), at every sixth in the ordinary run. */
const stride = process.env['ROST_LONG'] === undefined ? 6 : 1;

/** Every tenth question is open; with six at a time some of the killed ones are among them. */
function aForm(): FormQuestion[] {
  const types = ['one', 'one', 'number', 'one', 'several', 'open', 'one', 'one', 'number', 'one'] as const;
  return Array.from({ length: questionCount }, (_, index) => ({
    name: `q_${index}`,
    type: types[index % types.length] ?? 'one',
    options: 5,
    section: `Del ${Math.floor(index / 12)}`,
  }));
}

interface Line {
  readonly at?: number;
  readonly answers?: readonly string[];
  readonly entered?: number;
  readonly typing?: number;
  readonly typed?: number;
  readonly waiting?: boolean;
}

/** Runs the work until `isTime`, kills it without warning, and gives what it had said. */
async function workAndKill(args: readonly string[], isTime: (line: Line) => boolean): Promise<Line[]> {
  const worker = spawn(process.execPath, [join(import.meta.dirname, '../fixtures/enter-until-killed.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: Line[] = [];
  let rest = '';
  let complaint = '';
  worker.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  worker.stdout.on('data', (text: Buffer) => {
    const parts = (rest + text.toString()).split('\n');
    // A last line may be cut short: it was not said.
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const line = JSON.parse(part) as Line;
      lines.push(line);
      if (isTime(line)) worker.kill('SIGKILL');
    }
  });
  await once(worker, 'close');
  if (complaint !== '') throw new Error(complaint);
  return lines;
}

async function reopen(path: string, interviewId: InterviewId): Promise<InterviewDetail> {
  using core = openCore();
  await core.client.workspace.open({ path });
  expect(core.session.workspace.db.pragma('integrity_check', { simple: true })).toBe('ok');
  return await core.client.interviews.get({ interviewId });
}

test(
  `[F22] [F23] killed at every ${stride === 1 ? '' : `${stride}th `}question of ${questionCount}: reopens there with all answers`,
  { timeout: 600_000 },
  async () => {
    const entry = await anEntry(aForm());
    const { path, interviewId, core } = entry;
    const idAt = (index: number) => entry.id(`q_${index}`);
    core[Symbol.dispose]();
    for (let done = 0; done < questionCount; done += stride) {
      const lines = await workAndKill([path, interviewId, String(stride)], (line) => line.waiting === true);
      // What the worker found is what the one before it, killed at this question, had left.
      expect(lines[0]).toEqual({ at: done, answers: Array.from({ length: done }, (_, index) => idAt(index)) });
      expect(lines.filter((line) => line.entered !== undefined)).toHaveLength(stride);
    }
    const left = await reopen(path, interviewId);
    expect([left.currentQuestionId, left.answers.length, left.status]).toEqual([null, questionCount, 'started']);
  },
);

test(
  '[F22] [F23] killed while a long text is typed: reopens in it with everything that was acknowledged',
  { timeout: 600_000 },
  async () => {
    const entry = await anEntry([
      { name: 'before', type: 'one', options: 5 },
      { name: 'story', type: 'open' },
      { name: 'after', type: 'one', options: 5 },
    ]);
    const { path, interviewId, core } = entry;
    core[Symbol.dispose]();
    let acknowledged = 0;
    for (const pieces of stride === 1 ? [1, 5, 20, 60, 120, 200, 300] : [1, 40, 150]) {
      let seen = 0;
      const lines = await workAndKill([path, interviewId, '2', '400'], (line) => line.typed !== undefined && (seen += 1) === pieces);
      const typed = lines.findLast((line) => line.typed !== undefined)?.typed ?? 0;
      const under = lines.findLast((line) => line.typing !== undefined)?.typing ?? 0;
      acknowledged = Math.max(acknowledged, typed);
      const left = await reopen(path, interviewId);
      expect(left.currentQuestionId).toBe(entry.id('story'));
      const value = left.answers.find((answer) => answer.questionId === entry.id('story'))?.value;
      const length = value?.kind === 'text' ? value.text.length : 0;
      // The piece under way may have got in or not, but never in part; a line that was cut short was one more.
      expect([typed, under, under + 57]).toContain(length);
      expect(left.answers).toHaveLength(2);
    }
    expect(acknowledged).toBeGreaterThan(5000);
  },
);
