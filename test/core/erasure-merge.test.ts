import { expect, test } from 'vitest';
import { RespondentId } from '../../shared/model/ids.ts';
import { addInterview, addText, id, look, merge, twoLaptops, type Laptop } from './merge-fixture.ts';
import { finish } from './survey-upload-fixture.ts';

const erase = ({ core }: Laptop, respondent = 40, typedCode = 'R001') =>
  finish(core.client.fieldwork.erase({ respondentId: RespondentId.parse(id(respondent)), typedCode }));
const integrity = ({ all }: Laptop): unknown => [all('PRAGMA foreign_key_check'), all('PRAGMA integrity_check')];
const everythingIn = ({ all }: Laptop): string =>
  JSON.stringify(
    ['op_change', 'op', 'merged_op', 'text', 'answer', 'memo', 'consent', 'disposition_event', 'interview', 'workspace_fact'].map((table) =>
      all(`SELECT * FROM ${table}`),
    ),
  );

/** Everything the copy can do with a person while the person is erased elsewhere. */
function goOn(theirs: Laptop): void {
  theirs.run("UPDATE text SET body = body || ' hos Legekontoret' WHERE id = :id", { id: id(42) });
  theirs.run('UPDATE answer SET num = 777 WHERE question_key = 1');
  theirs.add('memo', { id: id(60), text_id: id(42), body: 'Notatet om henne', written_by: 'ola', written_at: 'x' });
  theirs.run("UPDATE respondent SET recruited_by = 'Ververen' WHERE id = :id", { id: id(40) });
  theirs.add('consent', { id: id(61), respondent_id: id(40), scope: 'quotes', given_on: '2026-03-02', how: 'På tunet' });
  theirs.add('disposition_event', {
    id: id(62),
    respondent_id: id(40),
    wave_id: id(2),
    kind: 'declined',
    happened_on: '2026-03-02',
    reason: 'Ville hjem',
  });
  // Another interview with the same person, whom the file here still has as erased.
  theirs.add('interview', {
    id: id(63),
    key: 9,
    project_id: id(1),
    respondent_id: id(40),
    wave_id: id(2),
    version_id: id(4),
    kind: 'person',
    mode: 'paper',
    language: 'nb',
    status: 'started',
    started_at: '2026-03-01T08:00:00Z',
  });
  addText(theirs, { text: 64, interviewKey: 9, body: 'Bestemor i Solvika' });
  theirs.add('observation', { id: id(65), project_id: id(1), text_id: id(42), kind: 'idea', title: 'Bedre skilt', language: 'nb' });
  addInterview(theirs, { respondent: 50, interview: 51, key: 2, code: 'R002' });
  addText(theirs, { text: 52, interviewKey: 2, body: 'En annen person' });
}

const words = ['Legekontoret', '777', 'Notatet om', 'Ververen', 'På tunet', 'Ville hjem', 'Bestemor'];

test('[F30] [F39] whoever is erased here does not come back with an older copy, whatever it has done with them since', async () => {
  using laptops = await twoLaptops();
  const { mine, theirs } = laptops;
  goOn(theirs);
  await erase(mine);
  const { report } = await merge(mine, theirs);
  expect(report.conflicts).toEqual([]);
  expect(report.notices).toEqual([{ message: 'merge.erasedHere', params: { code: 'R001', count: expect.any(Number) } }]);
  expect(mine.all('SELECT code FROM respondent JOIN interview ON respondent_id = respondent.id')).toEqual([['R002']]);
  expect(mine.all('SELECT body FROM text')).toEqual([['En annen person']]);
  expect(mine.all('SELECT title, text_id FROM observation')).toEqual([['Bedre skilt', null]]);
  expect(mine.all('SELECT count(*) FROM consent')).toEqual([[0]]);
  const file = everythingIn(mine);
  for (const word of words) expect(file, word).not.toContain(word);
  expect(integrity(mine)).toEqual([[], [['ok']]]);
  const everything = Object.fromEntries(
    ['interview', 'text', 'respondent'].flatMap((table) =>
      [40, 41, 42, 63, 64].map((n) => [`${table}:${id(n)}`, { take: 'theirs' as const }]),
    ),
  );
  await merge(mine, theirs, everything);
  expect(mine.all('SELECT body FROM text')).toEqual([['En annen person']]);
});

test('[F30] [F39] whom only the copy has erased is out of the analysis here, still to be erased, and the report says so', async () => {
  using laptops = await twoLaptops();
  const { mine, theirs } = laptops;
  mine.add('consent', { id: id(61), respondent_id: id(40), scope: 'take-part', given_on: '2026-03-01' });
  await erase(theirs);
  const { report } = await merge(mine, theirs);
  expect(report.notices).toEqual([{ message: 'merge.erasedThere', params: { code: 'R001', count: 0 } }]);
  expect(mine.all('SELECT withdrawn_at IS NOT NULL, erased_at FROM respondent')).toEqual([[1, null]]);
  expect(mine.all('SELECT status FROM interview')).toEqual([['withdrawn']]);
  expect(mine.all('SELECT withdrawn_on IS NOT NULL FROM consent')).toEqual([[1]]);
  expect(mine.all('SELECT body FROM text')).toHaveLength(1);
  // Erased here as well, both agree.
  await erase(mine);
  expect(mine.all('SELECT body FROM text')).toEqual([]);
  expect((await look(mine, theirs)).notices).toEqual([]);
});

test('[F39] third wordings chosen for a merge do not outlive the person they are of', async () => {
  using laptops = await twoLaptops();
  const { mine } = laptops;
  await mine.core.client.merge.keepChoices({ fingerprint: 'x', choices: { 'text:1:body': { take: 'other', text: 'Tredjeordet' } } });
  await erase(mine);
  expect(everythingIn(mine)).not.toContain('Tredjeordet');
});
