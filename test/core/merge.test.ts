import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentOf, aFolder } from '../support/a-workspace.ts';
import { addInterview, addText, copyOf, id, look, merge, openLaptop, twoLaptops, type Laptop } from './merge-fixture.ts';
import { finish, upload } from './survey-upload-fixture.ts';

function contentIn(laptop: Laptop): Record<string, unknown[]> {
  const db = laptop.core.session.workspace?.db;
  if (db === undefined) throw new Error('the laptop has a workspace open');
  const { merged_op: _log, ...content } = contentOf(db);
  return content;
}

const integrity = ({ all }: Laptop): unknown => [all('PRAGMA foreign_key_check'), all('PRAGMA integrity_check')];

describe('[F30] taking over a copy of the workspace', () => {
  test('what was done there comes here whole, in one step that undo takes back row for row', async () => {
    using laptops = await twoLaptops();
    const { mine, theirs } = laptops;
    const before = contentIn(mine);
    addInterview(theirs, { respondent: 50, interview: 51, key: 2, code: 'R002' });
    theirs.add('answer', { interview_key: 2, question_key: 1, num: 1 / 3 });
    theirs.run('UPDATE answer SET num = 7 WHERE interview_key = 1 AND question_key = 1');
    theirs.run('DELETE FROM coding');
    const { report, counts } = await merge(mine, theirs);
    expect(report.conflicts).toEqual([]);
    expect(report.people).toEqual([{ name: 'ingrid', steps: 5 }]);
    expect(counts).toEqual({ added: 3, changed: 1, removed: 1 });
    expect(contentIn(mine)).toEqual(contentIn(theirs));
    await mine.undo();
    expect(contentIn(mine)).toEqual(before);
    expect((await look(mine, theirs)).counts).not.toEqual([]);
    await mine.core.client.history.redo({});
    expect(contentIn(mine)).toEqual(contentIn(theirs));
  });

  test('merging twice is merging once: the second time there is nothing new', async () => {
    using laptops = await twoLaptops();
    const { mine, theirs } = laptops;
    theirs.run("UPDATE text SET body = 'Jeg ventet altfor lenge på svar'");
    theirs.add('coding', {
      id: id(60),
      text_id: id(42),
      theme_id: id(30),
      coder_id: 'solfrid',
      is_whole: 1,
      start_offset: 0,
      end_offset: 31,
      coded_at: 'x',
    });
    await merge(mine, theirs);
    const once = contentIn(mine);
    const again = await look(mine, theirs);
    expect(again).toMatchObject({ counts: [], conflicts: [], people: [] });
    await merge(mine, theirs);
    expect(contentIn(mine)).toEqual(once);
  });

  test('there and back again, after both went on: nobody is asked about what they have already seen', async () => {
    using laptops = await twoLaptops();
    const { mine, theirs } = laptops;
    theirs.run('UPDATE answer SET num = 7 WHERE question_key = 1');
    await merge(mine, theirs);
    mine.run('UPDATE answer SET num = 8 WHERE question_key = 1');
    const report = await look(theirs, mine);
    expect(report.conflicts).toEqual([]);
    await merge(theirs, mine);
    expect(contentIn(theirs)).toEqual(contentIn(mine));
    theirs.run('UPDATE answer SET num = 9 WHERE question_key = 1');
    mine.run("UPDATE wave SET name = 'Høst'");
    await merge(mine, theirs);
    await merge(theirs, mine);
    expect(mine.all('SELECT num FROM answer WHERE question_key = 1')).toEqual([[9]]);
    expect(contentIn(theirs)).toEqual(contentIn(mine));
  });

  test('two values for one answer are a conflict with both values; mine stands until theirs is chosen', async () => {
    using laptops = await twoLaptops();
    const { mine, theirs } = laptops;
    mine.run('UPDATE answer SET num = 8 WHERE question_key = 1');
    theirs.run("UPDATE answer SET num = NULL, missing = 'dont-know' WHERE question_key = 1");
    const report = await look(mine, theirs);
    const conflict = report.conflicts[0];
    expect(report.conflicts).toHaveLength(1);
    expect(conflict).toMatchObject({ kind: 'both-changed', thing: 'merge.thing.answer', name: 'R001 · 1' });
    expect(conflict).toMatchObject({
      mine: { text: '8' },
      theirs: { message: 'interviews.reason.dontKnow' },
      mineBy: 'Solfrid',
      theirsBy: 'ingrid',
    });
    await merge(mine, theirs);
    expect(mine.all('SELECT num, missing FROM answer WHERE question_key = 1')).toEqual([[8, null]]);
    await mine.undo();
    await merge(mine, theirs, { [conflict?.id ?? '']: { take: 'theirs' } });
    expect(mine.all('SELECT num, missing FROM answer WHERE question_key = 1')).toEqual([[null, 'dont-know']]);
  });

  test('a text worded differently on both sides can be given a third wording, and codings of both move with it', async () => {
    using laptops = await twoLaptops();
    const { mine, theirs } = laptops;
    mine.run("UPDATE text SET body = 'Jeg ventet lenge på svar!'");
    theirs.run("UPDATE text SET body = 'Vi ventet lenge på svar'");
    theirs.add('coding', {
      id: id(60),
      text_id: id(42),
      theme_id: id(30),
      coder_id: 'kari',
      is_whole: 0,
      start_offset: 3,
      end_offset: 9,
      coded_at: 'x',
    });
    const report = await look(mine, theirs);
    expect(report.conflicts[0]).toMatchObject({ canType: true, part: 'merge.part.body' });
    await merge(mine, theirs, { [report.conflicts[0]?.id ?? '']: { take: 'other', text: 'Vi ventet lenge på svar!' } });
    const body = String((mine.all('SELECT body FROM text')[0] as string[])[0]);
    const places = mine.all('SELECT start_offset, end_offset FROM coding ORDER BY id') as [number, number][];
    expect(places.map(([start, end]) => body.slice(start, end))).toEqual(['ventet', 'ventet']);
  });

  test('different columns of one row are put together without asking', async () => {
    using laptops = await twoLaptops();
    const { mine, theirs } = laptops;
    mine.run("UPDATE interview SET mode = 'phone'");
    theirs.run("UPDATE interview SET held_on = '2026-03-02'");
    expect((await merge(mine, theirs)).report.conflicts).toEqual([]);
    expect(mine.all('SELECT mode, held_on FROM interview')).toEqual([['phone', '2026-03-02']]);
  });

  test('deleted here and edited there is always asked; the edit comes back only by choice', async () => {
    using laptops = await twoLaptops();
    const { mine, theirs } = laptops;
    mine.run('DELETE FROM coding');
    theirs.run("UPDATE coding SET polarity = 'negative'");
    const { report } = await merge(mine, theirs);
    expect(report.conflicts).toMatchObject([{ kind: 'deleted-here', mine: { message: 'merge.side.removed' } }]);
    expect(mine.all('SELECT id FROM coding')).toEqual([]);
    await mine.undo();
    await merge(mine, theirs, { [report.conflicts[0]?.id ?? '']: { take: 'theirs' } });
    expect(mine.all('SELECT polarity FROM coding')).toEqual([['negative']]);
  });

  test('a file of another workspace is refused, and so is anything that is none', async () => {
    using laptops = await twoLaptops();
    const { mine } = laptops;
    using stranger = await openLaptop('nils', join(aFolder(), 'x.rost'), 'create');
    await expect(look(mine, stranger)).rejects.toMatchObject({ code: 'MERGE_STRANGER' });
    const before = contentIn(mine);
    for (const content of ['', 'PK\u0003\u0004 not a workspace at all', `SQLite format 3\u0000${'x'.repeat(5000)}`]) {
      const ticket = await upload(mine.core, { name: 'b.rost', content });
      await expect(finish(mine.core.client.merge.look({ ticket }))).rejects.toThrow();
    }
    expect(contentIn(mine)).toEqual(before);
  });
});

