import type { Page } from '@playwright/test';
import type { QuestionnaireSpec } from '../../shared/model/questionnaire-spec.ts';
import { everyQuestion } from '../support/every-question.ts';
import { ask, option, part } from '../support/entry-forms.ts';
import { longForm } from '../support/long-form.ts';
import { answersIn, goToQuestion, hostWithForm, openEntry, press, withForm } from './entry-host.ts';
import { expect, saved, startHost, stopHost, test } from './host.ts';

test.describe('nothing is lost', () => {
  test('[E14] two windows change one answer: the later writer is told, sees both, and chooses', async ({ page }) => {
    await withForm(async (entry) => {
      await openEntry(page, entry);
      const other = await page.context().newPage();
      await openEntry(other, entry);
      for (const window of [page, other]) await goToQuestion(window, '23');
      await page.keyboard.type('Det var fint på Loftet.');
      await other.keyboard.type('Noe helt annet.');
      await expect(other.getByRole('alert')).toContainText('Svaret er endret et annet sted');
      await press(other, 'Enter');
      await expect(other.getByRole('group', { name: 'To utgaver av svaret' })).toContainText('Det var fint på Loftet.');
      await press(other, '3');
      await other.keyboard.type(' Og Loftet.');
      await press(other, 'Enter');
      await saved(other);
      await expect.poll(() => answersIn(entry.path, entry.interviewId).at(-1)?.txt).toBe('Noe helt annet. Og Loftet.');
    }, everyQuestion);
  });

  test('words pasted from other programs are kept: what the file does not take is left out', async ({ page }) => {
    await withForm(async (entry) => {
      await openEntry(page, entry);
      await press(page, '1');
      await goToQuestion(page, '23');
      await page.locator('[data-current] textarea').evaluate((field) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', 'Linje én\u000Blinje to\u0002');
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      });
      await expect(page.locator('[data-current] textarea')).toHaveValue('Linje én\nlinje to');
      await expect.poll(() => answersIn(entry.path, entry.interviewId).at(-1)?.txt).toBe('Linje én\nlinje to');
    }, everyQuestion);
  });

  test('[E14] two windows write in one remark: the later writer sees both, wherever one has gone, and chooses', async ({ page }) => {
    await withForm(async (entry) => {
      await openEntry(page, entry);
      await press(page, '1');
      const other = await page.context().newPage();
      await openEntry(other, entry);
      for (const window of [page, other]) {
        await goToQuestion(window, '13');
        await press(window, 'Control+Shift+m');
        await expect(window.getByRole('textbox', { name: 'Merknad til spørsmål 13' })).toBeFocused();
      }
      // Both are being typed before either is in the file; which comes first is not said.
      await Promise.all([page.keyboard.type('Nølte'), other.keyboard.type('Lo')]);
      for (const window of [page, other]) await press(window, 'Enter');
      const both = (window: Page) => window.getByRole('group', { name: 'Merknaden til spørsmål 13' });
      await expect.poll(async () => (await both(page).count()) + (await both(other).count())).toBe(1);
      const [later, mine] = (await both(page).count()) === 1 ? ([page, 'Nølte'] as const) : ([other, 'Lo'] as const);
      await expect(both(later)).toContainText('Nølte');
      await goToQuestion(later, '23');
      await expect(both(later)).toContainText('Lo');
      await both(later).getByRole('button', { name: mine }).press('Enter');
      await expect(both(later)).toBeHidden();
      for (const window of [page, other]) await expect(window.getByRole('button', { name: `13 ${mine}` })).toBeVisible();
    }, everyQuestion);
  });

  test('[F11] [F35] words beside "other" of a finished interview are written with the reason for changing them', async ({ page }) => {
    const who = ask('hvem', 'one', 'Hvem hjalp deg?', { options: [option(1, 'Legen'), option(2, 'Andre', { asksWhat: true })] });
    const form: QuestionnaireSpec = {
      ...longForm(1).spec,
      scales: [],
      sections: [part('Del', [who, ask('lenge', 'yes-no', 'Lenge?', { options: [option(1, ''), option(2, '')] })])],
    };
    await withForm(async (entry) => {
      await openEntry(page, entry);
      await press(page, '2');
      await page.keyboard.type('Naboen');
      await press(page, 'Enter', '1');
      await expect(page.getByRole('heading', { name: 'Siste side' })).toBeVisible();
      await press(page, 'Control+Enter');
      await expect(page).toHaveURL(/interviews(\?|$)/u);
      await saved(page);
      await openEntry(page, entry);
      await goToQuestion(page, '1');
      const words = page.locator('[data-current] input');
      await expect(words).toBeFocused();
      await page.keyboard.type(' og broren');
      await press(page, 'Enter');
      await expect(page.locator('[data-current]')).toContainText('Hvem hjalp deg?');
      await expect(page.getByRole('group', { name: 'Hvorfor det stemmer' })).toBeVisible();
      await press(page, '1');
      await expect(page.locator('[data-current]')).toContainText('Lenge?');
      await saved(page);
      await press(page, 'ArrowUp');
      await expect(words).toHaveValue('Naboen og broren');
    }, form);
  });

  test('[F35] a finished interview asks why before a round comes or goes, and before its facts change', async ({ page }) => {
    const form: QuestionnaireSpec = {
      ...longForm(1).spec,
      scales: [],
      sections: [part('Tilbud', [ask('tilbud', 'repeat', 'Tilbud'), ask('tilbudsnavn', 'open', 'Hva heter tilbudet?', { parent: 0 })])],
    };
    await withForm(async (entry) => {
      const current = page.locator('[data-current]');
      const why = page.getByRole('group', { name: 'Hvorfor det stemmer' });
      await openEntry(page, entry);
      await expect(current).toContainText('Tilbud: er det noen?');
      await press(page, '1');
      await expect(current.locator('textarea')).toBeFocused();
      await page.keyboard.type('Brygga');
      await press(page, 'Enter');
      await expect(current).toContainText('Tilbud: en til?');
      await press(page, '2');
      await expect(page.getByRole('heading', { name: 'Siste side' })).toBeVisible();
      await press(page, 'Control+Enter');
      await expect(page).toHaveURL(/interviews(\?|$)/u);
      await saved(page);

      await openEntry(page, entry);
      await press(page, 'ArrowUp');
      await expect(current).toContainText('Tilbud: en til?');
      await press(page, '1');
      await expect(why).toBeVisible();
      await press(page, 'Escape');
      await expect(why).toBeHidden();
      await press(page, '1', '2');
      await expect(current.locator('textarea')).toBeFocused();
      await expect(page.getByRole('heading', { name: 'Tilbud 2' })).toBeVisible();
      await page.getByRole('button', { name: 'Fjern runden' }).press('Enter');
      await expect(why).toBeVisible();
      await press(page, '3');
      await expect(page.getByRole('heading', { name: 'Tilbud 2' })).toBeHidden();

      await page.getByRole('button', { name: 'Endre opplysninger' }).press('Enter');
      await expect(page.getByLabel('Sammen med')).toBeHidden();
      await page.getByRole('button', { name: /Hvorfor endres det/u }).press('Enter');
      await page.getByRole('option', { name: 'slik det står på skjemaet' }).press('Enter');
      await expect(page.getByLabel('Sammen med')).toBeVisible();
      await saved(page);
    }, form);
  });

  test('[F22] [F23] killed while a long answer is being typed, it reopens on that question with what had been typed', async ({ page }) => {
    const entry = await hostWithForm(everyQuestion);
    const long = 'Jeg ventet i elleve uker uten å høre noe. '.repeat(20);
    await openEntry(page, entry);
    await press(page, '1');
    await goToQuestion(page, '23');
    await page.keyboard.type(long);
    await expect.poll(() => answersIn(entry.path, entry.interviewId).at(-1)?.txt, { timeout: 1500 }).toBe(long);
    entry.host.process.kill('SIGKILL');
    await new Promise((resolve) => entry.host.process.once('exit', resolve));
    const again = { ...entry, host: await startHost([entry.path], entry.host.folder) };
    await page.goto('about:blank');
    await openEntry(page, again);
    await expect(page.locator('[data-current] textarea')).toHaveValue(long);
    await expect(page.locator('[data-current] textarea')).toBeFocused();
    await page.keyboard.type('Så ringte de.');
    await expect(page.locator('[data-current] textarea')).toHaveValue(`${long}Så ringte de.`);
    await stopHost(again.host);
  });
});
