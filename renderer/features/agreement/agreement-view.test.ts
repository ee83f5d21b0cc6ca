import { expect, test } from 'vitest';
import { ActorId } from '../../../shared/model/ids.ts';
import { chosenCoders, levelOf, nameCoders, textsOf } from './agreement-view.ts';

const coders = [1, 2, 3].map((n) => ({ coderId: ActorId.parse(`0190a000-0000-7000-8000-00000000000${n}`), texts: 10 - n }));

test('[F60] coders stand in the address in their order; without any, the two who have read most', () => {
  const [first, second, third] = coders;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three coders');
  expect(chosenCoders(nameCoders([third, first]), coders)).toEqual([third, first]);
  expect(chosenCoders(undefined, coders)).toEqual([first, second]);
  expect(chosenCoders('nobody', coders)).toEqual([first, second]);
  expect(chosenCoders(nameCoders([third, third]), coders)).toEqual([third]);
  expect(nameCoders(Array.from({ length: 6 }, () => first)).length).toBeLessThanOrEqual(64);
});

test('an address that says something else falls back', () => {
  expect([levelOf('person'), levelOf('x'), levelOf(undefined)]).toEqual(['person', 'answer', 'answer']);
  expect([textsOf('long'), textsOf('x')]).toEqual(['long', 'all']);
});
