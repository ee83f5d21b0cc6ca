import { expect, test } from 'vitest';
import { isAppUrl } from './origin.ts';

test.each(['app://rost/', 'app://rost', 'app://rost/coding?x=1#y', 'APP://rost/'])('%s is our own', (url) => {
  expect(isAppUrl(url)).toBe(true);
});

test.each([
  'app://rost.example/',
  'app://rost@example/',
  'app://user@rost/',
  'app://rost:1/',
  'app://ROST/',
  'app://',
  'app:rost',
  'apps://rost/',
  'https://rost/',
  'file:///app://rost/',
  'javascript:app://rost/',
  'data:text/html,app://rost',
  'about:blank',
  '',
  'rost',
])('%s is somewhere else', (url) => {
  expect(isAppUrl(url)).toBe(false);
});
