import { expect, test } from 'vitest';
import { ProjectId } from '../../shared/model/ids.ts';
import { addInterview, addText, copyOf, id, look, merge, openLaptop, twoLaptops, type Laptop } from './merge-fixture.ts';
import { finish } from './survey-upload-fixture.ts';

const deleteFjordvik = ({ core }: Laptop) =>
  finish(core.client.archive.deleteProject({ projectId: ProjectId.parse(id(1)), typedName: 'Fjordvik', reason: 'Fristen er ute' }));

const projectTables = ['respondent', 'interview', 'answer', 'text', 'coding', 'wave', 'questionnaire', 'variable', 'memo'] as const;
const leftOf = ({ all }: Laptop): unknown[] => projectTables.flatMap((table) => all(`SELECT '${table}', * FROM ${table}`));
const integrity = ({ all }: Laptop): unknown => [all('PRAGMA foreign_key_check'), all('PRAGMA integrity_check')];

/** Everything the copy can do to the project while it is deleted elsewhere. */
function goOn(theirs: Laptop): void {
  addInterview(theirs, { respondent: 50, interview: 51, key: 2, code: 'R002' });
  addText(theirs, { text: 52, interviewKey: 2, body: 'Bestemor i Solvika' });
  theirs.run('UPDATE answer SET num = 7 WHERE question_key = 1');
  theirs.run("UPDATE project SET idea = 'En ide fra kopien' WHERE id = :id", { id: id(1) });
  theirs.run("UPDATE text SET body = body || ' hos legen' WHERE id = :id", { id: id(42) });
  theirs.add('memo', { id: id(60), project_id: id(1), body: 'Om prosjektet', written_by: 'ola', written_at: 'x' });
  theirs.add('theme', { id: id(70), number: '2', ordinal: 2, color: 2, definition: '{}' });
}

test('[F30] issue 7.11: a project that is deleted here does not come back with an older copy, and the report says so', async () => {
  using laptops = await twoLaptops();
  const { mine, theirs } = laptops;
  goOn(theirs);
  await deleteFjordvik(mine);
  const { report } = await merge(mine, theirs);
  expect(report.conflicts).toEqual([]);
  expect(report.notices).toEqual([{ message: 'merge.deletedHere', params: { name: 'Fjordvik', count: expect.any(Number) } }]);
  expect(leftOf(mine)).toEqual([]);
  expect(mine.all('SELECT status, idea FROM project')).toEqual([['anonymised', null]]);
  // What belongs to no project comes in.
  expect(mine.all('SELECT id FROM theme ORDER BY id')).toEqual([[id(30)], [id(70)]]);
  expect(integrity(mine)).toEqual([[], [['ok']]]);
  const file = JSON.stringify(mine.all('SELECT * FROM op_change UNION ALL SELECT 0, 0, id, label_id, label_params, at FROM merged_op'));
  for (const word of ['Bestemor', 'hos legen', 'En ide', 'R002']) expect(file).not.toContain(word);
  expect((await look(mine, theirs)).counts).toEqual([]);
});

test('[F30] a choice cannot bring parts of a deleted project back', async () => {
  using laptops = await twoLaptops();
  const { mine, theirs } = laptops;
  goOn(theirs);
  await deleteFjordvik(mine);
  const everything = Object.fromEntries(
    ['wave', 'questionnaire_version', 'interview', 'question', 'project', 'text'].flatMap((table) =>
      [1, 2, 4, 41, 51, 21, 22, 42, 52].map((n) => [`${table}:${id(n)}`, { take: 'theirs' as const }]),
    ),
  );
  await merge(mine, theirs, everything);
  expect(leftOf(mine)).toEqual([]);
});

test('[F30] a copy that only still holds the project is named, so that it can be deleted too', async () => {
  using laptops = await twoLaptops();
  const { mine, theirs } = laptops;
  await deleteFjordvik(mine);
  const report = await look(mine, theirs);
  expect(report.counts).toEqual([]);
  expect(report.notices).toEqual([{ message: 'merge.deletedHere', params: { name: 'Fjordvik', count: 0 } }]);
});

test('[F30] steps and imports of a deleted project lose their names; what left of it stays in the register', async () => {
  using laptops = await twoLaptops();
  const { mine, theirs } = laptops;
  theirs.add('exhibit', { id: id(80), project_id: id(1), name: 'Ventetid', definition: '{}', created_at: '2026-03-01T09:00:00.000Z' });
  const release = { id: id(81), number: 1, project_id: id(1), exhibit_id: id(80), definition: '{}', figures: '{}', format: 'png' };
  theirs.add('release', { ...release, released_by: 'ola', released_at: '2026-03-01T09:00:00.000Z' });
  await deleteFjordvik(mine);
  await merge(mine, theirs);
  expect(mine.all('SELECT number, exhibit_id FROM release')).toEqual([[1, null]]);
  expect(mine.all('SELECT name FROM exhibit')).toEqual([]);
  expect(mine.all("SELECT count(*) FROM merged_op WHERE label_id = 'archive.deleted.step'")).not.toEqual([[0]]);
});

test('[F30] a project that only the copy has deleted stays whole here, without a receipt, and the report says so', async () => {
  using laptops = await twoLaptops();
  const { mine, theirs } = laptops;
  const before = leftOf(mine);
  await deleteFjordvik(theirs);
  const { report } = await merge(mine, theirs);
  expect(report.notices).toEqual([{ message: 'merge.deletedThere', params: { name: 'Fjordvik' } }]);
  expect(report.conflicts).toEqual([]);
  expect(leftOf(mine)).toEqual(before);
  expect(mine.all('SELECT status FROM project')).toEqual([['running']]);
  expect((await mine.core.client.archive.receipts({})).receipts).toEqual([]);
  // Deleted here as well, both agree and nothing is said any more.
  await deleteFjordvik(mine);
  expect((await look(mine, theirs)).notices).toEqual([]);
  using third = await openLaptop('kari', copyOf(theirs));
  expect((await look(third, mine)).notices).toEqual([]);
});
