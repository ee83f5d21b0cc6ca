import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { z } from 'zod';
import { createChance } from '../../scripts/sample/random.ts';
import type { GridScope } from '../../shared/contract/coding.ts';
import type { Core } from '../../electron/core/open-core.ts';
import type { ThemeId, VariableId } from '../../shared/model/ids.ts';
import { startHost, stopHost } from '../e2e/host.ts';
import { quantile } from '../support/entry-timing.ts';
import { findChromium } from '../support/find-chromium.ts';
import { contest } from './contest.ts';
import { countCodings, openCoded, type CodedWorkspace } from './coded-workspaces.ts';
import { frameCosts, scrollCosts, traceMainThread } from './main-thread.ts';
import { fromContest, requireSame, single, type Bench, type Result } from './result.ts';
import { openBenchCore, openCopy, type BenchContext, type SurveyFiles } from './workspaces.ts';

const pageSize = 200;
const callsPerRound = 20;
/** One frame of a display that shows sixty a second, ms. */
const frameMs = 16;
/** A practised hand's pace. */
const betweenKeysMs = 1000 / 15;
const keyPairs = 40;
/** Turns of a wheel, two rows each, as fast as frames come. */
const wheelTurns = 300;

async function openQuestion(core: Core, { projectId }: SurveyFiles): Promise<VariableId> {
  const [question] = (await core.client.coding.questions({ projectId })).questions;
  if (question === undefined) throw new Error('the survey has an open question');
  return question.variableId;
}

/** Answers that are longer than most, longest first: an order and a filter that no index gives. */
function hardScope({ projectId }: SurveyFiles, variableId: VariableId): GridScope {
  return {
    projectId,
    source: { kind: 'answers', variableIds: [variableId] },
    filter: { only: 'uncoded' },
    sort: { by: 'length', direction: 'down' },
    asOf: '2999-01-01T00:00:00.000Z',
  };
}

const IdRow = z.object({ id: z.string() });
// What a list without anything kept would ask for each page.
const offsetSql = `
SELECT text.id FROM interview JOIN question ON question.version_id = interview.version_id AND question.variable_id = :variableId
JOIN answer ON answer.interview_key = interview.key AND answer.question_key = question.key JOIN text ON text.id = answer.text_id AND text.body <> ''
WHERE interview.project_id = :projectId AND NOT EXISTS (SELECT 1 FROM coding WHERE coding.text_id = text.id)
AND NOT EXISTS (SELECT 1 FROM text_reading WHERE text_reading.text_id = text.id)
ORDER BY length(text.body) DESC, interview.key LIMIT :limit OFFSET :from`;

/** A page anywhere in a filtered, sorted list, after it was opened. */
async function paging(few: CodedWorkspace, files: SurveyFiles): Promise<Result> {
  const { core } = few;
  const { sql } = core.session.workspace;
  const variableId = await openQuestion(core, files);
  const scope = hardScope(files, variableId);
  const { total } = await core.client.coding.grid({ ...scope, beside: [], from: 0, limit: 1 });
  const chance = createChance(100);
  const anywhere = (): number => chance.below(Math.max(1, total - pageSize));
  const own = async (from: number): Promise<string[]> =>
    (await core.client.coding.grid({ ...scope, beside: [], from, limit: pageSize })).rows.map((row) => row.textId ?? '');
  const peer = (from: number): string[] =>
    sql.all(IdRow, offsetSql, { projectId: files.projectId, variableId, from, limit: pageSize }).map((row) => row.id);
  for (const from of [0, Math.floor(total / 2), Math.max(0, total - pageSize)]) requireSame('code.grid.page', await own(from), peer(from));
  const found = await contest(
    { name: 'coding.grid', calls: callsPerRound, run: () => own(anywhere()) },
    { name: 'ORDER BY … OFFSET', calls: 4, run: () => peer(anywhere()) },
  );
  return fromContest('code.grid.page', files.name, found, { target: { good: 0.5, hard: 0.1 }, note: `${total} rows, ${pageSize} a page` });
}

/** One key of a coder and everything the window asks for after it. */
function createCoder({ core, freeTheme, texts }: CodedWorkspace, { projectId }: SurveyFiles): () => Promise<void> {
  let next = 0;
  return async () => {
    const textId = texts[next];
    next += 1;
    if (textId === undefined) throw new Error('all answers have been coded');
    await core.client.coding.apply({ textIds: [textId], themeId: freeTheme });
    await core.client.coding.questions({ projectId });
    await core.client.coding.columns({ projectId });
    await core.client.history.next({});
  };
}

async function codingOne(many: CodedWorkspace, few: CodedWorkspace, files: SurveyFiles): Promise<Result> {
  const before = countCodings(many.core);
  const found = await contest(
    { name: 'a theme and its counts', calls: callsPerRound, run: createCoder(many, files) },
    { name: 'the same with no codings', calls: callsPerRound, run: createCoder(few, files) },
  );
  requireSame('code.grid.row', countCodings(many.core) - before, countCodings(few.core));
  return fromContest('code.grid.row', files.name, found, { target: { good: 1.5 }, note: `p99 ${found.own.p99Ms.toFixed(1)} ms` });
}

