import type { Locator, Page } from '@playwright/test';
import { expect, focusOf, goTo, keys, saved, test } from './host.ts';

/** The question in hand, open for writing. */
const card = (page: Page) => page.locator('main [data-current][data-row]');
const row = (page: Page, wording: string) => page.locator('main [data-row]', { hasText: wording });

/** N, the words, Enter, and the digits of the type. */
async function ask(page: Page, wording: string, ...type: readonly string[]): Promise<void> {
  await keys(page, 'n');
  await page.keyboard.type(wording);
  await keys(page, 'Enter', ...type);
}

/** Pastes text where the caret stands, as the person's own Ctrl+V would. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await keys(page, 'Control+V');
}

/** Walks to `target` with Tab or Shift+Tab alone, never setting focus by script. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let turn = 0; turn < 60; turn += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

async function newQuestionnaire(page: Page, name: string): Promise<void> {
  await goTo(page, 'Spørreskjema');
  await expect(page.getByRole('heading', { name: 'Spørreskjema', level: 1 })).toBeVisible();
  await keys(page, 'n');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type(name);
  await keys(page, 'Enter');
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect.poll(() => focusOf(page)).not.toBe('body');
}

/** Ten questions of nine types, as fast as the keys come. */
async function askTen(page: Page): Promise<void> {
  await ask(page, 'Vil du være med?', '9', '1');
  await ask(page, 'Fikk du hjelp i år?', '8');
  await ask(page, 'Hvor fikk du hjelp?', '2');
  await page.keyboard.type('Fastlegen');
  await keys(page, 'Enter');
  await paste(page, '• Rusteamet\n• Botjenesten\n• Ingen av dem');
  await expect(card(page).getByRole('listitem')).toHaveCount(5);
  await keys(page, 'Enter');
  await ask(page, 'Hvor lenge ventet du?', '5');
  await ask(page, 'Jeg blir møtt med respekt.', '3');
  await expect(card(page).getByRole('combobox')).toBeFocused();
  await keys(page, 'Enter');
  await ask(page, 'Jeg får informasjon jeg forstår.', 'Enter');
  await expect(card(page)).toContainText('Helt enig');
  await ask(page, 'Hvor fornøyd er du?', '4');
  await ask(page, 'Når var siste møte?', '6');
  await ask(page, 'Hvem svarer?', '1');
  await paste(page, '01 Bruker\n02 Pårørende');
  await expect(card(page).getByRole('listitem')).toHaveCount(3);
  await keys(page, 'Enter');
  await ask(page, 'Hva er viktig for deg?', '7');
  await expect(page.locator('main [data-row]')).toHaveCount(11);
  await saved(page);
}

