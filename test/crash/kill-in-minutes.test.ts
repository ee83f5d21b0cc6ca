import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCore } from '../../electron/core/open-core.ts';
import { aMeeting } from '../core/minutes-fixture.ts';

interface Said {
  readonly lineId: string;
  readonly writing?: string;
  readonly written?: string;
}

/** Lets the minutes be typed, kills the writer without warning after `count` acknowledged pieces, and gives what it had said. */
async function typeAndKill(args: readonly string[], count: number): Promise<Said[]> {
  const worker = spawn(process.execPath, [join(import.meta.dirname, '../fixtures/minutes-until-killed.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: Said[] = [];
  let [rest, complaint] = ['', ''];
  worker.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  worker.stdout.on('data', (text: Buffer) => {
    const parts = (rest + text.toString()).split('\n');
    // A last line may be cut short: it was not said.
    rest = parts.pop() ?? '';
    lines.push(...parts.map((part) => JSON.parse(part) as Said));
    if (lines.filter((line) => line.written !== undefined).length >= count) worker.kill('SIGKILL');
  });
  await once(worker, 'close');
  if (complaint !== '') throw new Error(complaint);
  return lines;
}

test(
  '[F22] killed while minutes are typed: every acknowledged word is there, and they open in the line',
  { timeout: 120_000 },
  async () => {
    const meeting = await aMeeting();
    const { path, meetingId, items } = meeting;
    meeting[Symbol.dispose]();
    const acknowledged = new Map<string, string>();
    for (const count of [1, 5, 24]) {
      const said = await typeAndKill([path, meetingId, items[0] ?? ''], count);
      for (const { lineId, written } of said) if (written !== undefined) acknowledged.set(lineId, written);
      using core = openCore();
      await core.client.workspace.open({ path });
      expect(core.session.workspace.db.pragma('integrity_check', { simple: true })).toBe('ok');
      const left = await core.client.minutes.get({ meetingId });
      const words = new Map(left.lines.map((line) => [line.id, line.body]));
      // What was under way when it was killed may have got in or not, but never in part; a piece that was cut short is one more.
      const last = said.at(-1)?.lineId;
      for (const [lineId, body] of acknowledged) {
        expect(words.get(lineId)?.startsWith(body)).toBe(true);
        if (lineId !== last) expect(words.get(lineId)).toBe(body);
      }
      expect(left.lines.length - acknowledged.size).toBeLessThanOrEqual(1);
      expect(left.at?.lineId).toBe(left.lines.at(-1)?.id);
      // The next round begins where this one was killed.
      for (const line of left.lines) acknowledged.set(line.id, line.body);
    }
    expect(acknowledged.size).toBeGreaterThan(8);
  },
);