async function withQuickTheme(core: Core, { projectId }: SurveyFiles): Promise<ThemeId> {
  const { themeId } = await core.client.themes.create({ term: 'Ventetid', language: 'nb', parentId: null });
  await core.client.coding.setQuickTheme({ projectId, digit: 1, themeId });
  return themeId;
}

async function openGrid(page: Page, projectId: string): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.evaluate((to) => {
    history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, `/projects/${projectId}/coding`);
  await page.locator('[role="row"][data-current]').waitFor();
  await page.waitForTimeout(1500);
}

/** What keys cost the page: a theme and the next row, and leaps through the list, in the built program in a real browser. */
async function inBrowser(
  context: BenchContext,
  files: SurveyFiles,
  { executablePath, args }: { executablePath: string; args: readonly string[] },
): Promise<Result[]> {
  const path = join(context.folder, `grid-${files.name}.rost`);
  copyFileSync((await openAndClose(context, files)).path, path);
  const host = await startHost([path], join(context.folder, `grid-${files.name}`));
  const browser = await chromium.launch({ executablePath, args: [...args, '--disable-gpu', '--disable-background-networking'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(host.address);
    await openGrid(page, files.projectId);
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) {
        await page.keyboard.press(key);
        await page.waitForTimeout(betweenKeysMs);
      }
    };
    const coded = frameCosts(
      await traceMainThread(browser, page, async () => {
        for (let pair = 0; pair < keyPairs; pair++) await press('1', 'ArrowDown');
      }),
    );
    const moved = frameCosts(
      await traceMainThread(browser, page, async () => {
        for (let pair = 0; pair < keyPairs; pair++) await press('PageDown', 'PageDown');
        await press('End', 'Home', 'End', 'Home');
      }),
    );
    const scrolled = scrollCosts(
      await traceMainThread(browser, page, async () => {
        // The trace knows the page's main thread by a key.
        await press('ArrowUp');
        await page.mouse.move(640, 500);
        for (let turn = 0; turn < wheelTurns; turn++) {
          await page.mouse.wheel(0, turn < wheelTurns / 2 ? 120 : -120);
          await page.waitForTimeout(frameMs);
        }
      }),
    );
    await page.waitForTimeout(1000);
    return [
      frameResult('code.grid.keystroke frame', files, coded, 'keys'),
      frameResult('code.grid.leap frame', files, moved, 'keys'),
      frameResult('code.grid.scroll frame', files, scrolled, 'frames'),
    ];
  } finally {
    await browser.close();
    await stopHost(host);
    using core = openBenchCore(context.folder);
    await core.client.workspace.open({ path });
    requireSame('code.grid.keystroke', countCodings(core), await answeredAmong(core, files, keyPairs));
  }
}

/** Of the first rows of the grid those with an answer: so many themes the keys put. */
async function answeredAmong(core: Core, files: SurveyFiles, rows: number): Promise<number> {
  const variableIds = [await openQuestion(core, files)];
  const page = await core.client.coding.grid({
    projectId: files.projectId,
    source: { kind: 'answers', variableIds },
    from: 0,
    limit: rows,
  });
  return page.rows.filter((row) => row.textId !== null).length;
}

function frameResult(name: string, files: SurveyFiles, frames: readonly { readonly busyMs: number }[], of: 'keys' | 'frames'): Result {
  const costs = frames.map(({ busyMs }) => busyMs);
  const over = costs.filter((ms) => ms > frameMs).length;
  return single(name, files.name, `${frameMs} ms`, quantile(costs, 0.95) / frameMs, {
    target: { good: 1 },
    note: `p50 ${quantile(costs, 0.5).toFixed(1)} ms, p99 ${quantile(costs, 0.99).toFixed(1)} ms, ${over} of ${costs.length} ${of} over`,
  });
}

/** A copy with one theme on the digit 1, closed again so that a host can hold it. */
async function openAndClose(context: BenchContext, files: SurveyFiles): Promise<{ readonly path: string }> {
  using core = await openCopy(context, files, `grid-made-${files.name}`);
  await withQuickTheme(core, files);
  return { path: core.session.workspace.path };
}

/** The grid at any size: a page anywhere, one theme with its counts, and what keys cost the page. */
export const codingGrid: Bench<BenchContext> = {
  name: 'code.grid',
  run: async (context) => {
    const results: Result[] = [];
    for (const files of context.sizes) {
      const few = await openCoded(context, files, false);
      using _few = few.core;
      const many = await openCoded(context, files, true);
      using _many = many.core;
      results.push(await paging(few, files), await codingOne(many, few, files));
    }
    const browser = await findChromium();
    const largest = context.sizes.at(-1);
    if (browser === null || largest === undefined) return [...results, single('code.grid.keystroke', '', 'no Chromium here', Number.NaN)];
    for (const files of [context.small, largest]) results.push(...(await inBrowser(context, files, browser)));
    return results;
  },
};
