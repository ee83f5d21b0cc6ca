import { expect, test } from 'vitest';
import { fits, toApp, toPage } from './addresses.ts';
import { emitPreventable, strict, StrictEmitter } from './strict.ts';

test('what the double lacks throws by name, read or written', () => {
  const app = strict<Record<string, unknown>>('app', { quit: () => {} });
  expect(() => app['foo']).toThrow('electron double: app.foo is not there');
  expect(() => (app['foo'] = 1)).toThrow('electron double: app.foo is not there');
  expect(app['quit']).toBeTypeOf('function');
});

test('an event that the double never tells of cannot be listened for', () => {
  const app = new StrictEmitter('app', ['quit']);
  expect(() => app.on('gpu-info-update', () => {})).toThrow("electron double: app.on('gpu-info-update') is not there");
  expect(() => app.once('gpu-info-update', () => {})).toThrow('is not there');
});

test('an event is held back by whoever prevents it', () => {
  const app = new StrictEmitter('app', ['before-quit']);
  expect(emitPreventable(app, 'before-quit')).toBe(false);
  app.on('before-quit', (event: { readonly preventDefault: () => void }) => event.preventDefault());
  expect(emitPreventable(app, 'before-quit')).toBe(true);
});

test('addresses are translated exactly and back', () => {
  for (const url of ['app://rost', 'app://rost/', 'app://rost/coding?a=1']) expect(toApp(toPage(url))).toBe(url);
  for (const url of ['app://rost.example/', 'https://example.org/', 'about:blank']) {
    expect(toPage(url)).toBe(url);
    expect(toApp(url)).toBe(url);
  }
});

test('request patterns fit as webRequest’s do', () => {
  expect(fits('file://*/*', 'file:///etc/passwd')).toBe(true);
  expect(fits('https://*/*', 'https://example.org/a?b=c')).toBe(true);
  expect(fits('https://*/*', 'app://rost/https://x/')).toBe(false);
});
