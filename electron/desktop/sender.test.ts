import { expect, test } from 'vitest';
import { isOwnSender, type SenderFrame } from './sender.ts';

const ours = { name: 'our page' };
const isOurs = (contents: object): boolean => contents === ours;
const frame = (change: Partial<SenderFrame> = {}): SenderFrame => ({ url: 'app://rost/coding', detached: false, parent: null, ...change });

test('the top frame of a window of ours on our own page is heard', () => {
  expect(isOwnSender({ sender: ours, senderFrame: frame() }, isOurs)).toBe(true);
});

test.each([
  ['a frame that is gone', null],
  ['a frame that is on its way out', frame({ detached: true })],
  ['a frame inside another', frame({ parent: {} })],
  ['another host', frame({ url: 'https://example.org/' })],
  ['a host that begins as ours does', frame({ url: 'app://rost.example/' })],
  ['a user name that looks like our host', frame({ url: 'app://rost@example/' })],
  ['our address inside another one', frame({ url: 'https://example.org/app://rost/' })],
  ['an empty frame', frame({ url: '' })],
])('%s is not heard', (_case, senderFrame) => {
  expect(isOwnSender({ sender: ours, senderFrame }, isOurs)).toBe(false);
});

test('a page that the program did not make is not heard, whatever it shows', () => {
  expect(isOwnSender({ sender: {}, senderFrame: frame() }, isOurs)).toBe(false);
});
