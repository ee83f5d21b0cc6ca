import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../electron/bridge/security-headers.ts';
import { wordsIn } from '../../electron/core/words.ts';
import { printedTable } from '../../shared/report-page/index.ts';
import type { ReportDocument } from '../../shared/contract/reports-document.ts';
import { findChromium, withoutChromium } from '../support/find-chromium.ts';
import { pdfSkip, pdfText } from '../support/pdf.ts';
import { reportDocument } from './report-fixture.ts';

const found = await findChromium();
if (found === null) withoutChromium('Printing a report is');
const skip = found === null ? 'no browser' : pdfSkip();
const origin = 'https://rost.test';

/** The page's own code for printing, as the build makes it. */
async function bundle(): Promise<ReadonlyMap<string, string>> {
  const made = await build({
    configFile: false,
    root: join(import.meta.dirname, '../..'),
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      target: 'chrome130',
      lib: { entry: 'renderer/features/reports/print-report.ts', formats: ['es'], fileName: 'print' },
    },
  });
  const outputs = [made].flat().flatMap((each) => ('output' in each ? each.output : []));
  return new Map(outputs.flatMap((each) => (each.type === 'chunk' ? [[`/${each.fileName}`, each.code] as const] : [])));
}

const logoSvg = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><rect width="120" height="40" fill="#063370"/></svg>';

/** The printed report with a logo and without photos: they come from the core, which is not here. */
function withLogoAlone(report: ReportDocument): ReportDocument {
  const logo = { sha256: '0'.repeat(64), mediaType: 'image/svg+xml', altText: 'Logoen til Erfaringsloftet' } as const;
  return {
    ...report,
    style: { ...report.style, logo },
    blocks: report.blocks.map((block) => ({ ...block, parts: block.parts.filter(({ kind }) => kind !== 'picture') })),
  };
}

