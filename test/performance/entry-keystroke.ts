import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { z } from 'zod';
import { openBenchCore, type BenchContext, type SurveyFiles } from './workspaces.ts';
import { requireSame, single, type Bench, type Result } from './result.ts';
import { startHost, stopHost } from '../e2e/host.ts';
import { beginInterview, writeForm } from '../support/entry-forms.ts';
import { quantile, watchKeys, type KeyTiming } from '../support/entry-timing.ts';
import { findChromium } from '../support/find-chromium.ts';
import { longForm } from '../support/long-form.ts';
import { frameCosts, longestTask, traceMainThread } from './main-thread.ts';

const name = 'entry.keystroke';
/** Time from a key until its effect must be seen, and be on the disk, ms (product goal: p95). */
const budgetMs = 50;
/** One frame of a display that shows sixty a second, ms. */
const frameMs = 16;
/** A practised hand's pace. */
const betweenKeysMs = 1000 / 15;

interface Entered {
  readonly timings: readonly KeyTiming[];
  /** What each key and the frame after it cost the page's main thread, ms. */
  readonly frames: readonly number[];
  /** The longest task between them, drawing ahead among them, ms. */
  readonly longest: number;
}

/** The built program in a real browser, on a copy of a survey's workspace: a form of 100 items entered at a practised hand's pace. */
async function enter(context: BenchContext, files: SurveyFiles, executablePath: string, args: readonly string[]): Promise<Entered> {
  const path = join(context.folder, `entry-${files.name}.rost`);
  copyFileSync(files.workspace, path);
  const { spec, plan } = longForm(10);
  const { interviewId, projectId } = await prepare(context, path, spec);
  const host = await startHost([path], join(context.folder, `entry-${files.name}`));
  const browser = await chromium.launch({ executablePath, args: [...args, '--disable-gpu', '--disable-background-networking'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.addInitScript(watchKeys);
    await page.goto(host.address);
    await openEntry(page, `/projects/${projectId}/interviews/${interviewId}/enter`);
    const slices = await traceMainThread(browser, page, async () => {
      for (const key of plan.flatMap(({ keys }) => keys)) {
        await page.keyboard.press(key);
        await page.waitForTimeout(betweenKeysMs);
      }
    });
    await page.waitForTimeout(1000);
    // What watchKeys keeps on the window.
    const timings = await page.evaluate(() => (window as unknown as { keyTimings: KeyTiming[] }).keyTimings);
    return { timings, frames: frameCosts(slices).map(({ busyMs }) => busyMs), longest: longestTask(slices) };
  } finally {
    await browser.close();
    await stopHost(host);
    requireSame(name, await countAnswers(context, path, interviewId), plan.filter(({ kept }) => kept !== null).length);
  }
}

async function prepare(context: BenchContext, path: string, spec: Parameters<typeof writeForm>[1]) {
  using core = openBenchCore(context.folder);
  await core.client.workspace.open({ path });
  const form = writeForm(core, spec);
  return { interviewId: await beginInterview(core, form), projectId: form.projectId };
}

async function openEntry(page: Page, path: string): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.evaluate((to) => {
    history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await page.locator('[data-current]').waitFor();
  await page.waitForTimeout(1000);
}

async function countAnswers(context: BenchContext, path: string, interviewId: string): Promise<number> {
  using core = openBenchCore(context.folder);
  await core.client.workspace.open({ path });
  const row = core.session.workspace.sql.get(
    z.object({ n: z.int() }),
    'SELECT count(*) AS n FROM answer JOIN interview ON interview.key = answer.interview_key WHERE interview.id = :interviewId',
    { interviewId },
  );
  return row?.n ?? 0;
}

function resultsOf(files: SurveyFiles, { timings, frames, longest }: Entered): Result[] {
  const painted = timings.map(({ paintedMs }) => paintedMs);
  const saved = timings.flatMap(({ savedMs }) => savedMs ?? []);
  const line = (what: string, ms: readonly number[]): Result =>
    single(`${name} ${what}`, files.name, `${budgetMs} ms`, quantile(ms, 0.95) / budgetMs, {
      target: { good: 1 },
      note: `p50 ${quantile(ms, 0.5).toFixed(1)} ms, p95 ${quantile(ms, 0.95).toFixed(1)} ms, ${ms.length} keys`,
    });
  const over = frames.filter((ms) => ms > frameMs).length;
  // No frame may take longer, so the worst of them is what is held against it.
  const frame = single(`${name} frame`, files.name, `${frameMs} ms`, quantile(frames, 1) / frameMs, {
    target: { good: 1 },
    note: `p50 ${quantile(frames, 0.5).toFixed(1)} ms, p99 ${quantile(frames, 0.99).toFixed(1)} ms, ${over} of ${frames.length} keys over, longest task ${longest.toFixed(1)} ms`,
  });
  return [line('painted', painted), line('on disk', saved), frame];
}

/** From a key to the next question painted and to the answer on disk, in a small and in the largest workspace. */
export const entryKeystroke: Bench<BenchContext> = {
  name,
  run: async (context) => {
    const found = await findChromium();
    if (found === null) return [single(name, '', 'no Chromium here', Number.NaN)];
    const results: Result[] = [];
    const largest = context.sizes.at(-1);
    for (const files of [context.small, ...(largest === undefined ? [] : [largest])])
      results.push(...resultsOf(files, await enter(context, files, found.executablePath, found.args)));
    return results;
  },
};
