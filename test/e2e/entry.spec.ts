import type { Page } from '@playwright/test';
import type { QuestionnaireSpec } from '../../shared/model/questionnaire-spec.ts';
import { everyQuestion } from '../support/every-question.ts';
import { ask, option, part } from '../support/entry-forms.ts';
import { longForm } from '../support/long-form.ts';
import { answersIn, goToQuestion, openEntry, press, withForm } from './entry-host.ts';
import { findings, type Finding } from './axe.ts';
import { expect, saved, test } from './host.ts';

/** What of the browser's events counts here. */
interface Counted {
  readonly keys: number;
  readonly pointer: number;
}

/** Counts a person's keys and every use of a pointer from here on. */
async function countEvents(page: Page): Promise<() => Promise<Counted>> {
  await page.evaluate(() => {
    const counted = { keys: 0, pointer: 0 };
    Object.assign(window, { counted });
    window.addEventListener('keydown', (event) => (counted.keys += event.isTrusted ? 1 : 0), { capture: true });
    for (const type of ['pointerdown', 'mousedown', 'click', 'wheel', 'touchstart'])
      window.addEventListener(type, (event) => (counted.pointer += event.isTrusted ? 1 : 0), { capture: true });
  });
  return () => page.evaluate(() => (window as unknown as { counted: Counted }).counted);
}

