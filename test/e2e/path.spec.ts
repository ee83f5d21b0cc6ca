import { existsSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, startHost, stopHost, test } from './host.ts';
import {
  codeAnswer,
  enterHalfInterview,
  enterWholeInterview,
  exportExhibit,
  findHalfInterview,
  importSurvey,
  seeSample,
  type Exits,
} from './path-steps.ts';
import { findSampleCopy, patientComments } from './path-files.ts';

/** A file leaves a browser as a download. */
function exitsOf(page: Page): Exits {
  return {
    takeFile: async (order) => {
      const [download] = await Promise.all([page.waitForEvent('download'), order()]);
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    },
  };
}

test.describe('the path through the program, by keyboard only', () => {
  test('[F19] [F20] [F21] [F22] a whole interview of 24 questions is entered, completed and found again', async ({ rost }) => {
    await seeSample(rost);
    await enterWholeInterview(rost, 'R065');
  });

  test('[F23] the core is killed in the middle, and the interview reopens on the same question with every answer', async ({ page }) => {
    const first = await startHost(['--sample']);
    await page.goto(first.address);
    await seeSample(page);
    await enterHalfInterview(page, 'R065');
    first.process.kill('SIGKILL');
    await new Promise((resolve) => first.process.once('exit', resolve));
    const second = await startHost([findSampleCopy(first.folder)], first.folder);
    await page.goto('about:blank');
    await page.goto(second.address);
    await seeSample(page);
    await findHalfInterview(page, 'R065');
    await stopHost(second);
  });

  test('[F29] [F48] a survey file of others is imported with its own row count, and undone as one step', async ({ rost }) => {
    test.skip(!existsSync(patientComments), '../shared/data is not here');
    test.setTimeout(120_000);
    await importSurvey(rost, patientComments);
  });

  test('[F45] [F46] an answer is coded by typing a theme, by a digit and on a selection, and undone by name', async ({ rost }) => {
    await codeAnswer(rost);
  });

  test('[F72] [F73] [F77] [F82] tables and a chart are seen, and leave the program as released in four forms', async ({ rost, host }) => {
    test.setTimeout(120_000);
    await exportExhibit(rost, exitsOf(rost));
    expect(host.address).toContain('127.0.0.1');
  });
});
