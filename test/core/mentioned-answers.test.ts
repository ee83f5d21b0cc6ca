import { expect, test } from 'vitest';
import { anEntry } from './entry-fixture.ts';

test('[F16] outside of an interview a blank stands where a wording repeats an answer: in tables, beside codings and in lists', async () => {
  const entry = await anEntry([
    { name: 'hvem', type: 'open' },
    { name: 'hjelp', type: 'one', options: 2 },
    { name: 'mer', type: 'open' },
  ]);
  using core = entry.core;
  const { workspace } = core.session;
  const { sql, operations } = workspace;
  operations.run({ kind: 'test', labelId: 'test', isUndoable: false, ...workspace.sourceFor('test') }, () => {
    for (const name of ['hjelp', 'mer'])
      sql.run('UPDATE question SET wording = :wording WHERE id = :id', {
        wording: JSON.stringify({ nb: 'Fikk du hjelp av ${hvem}?', sv: 'Fick du hjälp av ${hvem}?' }),
        id: entry.id(name),
      });
  });
  await entry.answer('hvem', 'Kari');
  await entry.answer('hjelp', 1);
  await entry.answer('mer', 'Ja');
  const { projectId } = entry;
  await core.client.interviews.remark({ interviewId: entry.interviewId, questionId: entry.id('mer'), text: 'nølte' });
  const blanked = { nb: 'Fikk du hjelp av …?', sv: 'Fick du hjälp av …?' };
  const { client } = core;
  const told = JSON.stringify([
    await client.analysis.variables({ projectId }),
    await client.coding.questions({ projectId }),
    await client.coding.columns({ projectId }),
    await client.fieldwork.listQuality({ projectId, kind: 'remarks', limit: 10 }),
  ]);
  expect(told.split(JSON.stringify(blanked)).length - 1).toBeGreaterThanOrEqual(4);
  expect(told).not.toContain('${');
});