describe('[F30] what other programs have got wrong', () => {
  test('1, 4, 11: every column comes along: place in the text, owner, time, remark, whatever the table', async () => {
    using laptops = await twoLaptops();
    const { mine, theirs } = laptops;
    theirs.add('coding', {
      id: id(60),
      text_id: id(42),
      theme_id: id(30),
      coder_id: 'kari',
      is_whole: 0,
      start_offset: 4,
      end_offset: 10,
      certainty: 'inferred',
      reason: 'mellom linjene',
      polarity: 'mixed',
      origin: 'search',
      is_doubtful: 1,
      coded_at: '2026-03-05T10:11:12.000Z',
    });
    theirs.add('memo', { id: id(61), project_id: id(1), coding_id: id(60), body: 'Se også R002', written_by: 'solfrid', written_at: 'x' });
    await merge(mine, theirs);
    expect(contentIn(mine)).toEqual(contentIn(theirs));
  });

  test('2: files come along with their bytes, once', async () => {
    using laptops = await twoLaptops();
    const { mine, theirs } = laptops;
    theirs.core.session.workspace?.db
      .prepare('INSERT INTO attachment_content (sha256, bytes) VALUES (?, ?)')
      .run('aa', Buffer.from([1, 2, 3]));
    for (const n of [60, 61])
      theirs.add('attachment', {
        id: id(n),
        project_id: id(1),
        name: 'plan.pdf',
        media_type: 'application/pdf',
        sha256: 'aa',
        byte_count: 3,
      });
    await merge(mine, theirs);
    expect(mine.all('SELECT sha256, hex(bytes) FROM attachment_content')).toEqual([['aa', '010203']]);
    expect(mine.all('SELECT count(*) FROM attachment')).toEqual([[2]]);
  });

  test('3: both go on with the same small number and the same code; every answer stays with its own interview', async () => {
    using laptops = await twoLaptops();
    const { mine, theirs } = laptops;
    addInterview(mine, { respondent: 50, interview: 51, key: 2, code: 'R002' });
    mine.add('answer', { interview_key: 2, question_key: 1, num: 20 });
    addText(mine, { text: 52, interviewKey: 2, body: 'mitt' });
    addInterview(theirs, { respondent: 60, interview: 61, key: 2, code: 'R002' });
    theirs.add('answer', { interview_key: 2, question_key: 1, num: 30 });
    addText(theirs, { text: 62, interviewKey: 2, body: 'deres' });
    const { report } = await merge(mine, theirs);
    expect(report.conflicts).toMatchObject([{ kind: 'same-code' }]);
    expect(report.notices).toEqual([{ message: 'merge.renamed.respondent', params: { from: 'R002', to: 'R003' } }]);
    const rows = mine.all(`SELECT respondent.code, num, body FROM interview JOIN respondent ON respondent.id = respondent_id
      JOIN answer ON answer.interview_key = interview.key AND answer.question_key = 1 JOIN text ON text.interview_key = interview.key ORDER BY respondent.code`);
    expect(rows).toEqual([
      ['R001', 6, 'Jeg ventet lenge på svar'],
      ['R002', 20, 'mitt'],
      ['R003', 30, 'deres'],
    ]);
    expect(mine.all('SELECT count(*) FROM answer JOIN text ON text.id = text_id AND text.interview_key = answer.interview_key')).toEqual([
      [3],
    ]);
  });

  test('3: the same code can be the same person: then there is one participant with both interviews', async () => {
    using laptops = await twoLaptops();
    const { mine, theirs } = laptops;
    addInterview(mine, { respondent: 50, interview: 51, key: 2, code: 'R002' });
    addInterview(theirs, { respondent: 60, interview: 61, key: 2, code: 'R002' });
    const conflict = (await look(mine, theirs)).conflicts[0];
    await merge(mine, theirs, { [conflict?.id ?? '']: { take: 'theirs' } });
    expect(mine.all('SELECT code FROM respondent ORDER BY code')).toEqual([['R001'], ['R002']]);
    expect(mine.all('SELECT count(*) FROM interview JOIN respondent ON respondent.id = respondent_id GROUP BY code ORDER BY code')).toEqual(
      [[1], [2]],
    );
  });

  test('5: the same answer written on both machines stays one text with one answer', async () => {
    using laptops = await twoLaptops();
    const { mine, theirs } = laptops;
    for (const laptop of [mine, theirs]) laptop.run('DELETE FROM coding');
    for (const laptop of [mine, theirs]) laptop.run('DELETE FROM answer WHERE text_id IS NOT NULL');
    for (const laptop of [mine, theirs]) laptop.run('DELETE FROM text');
    addText(mine, { text: 70, interviewKey: 1, body: 'mitt' });
    addText(theirs, { text: 71, interviewKey: 1, body: 'deres' });
    const { report } = await merge(mine, theirs);
    expect(report.conflicts).toMatchObject([{ kind: 'both-changed', mine: { text: 'mitt' }, theirs: { text: 'deres' } }]);
    expect(mine.all('SELECT id, body FROM text')).toEqual([[id(70), 'mitt']]);
    expect(integrity(mine)).toEqual([[], [['ok']]]);
  });

  test('6: a coding is never left without its theme: what was removed here is asked about', async () => {
    using laptops = await twoLaptops();
    const { mine, theirs } = laptops;
    mine.run('DELETE FROM coding');
    mine.run('DELETE FROM theme_term');
    mine.run('DELETE FROM theme');
    theirs.add('coding', {
      id: id(60),
      text_id: id(42),
      theme_id: id(30),
      coder_id: 'solfrid',
      is_whole: 1,
      start_offset: 0,
      end_offset: 24,
      coded_at: 'x',
    });
    const { report } = await merge(mine, theirs);
    expect(report.conflicts).toMatchObject([{ kind: 'deleted-here', thing: 'merge.thing.theme' }]);
    expect(mine.all('SELECT id FROM coding')).toEqual([]);
    expect(integrity(mine)).toEqual([[], [['ok']]]);
    await mine.undo();
    await merge(mine, theirs, { [report.conflicts[0]?.id ?? '']: { take: 'theirs' } });
    expect(mine.all('SELECT id, theme_id FROM coding')).toEqual([[id(60), id(30)]]);
  });

  test('6: what they removed and is used here stays', async () => {
    using laptops = await twoLaptops();
    const { mine, theirs } = laptops;
    theirs.run('DELETE FROM coding');
    theirs.run('DELETE FROM theme_term');
    theirs.run('DELETE FROM theme');
    mine.add('coding', {
      id: id(60),
      text_id: id(42),
      theme_id: id(30),
      coder_id: 'solfrid',
      is_whole: 1,
      start_offset: 0,
      end_offset: 24,
      coded_at: 'x',
    });
    const { report } = await merge(mine, theirs);
    expect(report.notices).toMatchObject([{ message: 'merge.keptInUse' }]);
    expect(mine.all('SELECT id FROM theme')).toEqual([[id(30)]]);
    expect(mine.all('SELECT id FROM coding')).toEqual([[id(60)]]);
    expect(integrity(mine)).toEqual([[], [['ok']]]);
  });

  test('7, 9: a file that is no workspace makes nothing new beside it, and a copy that was read is let go of', async () => {
    using laptops = await twoLaptops();
    const { mine, theirs } = laptops;
    const ticket = await upload(mine.core, { name: 'empty.rost', content: '' });
    const folder = join(mine.core.session.deps.temporaryFolder, 'in');
    const files = readdirSync(folder);
    await expect(finish(mine.core.client.merge.look({ ticket }))).rejects.toMatchObject({ code: 'NOT_A_WORKSPACE' });
    expect(readdirSync(folder)).toEqual(files);
    const copy = await upload(mine.core, copyOf(theirs));
    await finish(mine.core.client.merge.look({ ticket: copy }));
    // Windows would refuse to write over an open file; everywhere, an open one would now be read as damaged.
    writeFileSync(join(folder, copy), 'gone');
    await expect(finish(mine.core.client.merge.look({ ticket: copy }))).rejects.toMatchObject({ code: 'NOT_A_WORKSPACE' });
    rmSync(join(folder, copy));
  });

  test('8: copies with nothing in them merge', async () => {
    using laptops = await twoLaptops(() => {});
    const { mine, theirs } = laptops;
    expect((await merge(mine, theirs)).counts).toEqual({ added: 0, changed: 0, removed: 0 });
    theirs.add('place', { id: id(1), kind: 'municipality', country_code: 'NO', name: 'Fjordvik' });
    expect((await merge(mine, theirs)).counts).toEqual({ added: 1, changed: 0, removed: 0 });
  });

  test('10: a memo stays on what it is about: a text, a coding, a theme, a project', async () => {
    using laptops = await twoLaptops();
    const { mine, theirs } = laptops;
    const about = [{ text_id: id(42) }, { coding_id: id(43) }, { theme_id: id(30) }, { project_id: id(1) }];
    for (const [n, on] of about.entries()) theirs.add('memo', { id: id(60 + n), body: 'm', written_by: 'solfrid', written_at: 'x', ...on });
    await merge(mine, theirs);
    expect(contentIn(mine)['memo']).toEqual(contentIn(theirs)['memo']);
  });

  test('12, 13: when writing fails, nothing is written, nothing stays open, and work goes on', async () => {
    using laptops = await twoLaptops();
    const { mine, theirs } = laptops;
    theirs.run('UPDATE answer SET num = 7 WHERE question_key = 1');
    const ticket = await upload(mine.core, copyOf(theirs));
    const { fingerprint } = (await finish(mine.core.client.merge.look({ ticket }))).output;
    const before = contentIn(mine);
    mine.core.session.workspace?.db.exec("CREATE TEMP TRIGGER stop BEFORE INSERT ON merged_op BEGIN SELECT RAISE(ABORT, 'stop'); END");
    await expect(finish(mine.core.client.merge.carryOut({ ticket, fingerprint, choices: {} }))).rejects.toThrow();
    mine.core.session.workspace?.db.exec('DROP TRIGGER stop');
    expect(contentIn(mine)).toEqual(before);
    expect(mine.core.session.workspace?.db.inTransaction).toBe(false);
    mine.run('UPDATE answer SET num = 5 WHERE question_key = 1');
    await expect(finish(mine.core.client.merge.carryOut({ ticket, fingerprint, choices: {} }))).rejects.toMatchObject({ code: 'STALE' });
  });
});

