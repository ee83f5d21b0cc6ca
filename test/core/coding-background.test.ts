import { expect, it } from 'vitest';
import { z } from 'zod';
import { VariableId } from '../../shared/model/ids.ts';
import { anEntry, type Entry, type FormQuestion } from './entry-fixture.ts';

const form: readonly FormQuestion[] = [
  { name: 'age', type: 'one', options: 4, isPerPerson: true },
  { name: 'house', type: 'one', options: 4 },
  { name: 'said', type: 'open', isPerPerson: true },
  { name: 'together', type: 'open' },
  { name: 'stay', type: 'repeat', isPerPerson: true },
  { name: 'ward', type: 'one', options: 4, in: 'stay' },
  { name: 'told', type: 'open', in: 'stay' },
];

/** What stands beside each answer to a question: age, house, ward. */
async function beside({ core, projectId }: Entry, name: string): Promise<Record<string, (number | number[] | null)[]>> {
  const row = core.session.workspace.sql.get(z.object({ id: VariableId }), 'SELECT id FROM variable WHERE name = :name', { name });
  if (row === undefined) throw new Error(name);
  const { rows } = await core.client.coding.grid({
    projectId,
    source: { kind: 'answers', variableIds: [row.id] },
    from: 0,
    limit: 50,
  });
  return Object.fromEntries(rows.filter(({ body }) => body !== '').map(({ body, background }) => [body, background]));
}

it('[F44] shows beside an answer the background of the person in the group, and of the round, who gave it', async () => {
  const entry = await anEntry(form, { kind: 'group', personCount: 2 });
  using core = entry.core;
  const { workspace } = core.session;
  const intent = { ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false };
  workspace.operations.run(intent, () =>
    workspace.sql.run("UPDATE variable SET is_background = 1 WHERE name IN ('age', 'house', 'ward')", {}),
  );
  await entry.answer('age', 1, 1);
  await entry.answer('age', 2, 2);
  await entry.answer('house', 4);
  await entry.answer('said', 'Den første sa dette.', 1);
  await entry.answer('said', 'Den andre sa noe annet.', 2);
  await entry.answer('together', 'Vi er enige om maten.');
  for (const [ward, told] of [
    [3, 'Det var stille der.'],
    [2, 'Der var det mange.'],
  ] as const) {
    const stay = await entry.addRound('stay', 2);
    await entry.answer('ward', ward, stay);
    await entry.answer('told', told, stay);
  }
  expect(await beside(entry, 'said')).toEqual({ 'Den første sa dette.': [1, 4, null], 'Den andre sa noe annet.': [2, 4, null] });
  // Two ages and two wards: neither is that of what they said together.
  expect(await beside(entry, 'together')).toEqual({ 'Vi er enige om maten.': [null, 4, null] });
  expect(await beside(entry, 'told')).toEqual({ 'Det var stille der.': [2, 4, 3], 'Der var det mange.': [2, 4, 2] });
});