function pdfinfo(pdf: Uint8Array, ...words: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'rost-pdf-'));
  try {
    writeFileSync(join(folder, 'report.pdf'), pdf);
    return execFileSync('pdfinfo', [...words, join(folder, 'report.pdf')], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 50_000_000,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.skipIf(skip !== null)(`[F85] [F86] a report printed${skip === null ? '' : ` (${skip})`}`, { timeout: 60_000 }, () => {
  let browser: Browser;
  let page: Page;
  let name = '';
  let isSaved = false;
  let pdf: Buffer = Buffer.alloc(0);
  const complaints: string[] = [];
  const report = withLogoAlone(reportDocument());

  beforeAll(async () => {
    const made = await bundle();
    const entry = [...made.keys()].find((file) => file.startsWith('/print')) ?? '';
    const files = new Map([...made, ['/start.js', `import { saveReport } from '${entry}'; Object.assign(globalThis, { saveReport });`]]);
    if (found === null) return;
    browser = await chromium.launch({ executablePath: found.executablePath, args: [...found.args] });
    const context = await browser.newContext({ colorScheme: 'dark' });
    page = await context.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.exposeFunction('savePdf', async (given: string) => {
      name = given;
      // As the desktop prints it.
      pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
      return true;
    });
    await page.addInitScript(() => {
      // The bridge of the desktop, as far as printing needs it.
      const { savePdf } = globalThis as unknown as { savePdf: (given: string) => Promise<boolean> };
      Object.assign(globalThis, { bridge: { info: { mode: 'desktop', platform: 'linux' }, host: { savePdf } } });
    });
    const head = { 'content-security-policy': contentSecurityPolicy(null) };
    await page.route(`${origin}/**`, async (route) => {
      const path = new URL(route.request().url()).pathname;
      const code = files.get(path);
      if (path === '/')
        await route.fulfill({
          contentType: 'text/html; charset=utf-8',
          headers: head,
          body: '<!doctype html><html lang="en"><title>Røst</title><body><main><h1>The screen</h1></main><script type="module" src="/start.js"></script>',
        });
      else if (code === undefined) await route.fulfill({ status: 404 });
      else await route.fulfill({ contentType: 'text/javascript', body: code });
    });
    await page.goto(`${origin}/`);
    await page.waitForFunction(() => 'saveReport' in globalThis);
    // Loading tries whether code may be made from text, which the policy denies; printing itself is to try nothing.
    complaints.length = 0;
    isSaved = await page.evaluate(
      ({ given, drawing }) => {
        // The start script puts it there.
        const { saveReport } = globalThis as unknown as {
          saveReport: (report: unknown, fileName: string, pictures: object) => Promise<boolean>;
        };
        // As the page has it from the core.
        const logo = URL.createObjectURL(new Blob([drawing], { type: 'image/svg+xml' }));
        return saveReport(JSON.parse(given), 'Rapport – utkast 3', { photos: new Map(), logo });
      },
      { given: JSON.stringify(report), drawing: logoSvg },
    );
  }, 120_000);
  afterAll(() => browser?.close());

  test('asks for a name with its ending, and leaves the screen as it was', async () => {
    expect(isSaved).toBe(true);
    expect(name).toBe('Rapport – utkast 3.pdf');
    expect(complaints).toEqual([]);
    expect(await page.title()).toBe('Røst');
    expect(
      await page.evaluate(() => [
        document.documentElement.lang,
        document.querySelectorAll('[data-print-alone]').length,
        document.adoptedStyleSheets.length,
      ]),
    ).toEqual(['en', 0, 0]);
  });

  test('is a tagged PDF with its title and language: headings, tables with heads, lists, quotes, charts in words', () => {
    const about = pdfinfo(pdf);
    expect(about).toMatch(/Title:\s+Bruker Spør Bruker Fjordvik 2026/u);
    expect(about).toMatch(/Tagged:\s+yes/u);
    expect(pdf.toString('latin1')).toMatch(/\/Lang \(nb\)/u);
    const structure = pdfinfo(pdf, '-struct');
    for (const element of ['H1', 'H2', 'H3', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'Figure', 'BlockQuote', 'Link'])
      expect(structure).toMatch(new RegExp(`^\\s*${element}\\b`, 'mu'));
    // The logo is seen and is said.
    expect(pdf.toString('latin1')).toMatch(/\/Alt\s*\(Logoen til Erfaringsloftet\)/u);
    const headers = structure.match(/^\s*TH\b/gmu) ?? [];
    expect(headers.length).toBeGreaterThan(60);
  });

  test('says every released figure, and not what is on the screen [F38]', () => {
    const text = pdfText(pdf).replaceAll(/\s+/gu, ' ');
    expect(text).not.toContain('The screen');
    const tables = report.blocks.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.kind === 'exhibit' && part.shows !== 'chart' ? [part.released] : [])),
    );
    for (const released of tables) {
      for (const { cells } of printedTable(released, wordsIn('nb')).rows) {
        for (const { text: figure, interval } of cells)
          expect([figure, interval].filter((each) => !text.includes(each.replaceAll(/\s/gu, ' ')))).toEqual([]);
      }
    }
  });

  test('has where it comes from and a number at every page’s foot, and wide tables on pages that lie across', () => {
    const pages = pdfText(pdf).split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(5);
    for (const [at, text] of pages.entries()) {
      expect(text).toContain(report.provenance);
      expect(text.trimEnd().endsWith(String(at + 1))).toBe(true);
    }
    const sizes = pdfinfo(pdf, '-f', '1', '-l', String(pages.length)).match(/size:\s+[\d.]+ x [\d.]+/gu) ?? [];
    const across = sizes.filter((size) => Number(/([\d.]+) x/u.exec(size)?.[1]) > 800);
    expect(across.length).toBeGreaterThan(0);
    expect(across.length).toBeLessThan(sizes.length / 3);
    expect(sizes).toHaveLength(pages.length);
  });

  test('lets no heading stand alone at a page’s foot', () => {
    const headings = report.blocks.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'heading' ? [part.text] : [])));
    // The first page ends with the contents, which name the headings.
    for (const text of pdfText(pdf).split('\f').slice(1, -1)) {
      const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      expect(headings).not.toContain(lines.at(-2)?.replace(/^[\d.]+\s+/u, ''));
    }
  });
});