test('[F30] what is put back by choice goes again when what it needs is not put back, and the merge comes to an end', async () => {
  using laptops = await twoLaptops();
  const { mine, theirs } = laptops;
  for (const table of ['coding', 'answer', 'text', 'interview', 'respondent', 'wave']) mine.run(`DELETE FROM ${table}`);
  theirs.run('UPDATE answer SET num = 7 WHERE question_key = 1');
  theirs.run("UPDATE text SET body = body || ' her'");
  const asked: Record<string, { take: 'theirs' }> = {};
  // Each answer asks about what it needs in turn; the wave stays gone.
  for (let round = 0; round < 5; round += 1) {
    const ticket = await upload(mine.core, copyOf(theirs));
    const { fingerprint, conflicts } = (await finish(mine.core.client.merge.look({ ticket }))).output;
    for (const { id: matter } of conflicts) if (!matter.startsWith('wave:')) asked[matter] = { take: 'theirs' };
    await mine.core.client.merge.keepChoices({ fingerprint, choices: asked });
  }
  expect(Object.keys(asked)).toContain(`interview:${id(41)}`);
  await merge(mine, theirs, asked);
  expect(mine.all('SELECT count(*) FROM interview')).toEqual([[0]]);
  expect(integrity(mine)).toEqual([[], [['ok']]]);
});

