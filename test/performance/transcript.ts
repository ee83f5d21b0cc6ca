import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { createChance } from '../../scripts/sample/random.ts';
import { ProjectId, TextId, type ThemeId } from '../../shared/model/ids.ts';
import { startHost, stopHost } from '../e2e/host.ts';
import { quantile } from '../support/entry-timing.ts';
import { findChromium } from '../support/find-chromium.ts';
import { requireSame, single, type Bench, type Result } from './result.ts';
import { openBenchCore, type BenchContext } from './workspaces.ts';

const name = 'transcript';
/** One frame of a display that shows sixty a second, ms. */
const frameMs = 16;
/** What a person takes for at once, ms. */
const atOnceMs = 100;
const adds = 12;

interface Size {
  readonly name: string;
  readonly characters: number;
  readonly codings: number;
}
const usual: Size = { name: '500k / 5k', characters: 500_000, codings: 5000 };
const large: Size = { name: '2M / 20k', characters: 2_000_000, codings: 20_000 };

interface Transcript {
  readonly path: string;
  readonly projectId: ProjectId;
  readonly textId: TextId;
}

const sayings = [
  'Vi ventet lenge før noen ringte tilbake.',
  'Da brevet kom, forsto vi ikke hva det betydde.',
  'Det ble bedre da vi fikk én å snakke med.',
  'Ingen spurte hvordan det gikk hjemme.',
  'I juli var alt stengt, og da hjalp det lite med et nummer.',
];

/** Paragraphs of about five hundred characters, as people talk. */
function writeWords(characters: number): string {
  const chance = createChance(11);
  const paragraphs: string[] = [];
  for (let length = 0; length < characters;) {
    const words = Array.from({ length: 11 }, () => sayings[chance.below(sayings.length)] ?? '').join(' ');
    paragraphs.push(words);
    length += words.length + 1;
  }
  return paragraphs.join('\n').slice(0, characters);
}

/** A workspace with one long document, fifty themes, overlapping codings of all of them, and a free theme on the digit 1. */
async function makeTranscript(context: BenchContext, size: Size): Promise<Transcript> {
  mkdirSync(context.folder, { recursive: true });
  const path = join(context.folder, `transcript-${size.codings}.rost`);
  using core = openBenchCore(context.folder);
  await core.client.workspace.create({ path });
  const themes: ThemeId[] = [];
  for (let at = 0; at < 50; at += 1)
    themes.push((await core.client.themes.create({ term: `Tema ${at}`, language: 'nb', parentId: null })).themeId);
  const free = (await core.client.themes.create({ term: 'Nytt tema', language: 'nb', parentId: null })).themeId;
  const { workspace } = core.session;
  const projectId = ProjectId.parse(workspace.newId());
  const textId = TextId.parse(workspace.newId());
  const intent = workspace.sourceFor('bench');
  workspace.operations.run({ ...intent, kind: 'bench', labelId: 'bench', isUndoable: false }, () => {
    const body = writeWords(size.characters);
    const at = '2026-01-01T10:00:00.000Z';
    workspace.sql.insert('project', { id: projectId, kind: 'user-evaluation', name: 'Fjordvik', status: 'running' });
    workspace.sql.insert('text', { id: textId, project_id: projectId, kind: 'document', language: 'nb', body });
    workspace.sql.insert('document', {
      id: workspace.newId(),
      project_id: projectId,
      text_id: textId,
      title: 'Samtale',
      kind: 'transcript',
      added_by: intent.actorId,
      added_at: at,
    });
    const chance = createChance(12);
    for (let index = 0; index < size.codings; index += 1) {
      const start = chance.below(body.length - 400);
      workspace.sql.insert('coding', {
        id: workspace.newId(),
        text_id: textId,
        theme_id: themes[index % themes.length] ?? '',
        coder_id: intent.actorId,
        is_whole: 0,
        start_offset: start,
        end_offset: start + 20 + chance.below(360),
        coded_at: at,
      });
    }
  });
  await core.client.coding.setQuickTheme({ projectId, digit: 1, themeId: free });
  return { path, projectId, textId };
}

interface Seen {
  /** From the address until the words are painted, ms. */
  readonly shownMs: number;
  /** What opening cost the page's main thread, ms. */
  readonly mountMs: number;
  /** What each theme put on a word cost the main thread, and how long until its name stood beside the word, ms. */
  readonly addMs: readonly number[];
  readonly paintedMs: readonly number[];
  readonly jumpMs: readonly number[];
}

/** What the program has the page do; painting is the browser's, and done in software here. */
const counted = new Set(['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration']);

async function busy(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = metrics.filter((metric) => counted.has(metric.name)).reduce((sum, metric) => sum + metric.value, 0);
  return seconds * 1000;
}

