import { expect, test } from 'vitest';
import { ReportId } from '../../shared/model/ids.ts';
import { refused } from '../support/refused.ts';
import { anEntry } from './entry-fixture.ts';

test('[R73] words of a person of a group who then says no leave quotes and reports at once, also from a round', async () => {
  const entry = await anEntry(
    [
      { name: 'agree', type: 'consent', options: 2, isPerPerson: true },
      { name: 'offer', type: 'repeat', isPerPerson: true },
      { name: 'words', type: 'open', in: 'offer' },
    ],
    { kind: 'group', personCount: 2 },
  );
  using core = entry.core;
  const { client, session } = core;
  const { workspace } = session;
  const { interviewId, projectId } = entry;
  for (const person of [1, 2]) await entry.answer('agree', 1, person);
  const { instance } = await client.interviews.addTurn({ interviewId, questionId: entry.id('offer'), parentInstance: 2 });
  await entry.answer('words', 'det hjalp meg mye', instance);
  const textId = workspace.db.prepare("SELECT id FROM text WHERE kind = 'answer'").pluck().get() as string;
  const { quoteIds } = await client.quotes.keep({ places: [{ textId, start: 0, end: 17 }] });
  const quoteId = quoteIds[0] ?? '';
  const report = ReportId.parse(workspace.newId());
  const another = workspace.newId();
  workspace.operations.run({ ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false }, () => {
    workspace.sql.insert('actor', { id: another, user_name: 'sol', name: 'Solfrid Tangvåg', initials: 'ST' });
    workspace.sql.insert('report', { id: report, project_id: projectId, kind: 'other', title: 'Rapport', language: 'nb' });
    workspace.sql.insert('report_block', { id: workspace.newId(), report_id: report, ordinal: 1, kind: 'quote', quote_id: quoteId });
  });
  await client.quotes.propose({ quoteId });
  workspace.seat(another);
  await client.quotes.approve({ quoteId });
  const shown = async () => JSON.stringify((await client.reports.document({ reportId: report })).blocks);
  expect(await shown()).toContain('det hjalp meg mye');
  await entry.answer('agree', 2, 2);
  expect(await shown()).not.toContain('hjalp');
  await expect(client.quotes.get({ quoteId })).rejects.toEqual(refused('NOT_FOUND'));
  expect((await client.quotes.list({ projectId, from: 0, limit: 10 })).counts).toEqual([]);
});
