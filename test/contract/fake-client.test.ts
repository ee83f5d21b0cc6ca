import { expect, test } from 'vitest';
import { createFakeClient } from '../support/fake-client.ts';

const empty = { undo: null, redo: null };

test('answers what it was told, by the contract’s own names', async () => {
  const client = createFakeClient({ history: { next: () => empty } });
  expect(await client.history.next({})).toEqual(empty);
});

test('refuses input and output that the contract does not know, and methods without an answer', async () => {
  const client = createFakeClient({ history: { next: () => ({ ...empty, more: 1 }), list: () => ({ entries: [] }) } });
  await expect(client.history.next({})).rejects.toThrow(/more/u);
  // The type forbids this, which is the point.
  await expect(client.history.list({ limit: 0 })).rejects.toThrow(/limit/u);
  await expect(client.workspace.status({})).rejects.toThrow('the fake has no answer for workspace.status');
});