/** Script, style and layout of the page's main thread while something ran, ms. */
async function cost(session: CDPSession, run: () => Promise<void>): Promise<number> {
  const before = await busy(session);
  await run();
  return (await busy(session)) - before;
}

/** The built program in a real browser: the text is opened, coded by keys, and scrolled to its middle and back. */
async function use(
  context: BenchContext,
  transcript: Transcript,
  found: { executablePath: string; args: readonly string[] },
): Promise<Seen> {
  const host = await startHost([transcript.path], join(context.folder, `host-${transcript.textId}`));
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: [...found.args, '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(host.address);
    await page.locator('h1').first().waitFor();
    const session = await page.context().newCDPSession(page);
    // Processor time of the thread, without waits for others on the machine.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await goTo(page, `/projects/${transcript.projectId}/coding/texts`);
    await page.locator('h1').first().waitFor();
    const began = performance.now();
    const mountMs = await cost(session, async () => {
      await goTo(page, `/projects/${transcript.projectId}/coding/texts/${transcript.textId}`);
      await page.locator('[data-lane]').first().waitFor();
      await nextFrame(page);
    });
    const shownMs = performance.now() - began;
    const addMs: number[] = [];
    const paintedMs: number[] = [];
    for (let index = 0; index < adds; index += 1) {
      for (let word = 0; word < 3; word += 1) await page.keyboard.press('Control+ArrowRight');
      await page.keyboard.press('Shift+Space');
      await nextFrame(page);
      const asked = performance.now();
      addMs.push(
        await cost(session, async () => {
          await page.keyboard.press('1');
          // Moving the caret lets go of the segment at hand; the new one is at hand as soon as it is there.
          await page.waitForFunction(() => document.querySelector('[data-lane][aria-pressed="true"]')?.textContent?.includes('Nytt tema'));
          await nextFrame(page);
        }),
      );
      paintedMs.push(performance.now() - asked);
    }
    const jumpMs: number[] = [];
    for (const share of [0.5, 0.9, 0.2, 0.7, 0]) {
      jumpMs.push(
        await cost(session, async () => {
          await page.evaluate((to) => {
            const frame = document.querySelector('[role="document"]')?.parentElement;
            frame?.scrollTo({ top: frame.scrollHeight * to });
          }, share);
          await nextFrame(page);
        }),
      );
    }
    return { shownMs, mountMs, addMs, paintedMs, jumpMs };
  } finally {
    await browser.close();
    await stopHost(host);
  }
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

async function countCodings(context: BenchContext, transcript: Transcript): Promise<number> {
  using core = openBenchCore(context.folder);
  await core.client.workspace.open({ path: transcript.path });
  return (await core.client.texts.read({ textId: transcript.textId })).codings.length;
}

function middle(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function resultsOf(size: Size, seen: Seen): Result[] {
  return [
    single(`${name}.mount`, size.name, `${atOnceMs} ms`, seen.mountMs / atOnceMs, {
      target: { good: 2, hard: 1 },
      note: `main thread ${seen.mountMs.toFixed(0)} ms, on screen after ${seen.shownMs.toFixed(0)} ms`,
    }),
    single(`${name}.add`, size.name, `${frameMs} ms`, middle(seen.addMs) / frameMs, {
      target: { good: 2, hard: 1 },
      note: `main thread ${middle(seen.addMs).toFixed(1)} ms, its name beside the word after ${middle(seen.paintedMs).toFixed(0)} ms, ${adds} adds`,
    }),
    single(`${name}.jump`, size.name, `${frameMs} ms`, middle(seen.jumpMs) / frameMs, {
      target: { good: 2, hard: 1 },
      note: `main thread ${middle(seen.jumpMs).toFixed(1)} ms per jump`,
    }),
  ];
}

/**
 * A long transcript opened, coded and scrolled in the page. Against the time a person takes for at once and the time of a frame; and
 * four times the text against itself, since adding a coding must not cost more in a longer text.
 */
export const transcript: Bench<BenchContext> = {
  name,
  run: async (context) => {
    const found = await findChromium();
    if (found === null) return [single(name, '', 'no Chromium here', Number.NaN)];
    const results: Result[] = [];
    const seen: Seen[] = [];
    for (const size of [usual, large]) {
      const made = await makeTranscript(context, size);
      const one = await use(context, made, found);
      requireSame(name, await countCodings(context, made), size.codings + adds);
      seen.push(one);
      results.push(...resultsOf(size, one));
    }
    const [small, big] = seen;
    if (small === undefined || big === undefined) return results;
    const scale = (own: readonly number[], peer: readonly number[]): number => middle(own) / middle(peer);
    return [
      ...results,
      single(`${name}.scale`, large.name, `itself at ${usual.name}`, scale(big.addMs, small.addMs), {
        target: { good: 1.5, hard: 1.05 },
        note: `until its name is there: ${scale(big.paintedMs, small.paintedMs).toFixed(2)}`,
      }),
    ];
  },
};