/** Random work on one laptop: answers, texts, codings, interviews, removals. */
function work(laptop: Laptop, { step, who, at }: { step: number; who: number; at: number }): void {
  const n = 10_000 * (who + 1) + at;
  const interviews = laptop.all('SELECT key FROM interview ORDER BY id') as [number][];
  const key = interviews[step % interviews.length]?.[0] ?? 1;
  const kind = step % 6;
  if (kind === 0) {
    const next = Math.max(...interviews.map(([one]) => one)) + 1;
    addInterview(laptop, { respondent: n, interview: n + 100_000, key: next, code: `R${String(next).padStart(3, '0')}` });
  } else if (kind === 1) laptop.run(`UPDATE answer SET num = ${n} WHERE interview_key = ${key} AND question_key = 1`);
  else if (kind === 2) laptop.run(`UPDATE text SET body = body || ' ${n}' WHERE interview_key = ${key}`);
  else if (kind === 3)
    laptop.run(
      `INSERT INTO coding (id, text_id, theme_id, coder_id, is_whole, start_offset, end_offset, coded_at)
       SELECT '${id(n)}', id, '${id(30)}', '${who === 0 ? 'ola' : 'kari'}', 1, 0, length(body), 'x' FROM text LIMIT 1`,
    );
  else if (kind === 4) laptop.run('DELETE FROM coding WHERE id = (SELECT min(id) FROM coding)');
  else laptop.run(`UPDATE interview SET mode = 'phone' WHERE key = ${key}`);
}

