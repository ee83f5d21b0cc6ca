import { expect, test } from 'vitest';
import { BackgroundColumn } from '../../../shared/contract/coding.ts';
import { isAboutService } from './beside-answers.ts';
import { shortName } from './short-name.ts';

function column(name: string, wording: string, labels: readonly string[]): BackgroundColumn {
  const options = labels.map((nb, index) => ({ code: index + 1, label: { nb } }));
  return BackgroundColumn.parse({
    variableId: '00000000-0000-7000-8000-000000000001',
    name,
    title: { nb: wording },
    isNumeric: false,
    isBackground: true,
    options,
  });
}

const age = column('alder', 'Hvor gammel er du?', ['18–29', '30–49']);
const service = column('tjeneste', 'Hvilken tjeneste snakker vi mest om i dag?', ['Psykisk helsetjeneste', 'Rus- og botjenesten']);

test('a question about the service of the interview is told from others that name services', () => {
  const services = [{ name: 'Psykisk helsetjeneste Fjordvik' }, { name: 'Rus- og botjenesten' }];
  expect(isAboutService(service, services)).toBe(true);
  expect(isAboutService(age, services)).toBe(false);
  expect(isAboutService(service, [])).toBe(false);
  expect(isAboutService(column('hjelp', 'Hvem hjelper?', ['Rus- og botjenesten', 'Fastlegen']), services)).toBe(false);
});

test('a column is headed by its variable, with the letters of the question', () => {
  expect(shortName(age, 'nb')).toBe('Alder');
  expect(shortName(column('kjonn', 'Hvilket kjønn har du?', []), 'nb')).toBe('Kjønn');
  expect(shortName(column('naere_med', 'Er nære med?', []), 'nb')).toBe('Nære med');
});

test('a name that is only a number gives way to the question', () => {
  expect(shortName(column('v12', 'Hvor bor du?', []), 'nb')).toBe('Hvor bor du?');
});
