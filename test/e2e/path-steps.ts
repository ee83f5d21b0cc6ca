import type { Locator, Page } from '@playwright/test';
import { expect, focusOf, goTo, pick } from './host.ts';

/** A file as it came out of the program. */
export interface TakenFile {
  /** The name that the program proposed. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** Where the hosts differ: how a file leaves the program. (Choosing a file to bring in is Chromium's own doing in both.) */
export interface Exits {
  /** Lets `order` press the keys that order one file, and answers that file as it lies on the disk. */
  readonly takeFile: (order: () => Promise<void>) => Promise<TakenFile>;
}

/** What each kind of exported file begins with, in the order of the export dialog's digits. */
const beginnings = [
  ['xlsx', Buffer.from('PK')],
  ['csv', Buffer.from([0xef, 0xbb, 0xbf])],
  ['svg', Buffer.from('<')],
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
] as const;

const words = ['At noen tar telefonen.', 'Turgruppa på torsdager.', 'Ventetida, elleve uker.', 'En dør som var åpen om natta.'];
/** Q1 consent, Q2-Q6 background, Q7 scale; after these the caret stands in Q8, weeks. */
const upToWeeks = ['1', '1', '2', '2', '1', '1', '4'];
/** More than any screen's tab stops on the way to what is looked for. */
const mostTabs = 60;

/** How long a key is held: a practised hand's pace, some fifteen keys a second. */
const heldMs = 0;

/** Presses keys one by one, as a person would. */
async function keys(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) await page.keyboard.press(name, { delay: heldMs });
}

/**
 * Focus stands on something. A screen that has just been opened may take the blink of an eye to place it; longer than that, and a
 * person's next key would be lost.
 */
export async function expectFocus(page: Page): Promise<void> {
  await expect.poll(() => focusOf(page), { message: 'focus was lost to the body', timeout: 500, intervals: [20] }).not.toBe('body');
}

/** Walks to `target` with Tab or Shift+Tab alone, never setting focus by script. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let turn = 0; turn < mostTabs; turn += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target, `not reached by ${mostTabs} × ${key}`).toBeFocused();
}

/** Focus is on the current question; in a grid on its row. */
async function expectQuestionFocus(page: Page): Promise<void> {
  await expect(page.locator('[data-current]:focus, [data-current] :focus')).toHaveCount(1);
}

/** The program stands with the sample open. */
export async function seeSample(page: Page): Promise<void> {
  await expect(page.locator('main h1')).toBeVisible();
  await expect(page.locator('body')).toContainText('Fjordvik');
}

/** N opens the form with everything from the last interview; Ctrl+Enter starts interview `code`. */
export async function startInterview(page: Page, code: string): Promise<void> {
  await goTo(page, 'Intervjuer');
  await expect(page.getByRole('heading', { name: 'Intervjuer', level: 1 })).toBeVisible();
  await expectFocus(page);
  await page.keyboard.press('n');
  await expect(page.getByRole('button', { name: /Start/u }).first()).toBeVisible();
  await expectFocus(page);
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/\/enter/u);
  await expect(page.getByRole('heading', { name: new RegExp(code, 'u') })).toBeVisible();
  await expectQuestionFocus(page);
}

