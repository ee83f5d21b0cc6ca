import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

/*
 * Pictures of every part in every mode, for looking at: `node test/visual/gallery/shoot.ts [part …]`.
 * They land in .cache/gallery and are compared by eye with the visual direction, not by a test.
 */

const parts = ['controls', 'fields', 'lists', 'tables', 'states'];
const modes = { light: '', dark: 'theme=dark', contrast: 'contrast=more', contrastdark: 'theme=dark&contrast=more', dense: 'density=high' };

const folder = fileURLToPath(new URL('.', import.meta.url));
const out = fileURLToPath(new URL('../../../.cache/gallery/', import.meta.url));
const wanted = process.argv.slice(2).filter((name) => parts.includes(name));
const wantedModes = process.argv.slice(2).filter((name) => name in modes);

const server = await createServer({ configFile: `${folder}vite.config.ts`, server: { port: 0 }, logLevel: 'error' });
await server.listen();
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking'],
});
mkdirSync(out, { recursive: true });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
page.on('console', (message) => {
  if (message.type() === 'error' || message.type() === 'warning') {
    console.log(`${message.type()}: ${message.text()}`);
  }
});
page.on('pageerror', (error) => console.log(`page error: ${error.message}`));
for (const part of wanted.length > 0 ? wanted : parts) {
  for (const [mode, query] of Object.entries(modes)) {
    if (wantedModes.length > 0 && !wantedModes.includes(mode)) {
      continue;
    }
    await page.goto(`${address}?part=${part}&${query}`, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(150);
    await page.screenshot({ path: `${out}${part}-${mode}.png` });
  }
}
await browser.close();
await server.close();