test.describe('entering an interview', () => {
  test('[F7] [F8] [F19] [F20] [F21] [F22] a form of 100 items is entered by keyboard alone, with hardly a key more than it takes', async ({
    page,
  }) => {
    const { spec, plan } = longForm(10);
    await withForm(async (entry) => {
      await openEntry(page, entry);
      const counted = await countEvents(page);
      for (const { keys } of plan) await press(page, ...keys);
      await expect(page.getByRole('heading', { name: 'Siste side' })).toBeVisible();
      await press(page, 'Control+Enter');
      await expect(page).toHaveURL(/interviews(\?|$)/u);
      await saved(page);
      const { keys, pointer } = await counted();
      const least = plan.reduce((sum, answer) => sum + answer.keys.length, 1);
      expect(pointer).toBe(0);
      // The chord that completes is two keys going down.
      expect(keys - 1).toBeLessThanOrEqual(least * 1.03);
      const kept = answersIn(entry.path, entry.interviewId).map(({ name, code, num, txt, missing, sort_on }) => [
        name,
        { code, num, txt, missing, sortOn: sort_on },
      ]);
      const none = { code: null, num: null, txt: null, missing: null, sortOn: null };
      expect(kept).toEqual(plan.flatMap((answer) => (answer.kept === null ? [] : [[answer.name, { ...none, ...answer.kept }]])));
    }, spec);
  });

  test('[F16] answers stand in the words of the questions after them, and change with them', async ({ page }) => {
    const fastlege = [option(1, 'fastlegen'), option(2, 'helsestasjonen')];
    const spec: QuestionnaireSpec = {
      name: 'Om tjenesten',
      languages: ['nb', 'sv'],
      scales: [],
      extras: {},
      sections: [
        part('Tjenesten', [
          ask('tjeneste', 'one', 'Hvem møtte du?', { options: fastlege }),
          ask('uker', 'number', 'Hvor mange uker ventet du på ${tjeneste}?', {
            checks: [{ severity: 'hard', expression: '. < 60', message: { nb: 'Så lenge venter ingen på ${tjeneste}.' } }],
          }),
          ask('valg', 'one', 'Var ${uker} uker greit?', { options: [option(1, 'Ja, ${uker} er greit'), option(2, 'Nei')] }),
        ]),
      ],
    };
    await withForm(async (entry) => {
      await openEntry(page, entry);
      const current = page.locator('[data-current]');
      const column = page.locator('div[data-density="comfortable"]');
      await expect(column).toContainText('Hvor mange uker ventet du på …?');
      await press(page, '1');
      await expect(current).toContainText('Hvor mange uker ventet du på fastlegen?');
      await expect(page.getByRole('group', { name: /ventet du på fastlegen\?/u })).toBeVisible();
      await press(page, '7', '0', 'Enter');
      await expect(current).toContainText('Så lenge venter ingen på fastlegen.');
      await press(page, 'Backspace', 'Backspace', '6', 'Enter');
      await expect(current).toContainText('Var 6 uker greit?');
      await expect(page.getByRole('radio', { name: /Ja, 6 er greit/u })).toBeVisible();
      await press(page, '1');
      await expect(column.getByRole('button', { name: /Var 6 uker greit\?/u })).toContainText('Ja, 6 er greit');
      // Back to the first: rows at rest follow the answer that they mention.
      await goToQuestion(page, '1');
      await press(page, '2');
      await expect(current).toContainText('Hvor mange uker ventet du på helsestasjonen?');
      await expect(column).not.toContainText('fastlegen?');
      await expect(column).not.toContainText('${');
    }, spec);
  });

  test('[F20] the next question is made ready unseen, and is the one that is come to', async ({ page }) => {
    await withForm(async (entry) => {
      await openEntry(page, entry);
      // The four rows of the grid, and then the question after it.
      await press(page, '1', '2', '3');
      const ready = page.getByText('Har du en plan?', { exact: true }).locator('xpath=ancestor::*[@role="group"]').first();
      await expect(ready).toBeAttached();
      await expect(ready).toBeHidden();
      await expect(page.getByRole('group', { name: 'Har du en plan?' })).toHaveCount(0);
      await ready.evaluate((block) => block.setAttribute('data-made', 'ahead'));
      await press(page, '4');
      await expect(page.locator('[data-current]')).toContainText('Har du en plan?');
      await expect(page.locator('[data-current]')).toHaveAttribute('data-made', 'ahead');
      await expect(page.locator('[data-current]')).toBeFocused();
      const ahead = await page.locator('[data-current]').boundingBox();
      // Come to from behind it is drawn on the spot, and looks the same.
      await press(page, '1', 'ArrowUp');
      await expect(page.locator('[data-current]')).not.toHaveAttribute('data-made', 'ahead');
      expect(await page.locator('[data-current]').boundingBox()).toEqual(ahead);
    }, longForm(1).spec);
  });

  test('[F20] arrows, Tab, page and end keys answer nothing, from the first question to the last page', async ({ page }) => {
    await withForm(async (entry) => {
      await openEntry(page, entry);
      for (let round = 0; round < 25; round += 1) await press(page, 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'Tab');
      await press(page, 'Home', 'End', 'PageUp', 'PageDown', 'Shift+Tab', 'ArrowUp');
      await goToQuestion(page, '3');
      await expect(page.locator('[data-current]')).toContainText('Jeg blir møtt');
      expect(answersIn(entry.path, entry.interviewId)).toEqual([]);
    }, longForm(2).spec);
  });

  test('[F11] the language is switched in mid-answer, and the answer, its caret and a pending digit stay', async ({ page }) => {
    await withForm(async (entry) => {
      await openEntry(page, entry);
      await press(page, '1');
      await goToQuestion(page, '23');
      await page.keyboard.type('At noen tar');
      await press(page, 'Control+Shift+L');
      await expect(page.locator('[data-current]')).toContainText('(sv)');
      await page.keyboard.type(' telefonen.');
      await press(page, 'Enter');
      await goToQuestion(page, '12');
      await press(page, '1', 'l', '0');
      await saved(page);
      const kept = answersIn(entry.path, entry.interviewId);
      expect(kept.find(({ name }) => name === 'bra')?.txt).toBe('At noen tar telefonen.');
      expect(kept.find(({ name }) => name === 'ti')?.code).toBe(10);
    }, everyQuestion);
  });

  test('[F3] [F4] what is impossible is not left, what is unusual takes one key, and both are in the file', async ({ page }) => {
    await withForm(async (entry) => {
      await openEntry(page, entry);
      await press(page, '1');
      await page.keyboard.type('130');
      await press(page, 'Enter', 'ArrowDown', 'Tab');
      await expect(page.getByRole('alert')).toContainText('130 er utenfor 0–110');
      await expect(page.locator('[data-current] input')).toBeFocused();
      await expect.poll(() => answersIn(entry.path, entry.interviewId).find(({ name }) => name === 'alder')?.state).toBe('invalid-draft');
      await press(page, 'Control+a');
      await page.keyboard.type('45');
      await press(page, 'Enter');
      await goToQuestion(page, '6');
      await page.keyboard.type('80');
      await press(page, 'Enter', '4');
      await page.keyboard.type('Ventet på bolig også');
      await press(page, 'Enter');
      await saved(page);
      await expect
        .poll(() => answersIn(entry.path, entry.interviewId).find(({ name }) => name === 'uker'))
        .toMatchObject({ num: 80, state: 'overridden' });
    }, everyQuestion);
  });

  test('[F6] rounds within rounds are made by key; one in the middle is removed, and undo brings it back', async ({ page }) => {
    await withForm(async (entry) => {
      await openEntry(page, entry);
      await press(page, '1');
      await goToQuestion(page, '19');
      await press(page, 'Tab');
      for (const name of ['Brygga', 'Loftet', 'Verkstedet']) {
        await press(page, '1');
        await expect(page.locator('[data-current] textarea')).toBeFocused();
        await page.keyboard.type(name);
        await press(page, 'Enter', '3', 'Enter', '1');
        await expect(page.locator('[data-current]')).toContainText('Hvilken rolle har kontakten?');
        await press(page, '2', '2');
        await expect(page.locator('[data-current]')).toContainText('Tilbud: en til?');
      }
      const names = (): (string | null)[] =>
        answersIn(entry.path, entry.interviewId)
          .filter(({ name }) => name === 'tilbudsnavn')
          .map(({ txt }) => txt);
      await saved(page);
      expect(names()).toEqual(['Brygga', 'Loftet', 'Verkstedet']);
      // Back through the third round, to the end of the second.
      await press(page, 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab');
      await expect(page.locator('[data-current]')).toContainText('Fast kontakt: en til?');
      await press(page, 'Control+Delete');
      await expect.poll(names).toEqual(['Brygga', 'Verkstedet']);
      await press(page, 'Control+z');
      await expect.poll(names).toEqual(['Brygga', 'Loftet', 'Verkstedet']);
    }, everyQuestion);
  });

  test('[F6] [F19] what is typed while a round is being made is kept for its first question', async ({ page }) => {
    await withForm(async (entry) => {
      await openEntry(page, entry);
      await press(page, '1');
      await goToQuestion(page, '19');
      await press(page, 'Tab');
      await expect(page.locator('[data-current]')).toContainText('Tilbud: er det noen?');
      await page.keyboard.type('1Brygga ved havna');
      await press(page, 'Enter');
      await saved(page);
      const names = answersIn(entry.path, entry.interviewId).filter(({ name }) => name === 'tilbudsnavn');
      expect(names.map(({ txt }) => txt)).toEqual(['Brygga ved havna']);
    }, everyQuestion);
  });

  test('[F8] [F9] [F26] an exclusive answer clears the others, "other" takes its words, and a remark stands beside an answer', async ({
    page,
  }) => {
    await withForm(async (entry) => {
      await openEntry(page, entry);
      await press(page, '1');
      await goToQuestion(page, '13');
      await press(page, '0', '1', '0', '4', '1', '1');
      await expect(page.getByText('Fjernet: 01, 04')).toBeVisible();
      await press(page, '1', '0');
      await page.keyboard.type('Kafeen');
      await press(page, 'Enter', 'ArrowUp', 'Escape', 'Control+Shift+m');
      await page.keyboard.type('Nølte lenge');
      await press(page, 'Enter');
      await saved(page);
      await expect(page.getByRole('button', { name: '13 Nølte lenge' })).toBeVisible();
      expect(answersIn(entry.path, entry.interviewId).find(({ name }) => name === 'brukt')?.txt).toBe('10');
    }, everyQuestion);
  });

  test('in a group interview each person answers, by their own keys', async ({ page }) => {
    await withForm(
      async (entry) => {
        await openEntry(page, entry);
        await goToQuestion(page, '21');
        await press(page, '1', '2', 'Control+9', '1');
        await expect(page.locator('[data-current]')).toContainText('Vil du komme på neste møte?');
        await press(page, '2');
        await saved(page);
        const kept = answersIn(entry.path, entry.interviewId).filter(({ name }) => name === 'hver');
        expect(kept.map(({ instance, code }) => [instance, code])).toEqual([
          [1, 1],
          [2, 2],
          [4, 1],
          [5, 2],
        ]);
      },
      everyQuestion,
      { kind: 'group', personCount: 5 },
    );
  });
});

test('[F25] a second pass is blind, takes the same keys, and ends at the differences', async ({ page }) => {
  const { spec, plan } = longForm(1);
  await withForm(async (entry) => {
    await openEntry(page, entry);
    for (const { keys } of plan) await press(page, ...keys);
    await press(page, 'Control+Enter');
    await expect(page).toHaveURL(/interviews(\?|$)/u);
    await openEntry(page, entry, 'second');
    await expect(page.locator('main')).toContainText('Andre registrering av R001');
    await expect(page.locator('main')).not.toContainText('At noen tar telefonen');
    for (const { keys } of plan) await press(page, ...keys);
    await expect(page.getByRole('heading', { name: 'Siste side' })).toBeVisible();
    await press(page, 'Control+Enter');
    await expect(page).toHaveURL(/differences/u);
  }, spec);
});

test('[F25] [F6] a second pass makes rounds of its own by key, and a round that was missed comes in at the differences', async ({
  page,
}) => {
  const spec = {
    ...everyQuestion,
    scales: [],
    sections: [
      part('Tilbud', [
        ask('hjulpet', 'yes-no', 'Fikk du hjelp?', { options: [option(1, ''), option(2, '')] }),
        ask('tilbud', 'repeat', 'Tilbud'),
        ask('tilbudsnavn', 'open', 'Hva heter tilbudet?', { parent: 1 }),
        ask('bruker', 'yes-no', 'Bruker du det ennå?', { parent: 1, options: [option(1, ''), option(2, '')] }),
        ask('siste', 'yes-no', 'Vil du komme på neste møte?', { options: [option(1, ''), option(2, '')] }),
      ]),
    ],
  };
  const current = page.locator('[data-current]');
  const enter = async (...names: readonly string[]): Promise<void> => {
    await expect(current).toContainText('Fikk du hjelp?');
    await press(page, '1');
    await expect(current).toContainText('Tilbud: er det noen?');
    for (const name of names) {
      await press(page, '1');
      await expect(page.locator('[data-current] textarea')).toBeFocused();
      await page.keyboard.type(name);
      await press(page, 'Enter', '1');
      await expect(current).toContainText('Tilbud: en til?');
    }
  };
  const end = async (): Promise<void> => {
    await press(page, '2', '1');
    await expect(page.getByRole('heading', { name: 'Siste side' })).toBeVisible();
    await press(page, 'Control+Enter');
  };
  await withForm(async (entry) => {
    await openEntry(page, entry);
    await enter('Brygga');
    await end();
    await expect(page).toHaveURL(/interviews(\?|$)/u);
    await openEntry(page, entry, 'second');
    await enter('Brygga', 'Loftet', 'Feil');
    // Back into the last round, which is taken away again, and undone, and taken away.
    await press(page, 'Shift+Tab', 'Control+Delete');
    await expect(page.getByRole('heading', { name: 'Tilbud 3' })).toBeHidden();
    await press(page, 'Control+z');
    await expect(page.getByRole('heading', { name: 'Tilbud 3' })).toBeVisible();
    await press(page, 'Shift+Tab', 'Control+Delete');
    await expect(page.getByRole('heading', { name: 'Tilbud 3' })).toBeHidden();
    await expect(current).toContainText('Tilbud: en til?');
    await end();
    await expect(page).toHaveURL(/differences/u);
    const list = page.locator('main ol > li');
    await expect(list).toHaveCount(1);
    await expect(list).toContainText('har ikke denne runden');
    await expect(list).toContainText('Loftet');
    expect(await findings(page)).toEqual([]);
    await press(page, '2');
    await expect(list).toContainText('Runden er tatt inn');
    const names = (): (string | null)[] =>
      answersIn(entry.path, entry.interviewId)
        .filter(({ name }) => name === 'tilbudsnavn')
        .map(({ txt }) => txt);
    await expect.poll(names).toEqual(['Brygga', 'Loftet']);
    await press(page, 'Control+z');
    await expect.poll(names).toEqual(['Brygga']);
    await expect(list).not.toContainText('Runden er tatt inn');
    await press(page, '2');
    await expect.poll(names).toEqual(['Brygga', 'Loftet']);
    await expect(list).toContainText('Runden er tatt inn');
    await press(page, 'Control+Enter');
    await expect(page).toHaveURL(/interviews(\?|$)/u);
  }, spec);
});

test('axe finds nothing on any type of question or state, light or dark', async ({ page }) => {
  test.setTimeout(180_000);
  await withForm(async (entry) => {
    const found: Record<string, Finding[]> = {};
    const look = async (name: string): Promise<void> => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const here = await findings(page);
        if (here.length > 0) found[`${name}, ${colorScheme}`] = here;
      }
    };
    /** Where to go, and the keys that lead to the state. */
    const steps: readonly (readonly [name: string, number: string, ...keys: string[]])[] = [
      ['consent', '1'],
      ['refused number', '2', '9', '9', '9', 'Enter'],
      ['one', '3', 'ArrowRight'],
      ['scale', '5'],
      ['unusual', '6', '8', '0', 'Enter'],
      ['a reason in words', '6', '4'],
      ['grid', '8', '2', 'v'],
      ['zero to ten', '12', '1'],
      ['several, other', '13', '0', '1', '1', '0'],
      ['ranking', '14', '2'],
      ['yes or no', '15'],
      ['date', '17', 'a', 'p', 'r'],
      ['register', '19'],
      ['one more round', '19', 'Tab'],
      ['round', '19', 'Tab', '1'],
      ['open', '23'],
      ['remark', '23', 'Control+Shift+m'],
    ];
    await openEntry(page, entry);
    await press(page, '1');
    for (const [name, number, ...keys] of steps) {
      await press(page, 'Escape');
      await goToQuestion(page, number);
      await press(page, ...keys);
      await page.waitForTimeout(150);
      await look(name);
    }
    await press(page, 'Escape', 'Control+g');
    await look('go to');
    await press(page, 'Escape', 'End', 'Enter', 'Enter');
    await look('last page');
    expect(found).toEqual({});
  }, everyQuestion);
});
