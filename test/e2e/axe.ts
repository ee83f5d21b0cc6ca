import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

/** One of axe's rules that is broken, and where. */
export interface Finding {
  readonly rule: string;
  readonly where: readonly string[];
}

/** Runs axe in the page's own world through the debugger, which the page's policy does not bind. */
export async function findings(page: Page): Promise<Finding[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  const expression = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => ({ rule: id, where: nodes.slice(0, 4).map((node) => node.html.slice(0, 160)) }))))`;
  const { result } = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  await session.detach();
  // The expression above gives text of exactly this form.
  return JSON.parse(String(result.value)) as Finding[];
}
