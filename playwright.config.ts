import { defineConfig } from '@playwright/test';
import { findChromium } from './test/support/find-chromium.ts';

const found = await findChromium();

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: '.cache/e2e',
  globalSetup: './test/e2e/global-setup.ts',
  fullyParallel: false,
  workers: 2,
  // On a machine that others use too a browser may be late once; a test that passes only at the second try is named as flaky.
  retries: process.env['CI'] === 'true' ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 8_000 },
  reporter: [['dot'], ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ?? '.cache/results/playwright.json' }]],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    trace: 'off',
    launchOptions: {
      ...(found === null ? {} : { executablePath: found.executablePath }),
      args: [...(found?.args ?? []), '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
    },
  },
});
