import { expect, test } from 'vitest';
import { namesIn } from '../../electron/core/features/interviews/interviewers.ts';
import { anEntry } from './entry-fixture.ts';

test('whoever works in the file can be put down as the interviewer, with others beside, and it can be undone', async () => {
  const entry = await anEntry([{ name: 'mood', type: 'one', options: 3 }]);
  using core = entry.core;
  const { client, session } = core;
  const { workspace } = session;
  const other = workspace.newId();
  const intent = { ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false };
  workspace.operations.run(intent, () =>
    workspace.sql.insert('actor', { id: other, user_name: 'solfrid', name: 'Solfrid Tangvåg', initials: 'ST' }),
  );
  const { interviewId, projectId } = entry;
  const before = await client.interviews.interviewers({ projectId });
  expect(before.actors.map(({ name }) => name)).toContain('Solfrid Tangvåg');
  const first = (await entry.detail()).facts.interviewerId;
  expect(before.actors.map(({ id }) => String(id))).toContain(first);

  await client.interviews.setFacts({ interviewId, facts: { interviewerId: other } });
  await client.interviews.setFacts({ interviewId, facts: { coInterviewers: 'Even Strandmyr, Vigdis Nordhylla' } });
  const held = await entry.detail();
  expect(held.interviewer).toBe('Solfrid Tangvåg');
  expect(held.facts.coInterviewers).toBe('Even Strandmyr, Vigdis Nordhylla');
  expect((await client.interviews.interviewers({ projectId })).names).toEqual(
    expect.arrayContaining(['Even Strandmyr', 'Solfrid Tangvåg', 'Vigdis Nordhylla']),
  );

  await entry.undo();
  expect((await entry.detail()).facts).toMatchObject({ coInterviewers: '', interviewerId: other });
  await entry.undo();
  expect((await entry.detail()).facts.interviewerId).toBe(first);
});

test('reads names written as people write them', () => {
  expect(namesIn('Even Strandmyr, Solfrid Tangvåg og Vigdis Nordhylla')).toEqual(['Even Strandmyr', 'Solfrid Tangvåg', 'Vigdis Nordhylla']);
  expect(namesIn(' ; ')).toEqual([]);
});
