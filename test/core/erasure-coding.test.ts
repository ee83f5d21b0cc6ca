import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openCore } from '../../electron/core/open-core.ts';
import { RespondentId } from '../../shared/model/ids.ts';
import { makeCodingFixture, textOf } from './coding-fixture.ts';

const Count = z.object({ n: z.int() });

test('[F39] issue 5: erasing a person reaches kept quotes and their marks, memos on the words and on codings, and what a matrix rests on', async () => {
  using core = openCore({ windowId: 'erasure' });
  const at = await makeCodingFixture(core, [
    { code: 'R001', body: 'Sønnen på Skarvøya drukna. Elleve uker uten svar.', age: 2 },
    { code: 'R002', body: 'Ventetiden var lang.', age: 2 },
  ]);
  const { coding, texts, quotes, framework, fieldwork } = core.client;
  const { workspace } = core.session;
  const textId = textOf(at, 'R001');
  const words = { textId, start: 0, end: 26 };
  const { codingIds } = await coding.apply({ textIds: [textId], themeId: at.themes.access, range: { start: 0, end: 26 } });
  await texts.writeMemo({ on: { kind: 'text', id: textId }, body: 'Kjenner igjen Skarvøya' });
  await texts.writeMemo({ on: { kind: 'coding', id: codingIds[0] ?? '' }, body: 'Sønnen nevnes to ganger' });
  const kept = await quotes.keep({ places: [words, { textId: textOf(at, 'R002'), start: 0, end: 10 }] });
  const [first = ''] = kept.quoteIds;
  workspace.operations.run({ ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: true }, () => {
    workspace.sql.run(
      "UPDATE quote SET status = 'proposed', cleared_body = 'Et barn på øya døde.', note = 'Skarvøya må bort' WHERE id = :first",
      {
        first,
      },
    );
    workspace.sql.insert('quote_mark', {
      id: workspace.newId(),
      quote_id: first,
      start_offset: 10,
      end_offset: 18,
      kind: 'place',
      decision: 'general-word',
      general_word: 'ei øy ved Skarvøya',
    });
  });
  const { frameworkId } = await framework.create({ projectId: at.projectId, name: 'M', unit: 'person', themeIds: [at.themes.access] });
  const row = at.respondents.get('R001') ?? '';
  await framework.write({ frameworkId, rowId: row, themeId: at.themes.access, summary: 'Mistet noen på Skarvøya.' });
  await framework.link({ frameworkId, rowId: row, themeId: at.themes.access, ...words });

  const steps = await fieldwork.erase({ respondentId: RespondentId.parse(row), typedCode: 'R001' });
  for (let step = await steps.next(); step.done !== true; step = await steps.next());

  const left = (table: string, where = '1 = 1'): number | undefined =>
    workspace.sql.get(Count, `SELECT count(*) AS n FROM ${table} WHERE ${where}`)?.n;
  expect([left('quote'), left('quote_mark'), left('memo'), left('coding'), left('framework_cell'), left('framework_cell_quote')]).toEqual([
    1, 0, 0, 0, 0, 0,
  ]);
  // Nor in what could be undone, nor anywhere else in the file.
  expect(left('op_change', "coalesce(before, '') || coalesce(after, '') LIKE '%Skarvøya%'")).toBe(0);
  expect(left('op', "label_params LIKE '%Skarvøya%' OR label_params LIKE '%Sønnen%'")).toBe(0);
  const { path } = workspace;
  core[Symbol.dispose]();
  const bytes = readFileSync(path);
  for (const said of ['Skarvøya', 'Sønnen', 'Et barn på øya']) expect(bytes.includes(Buffer.from(said)), said).toBe(false);
}, 120_000);
