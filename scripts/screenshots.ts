import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { startHost, stopHost } from '../test/e2e/host.ts';
import { findPlaces, pathOf, screens, settled, visit } from '../test/e2e/screens.ts';
import { findChromium } from '../test/support/find-chromium.ts';
import { root } from './run-command.ts';

/**
 * Takes the pictures: `npm run visual` puts the guide's (light, Bokmål and English) into docs/guide/images; with `--all` every screen
 * also dark, in high contrast and small goes to .cache/screens, to be looked at.
 */
interface Look {
  readonly folder: string;
  readonly suffix: string;
  readonly language: 'nb' | 'en' | 'sv';
  readonly scheme: 'light' | 'dark';
  readonly contrast: 'system' | 'more';
  readonly width: number;
  readonly height: number;
}

const guide = join(root, 'docs', 'guide', 'images');
const looking = join(root, '.cache', 'screens');
const plain = { scheme: 'light', contrast: 'system', width: 1280, height: 800 } as const;
const looks: readonly Look[] = [
  { ...plain, folder: guide, suffix: '-nb', language: 'nb' },
  { ...plain, folder: guide, suffix: '-en', language: 'en' },
  ...(process.argv.includes('--all')
    ? [
        { ...plain, folder: looking, suffix: '-dark', language: 'nb' as const, scheme: 'dark' as const },
        { ...plain, folder: looking, suffix: '-contrast', language: 'nb' as const, contrast: 'more' as const },
        { ...plain, folder: looking, suffix: '-small', language: 'sv' as const, width: 1024, height: 700 },
        { ...plain, folder: looking, suffix: '-large', language: 'nb' as const, width: 1920, height: 1080 },
      ]
    : []),
];

/** A page that looks as asked for, before anything is loaded. */
async function newPage(browser: Browser, look: Look): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.scheme,
    reducedMotion: 'reduce',
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
  });
  await page.addInitScript(({ language, contrast }) => localStorage.setItem('rost.preferences', JSON.stringify({ language, contrast })), {
    language: look.language,
    contrast: look.contrast,
  });
  return page;
}

async function shoot(browser: Browser, look: Look): Promise<void> {
  mkdirSync(look.folder, { recursive: true });
  const host = await startHost(['--sample']);
  const page = await newPage(browser, look);
  await page.goto(host.address);
  const places = await findPlaces();
  for (const screen of screens) {
    await visit(page, pathOf(screen, places));
    await settled(page);
    await page.screenshot({ path: join(look.folder, `${screen.name}${look.suffix}.png`) });
  }
  await shootDraft(page, look, pathOf({ name: 'questionnaires', path: '/projects/$project/questionnaires' }, places));
  await page.close();
  await stopHost(host);
  await shootStart(browser, look);
}

/** A questionnaire being written: a new version of the sample's, with one question open. */
async function shootDraft(page: Page, look: Look, path: string): Promise<void> {
  await visit(page, path);
  await settled(page);
  await page.getByRole('button', { name: /^(Lag en ny versjon|Skapa en ny version|Make a new version)$/u }).click();
  await page.waitForURL(/\/edit$/u);
  await settled(page);
  await page.locator('[data-row]').nth(3).click();
  await settled(page);
  await page.screenshot({ path: join(look.folder, `draft${look.suffix}.png`) });
}

/** The screen that stands before any workspace is open. */
async function shootStart(browser: Browser, look: Look): Promise<void> {
  const host = await startHost([]);
  const page = await newPage(browser, look);
  await page.goto(host.address);
  await settled(page);
  await page.screenshot({ path: join(look.folder, `start${look.suffix}.png`) });
  await page.close();
  await stopHost(host);
}

const found = await findChromium();
if (found === null) {
  process.stderr.write('No Chromium was found, so no pictures were taken.\n');
  process.exit(1);
}
const browser = await chromium.launch({
  executablePath: found.executablePath,
  args: [...found.args, '--disable-gpu', '--disable-background-networking'],
});
for (const look of looks) await shoot(browser, look);
await browser.close();