test.describe('the designer, by keyboard only', () => {
  test('[F1] [F7] [F8] [F9] [F11] [F12] a questionnaire is written, tried, translated and taken into use', async ({ rost: page }) => {
    test.setTimeout(120_000);
    await newQuestionnaire(page, 'Erfaringer 2026');
    await askTen(page);

    // [F1] Routing, typed: a letter finds the question, the sign finds its answers.
    await keys(page, 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp');
    await expect(card(page)).toContainText('Hvor fikk du hjelp?');
    await keys(page, 'r');
    await page.keyboard.type('fikk');
    await expect(page.getByRole('option', { name: /Fikk du hjelp i år/u })).toBeVisible();
    await keys(page, 'Enter');
    await expect(card(page).getByLabel('Spørres bare når')).toHaveValue(/^\$\{.+\}$/u);
    await page.keyboard.type(' = ');
    await keys(page, 'Enter', 'Enter');
    await expect(card(page)).toContainText('Spørres hvis spørsmål 2 er «Ja»');

    // A problem is named with its place, and the jump puts the caret there.
    await keys(page, 'ArrowDown', 'r');
    await page.keyboard.type('${fins_ikke} = 1');
    await expect(page.getByRole('region', { name: 'Det som må ses på' })).toContainText('må rettes');
    await keys(page, 'Escape', 'Home', 'Control+ArrowDown');
    await expect(card(page).getByLabel('Spørres bare når')).toBeFocused();
    await keys(page, 'Control+A', 'Delete', 'Enter');
    await expect(page.getByRole('region', { name: 'Det som må ses på' })).toContainText('Ingenting er i veien');

    // Order.
    await keys(page, 'Alt+ArrowDown');
    await expect(page.locator('main [data-row]').nth(5)).toContainText('Hvor lenge ventet du?');
    await expect(card(page)).toBeFocused();
    await keys(page, 'Alt+ArrowUp');
    await expect(page.locator('main [data-row]').nth(4)).toContainText('Hvor lenge ventet du?');

    // [F8] Tried: a no hides the question that depends on it.
    await keys(page, 'Home', 'ArrowDown', 't');
    const preview = page.getByRole('region', { name: 'Slik blir det' });
    await keys(page, '1', '2');
    await expect(row(page, 'Hvor fikk du hjelp?')).toContainText('Ikke spurt');
    await expect(preview).toContainText('Ikke spurt, fordi 2 er «Nei»');
    await keys(page, 'ArrowUp', '1');
    await expect(row(page, 'Hvor fikk du hjelp?')).not.toContainText('Ikke spurt');
    await keys(page, '1', '3', 'Enter');
    await expect(preview).toContainText('Fastlegen, Botjenesten');
    await keys(page, 'Escape');
    await expect(card(page)).toBeFocused();

    // [F11] A second language, side by side.
    await keys(page, 'Control+K');
    await page.keyboard.type('Velg språk');
    await expect(page.getByRole('option', { name: /Velg språk i skjemaet/u })).toBeVisible();
    await keys(page, 'Enter');
    await tabTo(page, page.getByRole('checkbox', { name: 'Svenska' }));
    await keys(page, 'Space');
    await tabTo(page, page.getByRole('button', { name: 'Bruk disse språkene' }));
    await keys(page, 'Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    // The jump walks what is missing, field by field, until nothing is.
    const problems = page.getByRole('region', { name: 'Det som må ses på' });
    await expect(problems).toContainText('10 ting må rettes');
    // The wordings, and the six answers, which nobody has to translate.
    const missing = 16;
    for (let turn = 0; turn < missing; turn += 1) {
      await keys(page, 'Control+ArrowDown');
      await expect(page.locator('textarea[data-lang="sv"]:focus')).toHaveValue('');
      await page.keyboard.type(`Svensk text ${turn}`);
    }
    await keys(page, 'Escape');
    await expect(problems).toContainText('Ingenting er i veien');
    await saved(page);

    // In use: nothing can be changed, and interviews are held with it.
    await goTo(page, 'Ta versjonen i bruk');
    await expect(page.locator('main')).toContainText('Versjon 1 er i bruk og kan ikke endres.');
    await keys(page, 'n');
    await expect(page.locator('main [data-row]')).toHaveCount(11);
    await goTo(page, 'Intervjuer');
    await expect(page.getByRole('heading', { name: 'Intervjuer', level: 1 })).toBeVisible();
    await expect.poll(() => focusOf(page)).not.toBe('body');
    await keys(page, 'n');
    await tabTo(page, page.getByRole('button', { name: /Skjema$/u }));
    await keys(page, 'Enter');
    await expect(page.getByRole('listbox')).toBeVisible();
    await page.keyboard.type('Erf');
    await keys(page, 'Enter');
    await expect(page.getByRole('button', { name: 'Erfaringer 2026 Skjema' })).toBeVisible();
    await tabTo(page, page.getByRole('button', { name: 'Start intervjuet' }));
    await keys(page, 'Enter');
    await expect(page.locator('main [data-current]')).toContainText('Vil du være med?');
    await keys(page, '1');
    await expect(page.locator('main [data-current]')).toContainText('Fikk du hjelp i år?');
  });

  test('[F7] [F9] [F12] [R55] a grid by pasting, an answer that asks what, words for the interviewer, and questions of the bank', async ({
    rost: page,
  }) => {
    await newQuestionnaire(page, 'Rutenett 2026');
    // The words of a grid become its heading; pasted lines become its rows.
    await ask(page, 'Tenk på de siste tre månedene.', '9', '7');
    await expect(card(page).getByRole('combobox')).toBeFocused();
    await keys(page, 'Enter');
    await expect(card(page).getByLabel('Spørsmålstekst, Bokmål')).toBeFocused();
    await paste(page, 'Jeg blir møtt med respekt.\nJeg får informasjon jeg forstår.\nJeg er med og bestemmer.');
    await expect(page.locator('main [data-row]')).toHaveCount(4);
    await expect(card(page)).toContainText('Tenk på de siste tre månedene.');
    await expect(card(page).getByLabel('Spørsmålstekst, Bokmål')).toHaveValue('Jeg er med og bestemmer.');

    await ask(page, 'Hvem hjalp deg?', '1');
    await paste(page, 'Familie\nVenner\nAndre');
    await expect(card(page).getByRole('listitem')).toHaveCount(4);
    await tabTo(page, card(page).getByRole('textbox', { name: 'Svaralternativ 3' }), 'Shift+Tab');
    await tabTo(page, card(page).getByRole('button', { name: 'Om svaralternativ 3' }));
    await keys(page, 'Enter');
    await tabTo(page, page.getByRole('checkbox', { name: /Spør hva/u }));
    await keys(page, 'Space', 'Escape', 'Escape');
    await expect(card(page)).toContainText('spør hva');

    await tabTo(page, card(page).getByRole('button', { name: 'Mer', exact: true }));
    await keys(page, 'Enter');
    await tabTo(page, card(page).getByRole('textbox', { name: 'Til intervjueren' }));
    await page.keyboard.type('Les ikke opp svarene.');
    await keys(page, 'Escape');
    await expect(card(page)).toContainText('Til intervjueren: Les ikke opp svarene.');

    await keys(page, 'b');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.type('vad är viktigt');
    await expect(page.getByRole('option').first()).toContainText('Hva er viktig for deg?');
    await keys(page, 'ArrowDown', 'Space', 'Control+Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(card(page).getByLabel('Spørsmålstekst, Bokmål')).toHaveValue('Hva er viktig for deg?');
    await expect(card(page)).toBeFocused();
    await saved(page);
  });

  test('[F6] [F7] [F9] a long grid is one step, a question is gone to by its words, and what is typed outlives Esc', async ({
    rost: page,
  }) => {
    await newQuestionnaire(page, 'Langt 2026');
    await ask(page, 'Hvem hjalp deg?', '1');
    await paste(page, 'Familie\nVenner\nAndre');
    await expect(card(page).getByRole('listitem')).toHaveCount(4);
    await tabTo(page, card(page).getByRole('textbox', { name: 'Svaralternativ 3' }), 'Shift+Tab');
    await tabTo(page, card(page).getByRole('button', { name: 'Om svaralternativ 3' }));
    await keys(page, 'Enter');
    await tabTo(page, page.getByRole('textbox', { name: 'Navn i betingelser' }));
    await page.keyboard.type('andre');
    await keys(page, 'Escape');
    await expect(page.getByRole('textbox', { name: 'Navn i betingelser' })).toBeHidden();
    await keys(page, 'Enter');
    await expect(page.getByRole('textbox', { name: 'Navn i betingelser' })).toHaveValue('andre');
    await keys(page, 'Escape');

    await tabTo(page, card(page).getByRole('textbox', { name: 'Svaralternativ 3' }), 'Shift+Tab');
    await keys(page, 'Escape');
    await ask(page, 'Hvor lenge ventet du?', '5');
    await tabTo(page, card(page).getByRole('textbox', { name: 'Laveste' }), 'Shift+Tab');
    await page.keyboard.type('x');
    await keys(page, 'Escape');
    await expect(card(page)).toBeFocused();

    await ask(page, 'Hvor viktig er dette?', '9', '7');
    await expect(card(page).getByRole('combobox')).toBeFocused();
    await keys(page, 'Enter');
    await expect(card(page).getByLabel('Spørsmålstekst, Bokmål')).toBeFocused();
    await paste(page, Array.from({ length: 100 }, (_, at) => `Respekt på dag ${at + 1}.`).join('\n'));
    await expect(page.locator('main [data-row]')).toHaveCount(103);
    await saved(page);

    await keys(page, 'Escape', 'Control+G');
    await expect(page.getByRole('dialog', { name: 'Gå til spørsmål' }).getByRole('combobox')).toBeFocused();
    await page.keyboard.type('dag 42');
    await keys(page, 'Enter');
    await expect(card(page)).toContainText('44');
    await expect(card(page)).toBeFocused();

    // The row in hand goes with the step that made it: its neighbour takes the hand.
    await keys(page, 'Control+Z');
    await expect(page.locator('main [data-row]')).toHaveCount(4);
    await expect(card(page)).toBeFocused();
    await expect(card(page).getByLabel('Spørsmålstekst, Bokmål')).toHaveValue('Respekt på dag 1.');
  });
});