test(
  '[F30] whatever two people do, after merging both ways nothing dangles, a second round brings nothing, and undo brings all of it back',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 0, max: 1 })), { maxLength: 14 }), async (steps) => {
        using laptops = await twoLaptops();
        const both = [laptops.mine, laptops.theirs] as const;
        for (const [at, [step, who]] of steps.entries()) work(both[who === 0 ? 0 : 1], { step, who, at });
        const before = contentIn(laptops.mine);
        const first = await merge(laptops.mine, laptops.theirs);
        expect(integrity(laptops.mine)).toEqual([[], [['ok']]]);
        expect((await look(laptops.mine, laptops.theirs)).counts).toEqual([]);
        await merge(laptops.theirs, laptops.mine);
        expect(integrity(laptops.theirs)).toEqual([[], [['ok']]]);
        expect((await look(laptops.mine, laptops.theirs)).conflicts).toEqual([]);
        if (first.counts.added + first.counts.changed + first.counts.removed > 0) {
          await laptops.mine.undo();
          expect(contentIn(laptops.mine)).toEqual(before);
        }
      }),
      { numRuns: Number(process.env['ROST_LONG'] === undefined ? 12 : 150), endOnFailure: true },
    );
  },
  process.env['ROST_LONG'] === undefined ? 120_000 : 900_000,
);
