import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';

/** One stretch of the page's main thread, µs; `tdur` is how long it had the processor, without waits for others on the machine. */
const Slice = z.looseObject({
  name: z.string(),
  ph: z.string(),
  pid: z.int(),
  tid: z.int(),
  ts: z.number().default(0),
  dur: z.number().default(0),
  tdur: z.number().optional(),
  args: z.looseObject({ name: z.unknown().optional(), data: z.looseObject({ type: z.unknown().optional() }).optional() }).optional(),
});
type Slice = z.infer<typeof Slice>;
const Trace = z.object({ traceEvents: z.array(Slice) });

/** The last thing the main thread does for a frame that leaves a trace. */
const frameMade = 'Layerize';

/** What a key cost the page. */
export interface FrameCost {
  /** Processor time of everything the main thread did from the key until the frame that shows it was handed over, ms. */
  readonly busyMs: number;
}

/** Follows what the page's main thread does while something runs. */
export async function traceMainThread(browser: Browser, page: Page, run: () => Promise<void>): Promise<readonly Slice[]> {
  // No more than is read below: what is recorded costs the page time.
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  await run();
  const { traceEvents } = Trace.parse(JSON.parse((await browser.stopTracing()).toString('utf8')));
  const isKey = (slice: Slice): boolean => slice.name === 'EventDispatch' && slice.args?.data?.type === 'keydown';
  const main = traceEvents.find(isKey);
  return traceEvents
    .filter(({ pid, tid, ph }) => pid === main?.pid && tid === main.tid && ph === 'X')
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
}

/** The cost of the frame after each key, in order. A key that changes nothing that is seen has none. */
export function frameCosts(slices: readonly Slice[]): readonly FrameCost[] {
  const tasks = outermost(slices.filter(({ name }) => name === 'ThreadControllerImpl::RunTask' || name === 'RunTask'));
  const frames = slices.filter(({ name }) => name === frameMade);
  const keys = slices.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown');
  return keys.flatMap((key) => {
    const frame = frames.find(({ ts }) => ts > key.ts);
    if (frame === undefined || frame.ts - key.ts > 200_000) return [];
    const within = tasks.filter(({ ts, dur }) => ts + dur > key.ts && ts < frame.ts + frame.dur);
    return [{ busyMs: within.reduce((sum, { dur, tdur }) => sum + (tdur ?? dur), 0) / 1000 }];
  });
}

/** The longest that the main thread was busy in one go, ms of processor time: no frame can come meanwhile. */
export function longestTask(slices: readonly Slice[]): number {
  const tasks = outermost(slices.filter(({ name }) => name === 'ThreadControllerImpl::RunTask' || name === 'RunTask'));
  return tasks.reduce((most, { dur, tdur }) => Math.max(most, tdur ?? dur), 0) / 1000;
}

/** The cost of every frame while the page was scrolled: what the main thread did since the frame before. */
export function scrollCosts(slices: readonly Slice[]): readonly FrameCost[] {
  const tasks = outermost(slices.filter(({ name }) => name === 'ThreadControllerImpl::RunTask' || name === 'RunTask'));
  const frames = slices.filter(({ name }) => name === frameMade);
  return frames.slice(1).map((frame, at) => {
    // The task that hands a frame over begins before it.
    const within = tasks.filter(({ ts }) => ts > (frames[at]?.ts ?? 0) && ts <= frame.ts);
    return { busyMs: within.reduce((sum, { dur, tdur }) => sum + (tdur ?? dur), 0) / 1000 };
  });
}

/** Slices that lie in no other; a task may run tasks of its own. */
function outermost(slices: readonly Slice[]): readonly Slice[] {
  let end = 0;
  return slices.filter(({ ts, dur }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}