/** Enters all 24 questions of a new interview, completes it and finds it in the list. */
export async function enterWholeInterview(page: Page, code: string): Promise<void> {
  await startInterview(page, code);
  await keys(page, ...upToWeeks);
  // Q8 weeks, then the grid Q9-Q12, Q13, Q14.
  await keys(page, '6', 'Enter', '5', '4', '3', '4', '1', '8');
  // Q15 several, Q16 the three most important, Q17-Q20.
  await keys(page, '0', '1', '0', '4', 'Enter', '8', '4', '1', '7', '1', '1', '3');
  for (const text of words) {
    await expectFocus(page);
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await expectFocus(page);
  await page.keyboard.press('Control+Enter');
  await goTo(page, 'Intervjuer');
  const row = page.getByRole('row', { name: new RegExp(code, 'u') });
  await expect(row).toContainText('24');
  await expect(row).toContainText(/ferdig/iu);
  await expectFocus(page);
}

/** Enters the first ten questions, and waits until they must be in the file. */
export async function enterHalfInterview(page: Page, code: string): Promise<void> {
  await startInterview(page, code);
  await keys(page, ...upToWeeks, '6', 'Enter', '5', '4');
  await seeHalfInterview(page);
  // The core does things in the order they come: once it has answered what was asked after them, the answers are written.
  await page.keyboard.press('Control+K');
  await page.keyboard.type(code);
  await expect(page.getByRole('option', { name: new RegExp(code, 'u') }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expectQuestionFocus(page);
  await expect(page.locator('footer')).toContainText('Alt er lagret');
}

/** Goes to the interview that was broken off: the same question, with every answer before it. */
export async function findHalfInterview(page: Page, code: string): Promise<void> {
  await goTo(page, code);
  await expect(page.getByRole('heading', { name: new RegExp(code, 'u') })).toBeVisible();
  await seeHalfInterview(page);
  await expectFocus(page);
}

async function seeHalfInterview(page: Page): Promise<void> {
  await expect(page.locator('[data-current]')).toContainText('Jeg er med og bestemmer');
  await expect(page.locator('main')).toContainText('6 uker');
  await expect(page.locator('main')).toContainText('10 svar, 2 ikke spurt');
}

/** Types an answer of `weeks` into a new interview's field for weeks, and leaves it there, neither confirmed nor left. */
export async function leaveHalfTyped(page: Page, code: string, weeks: number): Promise<void> {
  await startInterview(page, code);
  await keys(page, ...upToWeeks);
  await expect(page.locator('[data-current] input')).toBeFocused();
  await page.keyboard.type(String(weeks));
  await expect(page.locator('[data-current] input')).toHaveValue(String(weeks));
}

/** Imports the comments of 1998 patients, and undoes it as one step. */
export async function importSurvey(page: Page, file: string): Promise<void> {
  await goTo(page, 'Hent inn en undersøkelse');
  await expect(page.getByRole('button', { name: /Velg fil|Velg en fil/u })).toBeVisible();
  await expectFocus(page);
  const choosing = page.waitForEvent('filechooser');
  await tabTo(page, page.getByRole('button', { name: /Velg fil|Velg en fil/u }));
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(file);
  await expect(page.locator('main')).toContainText(/1[\s ]998 rader/u);
  await expectFocus(page);
  await tabTo(page, page.getByRole('button', { name: 'Se hva som skjer' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Dette skjer' })).toBeVisible();
  // Five cells hold no number; they are named, and stand without an answer unless a person says otherwise.
  await expect(page.locator('main')).toContainText('5 celler passer ikke');
  await expect(page.getByRole('radio', { name: 'Hent inn resten, og la dem stå uten svar' })).toBeChecked();
  await expectFocus(page);
  const go = page.getByRole('button', { name: /^Hent inn/u });
  await expect(go).toBeEnabled();
  await tabTo(page, go);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Svarene er hentet inn' })).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('main')).toContainText(/1[\s ]998 rader i filen, ingen tomme, 1[\s ]998 lest/u);
  await expect(page.locator('footer')).toContainText('Alt er lagret');
  await expectFocus(page);
  await page.keyboard.press('Control+z');
  await expect(page.locator('footer')).toContainText(/Angret/u, { timeout: 30_000 });
  await expectFocus(page);
}

/** Codes one answer by typing, by a digit (undone by name) and on two selected words. */
export async function codeAnswer(page: Page): Promise<void> {
  await goTo(page, 'Koding');
  await expect(page.locator('main')).toContainText('kodet');
  await expectFocus(page);
  const current = page.locator('[role="row"][data-current]');
  // A person waits for the answers before coding them.
  await expect(current).toBeFocused();
  await keys(page, 'Control+ArrowDown', 's', 't', 'i', 'g');
  await expect(page.getByRole('option', { name: /Stigma/u })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('footer')).toContainText(/tema «Stigma» på svar R\d+\/21/u);
  await expect(current.locator('[data-chip]', { hasText: 'Stigma' })).toBeVisible();
  await expectFocus(page);
  await page.keyboard.press('2');
  await expect(page.locator('footer')).toContainText(/«Ventetid»/u);
  await expect(current.locator('[data-chip]', { hasText: 'Ventetid' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.locator('footer')).toContainText(/Angret: tema «Ventetid»/u);
  await expect(current.locator('[data-chip]', { hasText: 'Ventetid' })).toHaveCount(0);
  await expectFocus(page);
  await page.keyboard.press('F2');
  await keys(page, 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight', 'b', 'o', 'l', 'i');
  await expect(page.getByRole('option', { name: /Bolig/u }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('footer')).toContainText(/«Bolig»/u);
  await expect(current.locator('[data-chip]', { hasText: 'Bolig' })).toContainText('del av svaret');
  await expectFocus(page);
}

/** What has left in the sample: one table by itself, and a draft of a report. */
const sampleReleases = 9;

/** Sees a chart and its table, takes them out in four formats, and finds the four releases in the register beside those that the sample begins with. */
export async function exportExhibit(page: Page, exits: Exits): Promise<void> {
  await goTo(page, 'Analyse');
  await expect(page.locator('main').getByRole('img').first()).toBeVisible();
  await expectFocus(page);
  // One that has not left: with the interviews of this walk, a table of the report's draft could be subtracted from it.
  await page.keyboard.press('r');
  await pick(page, 'hjelp da', /fikk hjelp da/iu);
  await expect(page.getByRole('heading', { level: 1, name: /fikk hjelp da/iu })).toBeVisible();
  await expect(page.locator('main').getByRole('img').first()).toBeVisible();
  await expectFocus(page);
  await page.keyboard.press('d');
  await expect(page.locator('main').getByRole('img')).toHaveCount(0);
  await expect(page.locator('main').getByRole('grid').first()).toBeVisible();
  await expectFocus(page);
  await page.keyboard.press('d');
  await expect(page.locator('main').getByRole('img').first()).toBeVisible();
  for (const [index, [ending, beginning]] of beginnings.entries()) {
    const { name, bytes } = await exits.takeFile(() => orderFile(page, index + 1));
    expect(name).toMatch(new RegExp(`\\.${ending}$`, 'u'));
    expect(bytes.subarray(0, beginning.length).toString('hex')).toBe(beginning.toString('hex'));
    if (ending === 'svg') expect(bytes.toString()).toContain('</svg>');
    await expect(page.locator('footer')).toContainText(`Utlevering ${sampleReleases + index + 1}: ${name}`);
    await expectFocus(page);
  }
  await goTo(page, 'Utleveringer');
  await expect(page.getByRole('row')).toHaveCount(1 + sampleReleases + beginnings.length);
  await expectFocus(page);
}

/** Orders what is shown by keys: E, the format's digit, Ctrl+Enter. */
async function orderFile(page: Page, digit: number): Promise<void> {
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectFocus(page);
  await page.keyboard.press(String(digit));
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}
