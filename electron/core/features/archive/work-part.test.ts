import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { buildSample } from '../../../../scripts/sample/build-sample.ts';
import { aPath } from '../../../../test/support/a-workspace.ts';
import { openCore } from '../../open-core.ts';
import { tablesPart } from './work-part.ts';

const path = aPath('Fjordvik.rost');
beforeAll(() => buildSample(path));

const TextRow = z.object({ id: z.string(), project_id: z.string(), body: z.string(), respondent_id: z.string(), interview_key: z.int() });

test('[F31] of a quote only the words that were cleared leave, and nobody’s who no longer wants to be quoted', async () => {
  using core = openCore();
  await core.client.workspace.open({ path });
  const { workspace } = core.session;
  const { sql } = workspace;
  const texts = sql.all(
    TextRow,
    `SELECT text.id, text.project_id, text.body, interview.respondent_id, text.interview_key FROM text
     JOIN interview ON interview.key = text.interview_key JOIN respondent ON respondent.id = interview.respondent_id
     WHERE text.kind = 'answer' AND respondent.withdrawn_at IS NULL AND interview.status = 'complete' AND length(text.body) > 40
     GROUP BY interview.respondent_id ORDER BY text.project_id, text.id LIMIT 4`,
  );
  const [quoted, refusing, declined, notYet] = texts;
  if (quoted === undefined || refusing === undefined || declined === undefined || notYet === undefined) throw new Error('too few texts');
  workspace.operations.run({ ...workspace.sourceFor('t'), kind: 'test', labelId: 'test', isUndoable: true }, () => {
    sql.run("UPDATE quote SET status = 'raw'");
    for (const [text, words, status] of [
      [quoted, 'Hun måtte vente [lenge].', 'cleared'],
      [refusing, 'Vil ikke siteres.', 'cleared'],
      [declined, 'Ville ikke være med.', 'cleared'],
      [notYet, 'Bare foreslått.', 'proposed'],
    ] as const)
      sql.insert('quote', { id: workspace.newId(), text_id: text.id, start_offset: 0, end_offset: 20, cleared_body: words, status });
    sql.run("DELETE FROM consent WHERE scope = 'quotes' AND respondent_id = :id", { id: refusing.respondent_id });
    sql.insert('consent', {
      id: workspace.newId(),
      respondent_id: refusing.respondent_id,
      scope: 'quotes',
      given_on: '2025-01-01',
      withdrawn_on: '2025-02-01',
    });
    sql.run("UPDATE interview SET status = 'declined' WHERE key = :key", { key: declined.interview_key });
  });
  const files = new Map<string, string>();
  for (const projectId of new Set(texts.map((text) => text.project_id)))
    for await (const { fileName, content } of tablesPart({ call: { sql }, projectId, language: 'nb' }))
      if (content instanceof Uint8Array) files.set(fileName, Buffer.from(content).toString('utf8'));
  const quotes = [...files].find(([name]) => name.endsWith('/quotes.csv'))?.[1] ?? '';
  expect(quotes.split(/\r\n|\n/u).filter((line) => line !== '')).toEqual([
    'status,kind,text',
    expect.stringMatching(/Hun måtte vente \[lenge\]\./u),
  ]);
  for (const [name, content] of files) for (const { body } of texts) expect(content.includes(body), name).toBe(false);
});
