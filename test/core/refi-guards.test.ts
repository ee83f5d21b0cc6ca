import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Core } from '../../electron/core/open-core.ts';
import { buildZip } from '../formats/zip-fixture.ts';
import { everything, exportProject, fillWorkspace, importProject, inspectProject, type GeneratedWorkspace } from './refi-fixture.ts';
import { finish, openEmptyWorkspace, pluck } from './survey-upload-fixture.ts';

const given: GeneratedWorkspace = {
  persons: [
    { said: 'Lang ventetid på svar', remark: 'Nølte litt', age: 2, chosen: [1, 3], score: 4, day: '2026-03-19', isTwice: false },
    { said: 'Ingen hørte etter', remark: '', age: 1, chosen: [], score: null, day: null, isTwice: false },
  ],
  codings: [
    { person: 0, theme: 0, from: 5, length: 8, isWhole: false, coder: 0, memo: '' },
    { person: 0, theme: 1, from: 5, length: 8, isWhole: false, coder: 1, memo: 'Åses tanke' },
  ],
  document: 'Kära läsare',
};

function change({ session: { workspace } }: Core, sql: string): void {
  const source = { ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: true };
  workspace.operations.run(source, () => void workspace.sql.run(sql));
}

const codes = (notes: readonly { readonly code: string }[]): string[] => notes.map(({ code }) => code);

describe('what a project file may not do here', () => {
  test('[F60] issue 7.8: coding blind, what others have coded and written since is neither shown beside the file nor written over', async () => {
    using core = await openEmptyWorkspace();
    const { projectId, themes } = fillWorkspace(core, given);
    const file = await exportProject(core, projectId);
    const others = "(SELECT id FROM actor WHERE name = 'Åse Lind')";
    change(core, `UPDATE coding SET theme_id = '${themes[3]}', end_offset = 9 WHERE coder_id = ${others}`);
    change(core, `UPDATE memo SET body = 'Hemmelig tanke' WHERE coding_id IS NOT NULL OR text_id IS NOT NULL`);
    const open = await inspectProject(core, file);
    expect(open.inspection.changes.map(({ field }) => field)).toEqual(expect.arrayContaining(['theme', 'place', 'words']));
    await core.client.agreement.setBlind({ projectId, isBlind: true });
    const { inspection } = await importProject(core, file);
    expect(inspection.changes).toEqual([]);
    expect(JSON.stringify(inspection)).not.toMatch(/Hemmelig|Tema 4/u);
    expect(codes(inspection.notes)).toContain('coded-blind');
    expect(pluck(core, `SELECT theme_id FROM coding WHERE coder_id = ${others}`)).toBe(themes[3]);
    expect(pluck(core, "SELECT count(*) FROM memo WHERE body = 'Hemmelig tanke'")).toBe(2);
  });

  test('issue 7.8: whoever has withdrawn from the project it came from does not come in beside it either', async () => {
    using core = await openEmptyWorkspace();
    const { projectId } = fillWorkspace(core, given);
    const file = await exportProject(core, projectId);
    change(core, "UPDATE respondent SET withdrawn_at = '2026-04-01' WHERE code = 'R002'");
    const { inspection } = await importProject(core, file, { target: { kind: 'new', name: 'Kopi' } });
    expect(codes(inspection.notes)).toContain('withdrawn');
    expect(inspection.outcome.persons).toMatchObject({ made: 1, left: 1 });
    expect(pluck(core, "SELECT count(*) FROM text WHERE body = 'Ingen hørte etter'")).toBe(1);
  });

  test('issue 7.11: a project that was deleted with a receipt is not filled again, and what becomes of the file is told', async () => {
    using core = await openEmptyWorkspace();
    const { projectId } = fillWorkspace(core, given);
    const file = await exportProject(core, projectId);
    await finish(core.client.archive.deleteProject({ projectId, typedName: 'Fjordvik & «byen»', reason: 'Fristen er ute' }));
    await expect(inspectProject(core, file, { target: { kind: 'project', projectId } })).rejects.toMatchObject({ code: 'ANONYMISED' });
    const { inspection, result } = await importProject(core, file);
    expect(inspection.target).toEqual({ kind: 'new', name: 'Fjordvik & «byen»' });
    expect(codes(inspection.notes)).toContain('project-deleted');
    expect(result.projectId).not.toBe(projectId);
    expect(pluck(core, `SELECT count(*) FROM interview WHERE project_id = '${projectId}'`)).toBe(0);
  });
});

const theme = 'aaaaaaaa-0000-4000-8000-0000000000c1';

/** A file by another program. */
function foreign(inside: string, files: Record<string, string> = {}): { name: string; content: Buffer } {
  const xml = `<?xml version="1.0"?><Project name="Annet" xmlns="urn:QDA-XML:project:1.0"><CodeBook><Codes>
<Code guid="${theme}" name="Ventetid" isCodable="true"/></Codes></CodeBook>${inside}</Project>`;
  const parts = [{ name: 'project.qde', content: xml }, ...Object.entries(files).map(([name, content]) => ({ name, content }))];
  return { name: 'annet.qdpx', content: buildZip(parts) };
}

/** One answer of R001 to a variable by its name. */
const answering = (name: string, type: string, value: string): { name: string; content: Buffer } =>
  foreign(`<Variables><Variable guid="v1" name="${name}" typeOfVariable="${type}"/></Variables>
<Cases><Case guid="p1" name="R001"><VariableValue><VariableRef targetGUID="v1"/><${type}Value>${value}</${type}Value></VariableValue></Case></Cases>`);

describe('an answer of a file where there is one already', () => {
  const words = "SELECT body FROM text JOIN answer ON answer.text_id = text.id WHERE text.kind = 'answer' AND answer.interview_key = 1";

  test('[F68] words that are coded are kept, or changed with what stands on them, and never cut off from their answer', async () => {
    using core = await openEmptyWorkspace();
    const { projectId } = fillWorkspace(core, given);
    const file = answering('annerledes', 'Text', 'Altfor lang ventetid på svar');
    const target = { kind: 'project', projectId } as const;
    const { inspection } = await importProject(core, file, { target, known: 'keep', codes: 'file' });
    expect(inspection.changes).toMatchObject([{ kind: 'value', ours: 'Lang ventetid på svar', theirs: 'Altfor lang ventetid på svar' }]);
    expect(pluck(core, words)).toBe('Lang ventetid på svar');
    await importProject(core, file, { target, codes: 'file' });
    expect(pluck(core, words)).toBe('Altfor lang ventetid på svar');
    expect(
      pluck(core, 'SELECT DISTINCT substr(body, 1 + start_offset, end_offset - start_offset) FROM coding JOIN text ON text.id = text_id'),
    ).toBe('ventetid');
    expect(pluck(core, "SELECT count(*) FROM text WHERE kind = 'answer' AND interview_key = 1")).toBe(1);
    expect((await inspectProject(core, file, { target, codes: 'file' })).inspection.outcome.values).toMatchObject({ same: 1, changed: 0 });
  });

  test('[F68] new words for a question that is asked here are words that can be coded', async () => {
    using core = await openEmptyWorkspace();
    const { projectId } = fillWorkspace(core, { ...given, persons: given.persons.map((one) => ({ ...one, said: null })), codings: [] });
    await importProject(core, answering('annerledes', 'Text', 'Kort vei'), { target: { kind: 'project', projectId }, codes: 'file' });
    expect(pluck(core, words)).toBe('Kort vei');
  });

  test('[F68] one that was set aside is a change like others, and a new one ends what was said about the old', async () => {
    using core = await openEmptyWorkspace();
    const { projectId } = fillWorkspace(core, given);
    change(core, "UPDATE answer SET state = 'parked' WHERE interview_key = 1 AND question_key = 4");
    const target = { kind: 'project', projectId } as const;
    await importProject(core, answering('score', 'Float', '9'), { target, known: 'keep', codes: 'file' });
    expect(pluck(core, 'SELECT num FROM answer WHERE interview_key = 1 AND question_key = 4')).toBe(4);
    change(core, "UPDATE answer SET state = 'overridden', override_reason = 'Ja, fire' WHERE interview_key = 1 AND question_key = 4");
    await importProject(core, answering('score', 'Float', '9'), { target, codes: 'file' });
    expect(pluck(core, "SELECT num || coalesce(override_reason, '-') FROM answer WHERE interview_key = 1 AND question_key = 4")).toBe(
      '9.0-',
    );
  });
});

test('[F69] words are stored as all words are: composed, with line feeds alone', async () => {
  using core = await openEmptyWorkspace();
  const { projectId } = fillWorkspace(core, { ...given, persons: given.persons.map((one) => ({ ...one, said: null })), codings: [] });
  const file = answering('annerledes', 'Text', 'E\u0301n linje&#13;&#10;og en til');
  await importProject(core, file, { target: { kind: 'project', projectId }, codes: 'file' });
  expect(pluck(core, "SELECT body FROM text WHERE kind = 'answer' AND interview_key = 1")).toBe('Én linje\nog en til');
});

test('[F71] issue 7.8: somebody who withdraws while a file is made is in none: it is void', async () => {
  using core = await openEmptyWorkspace();
  const { projectId } = fillWorkspace(core, given);
  const wanted = {
    projectId,
    choices: everything,
    language: 'nb',
    recipient: 'Universitetet',
    purpose: 'Analyse',
    acceptsRisk: true,
  } as const;
  const steps = await core.client.refi.exportProject(wanted);
  await steps.next();
  await steps.next();
  change(core, "UPDATE interview SET status = 'withdrawn' WHERE key = 1");
  await expect(
    (async () => {
      for (;;) if ((await steps.next()).done === true) return;
    })(),
  ).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(pluck(core, 'SELECT count(*) FROM release')).toBe(0);
});

test('[F71] issue 7.8: a person of a group who says no while a file is made is in none either', async () => {
  using core = await openEmptyWorkspace();
  const { projectId } = fillWorkspace(core, given);
  change(core, "UPDATE question SET type = 'consent' WHERE key = 1");
  change(core, "UPDATE interview SET kind = 'group' WHERE key = 1");
  for (const instance of [1, 2])
    change(core, `INSERT INTO answer (interview_key, question_key, instance, code) VALUES (1, 1, ${instance}, 1)`);
  const wanted = { projectId, choices: everything, language: 'nb', recipient: 'Universitetet', purpose: 'Analyse' } as const;
  const steps = await core.client.refi.exportProject({ ...wanted, acceptsRisk: true });
  await steps.next();
  await steps.next();
  change(core, 'UPDATE answer SET code = 2 WHERE instance = 2');
  await expect(
    (async () => {
      for (;;) if ((await steps.next()).done === true) return;
    })(),
  ).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(pluck(core, 'SELECT count(*) FROM release')).toBe(0);
});

test('[F35] [F68] answers of finished interviews that a file changes are noted, and what was verified is to be checked again', async () => {
  using core = await openEmptyWorkspace();
  const { projectId } = fillWorkspace(core, given);
  const file = await exportProject(core, projectId);
  change(core, "UPDATE interview SET status = 'verified' WHERE key = 1");
  change(core, 'UPDATE answer SET num = 3 WHERE num = 4');
  change(core, "UPDATE text SET body = 'Kort ventetid' WHERE kind = 'answer' AND interview_key = 1");
  await importProject(core, file);
  expect(pluck(core, 'SELECT count(*) FROM answer WHERE num = 4')).toBe(1);
  expect(pluck(core, "SELECT count(DISTINCT question_id) FROM interview_change WHERE reason = 'import'")).toBe(2);
  expect(pluck(core, 'SELECT status FROM interview WHERE key = 1')).toBe('in-check');
  await core.client.history.undo({});
  expect(pluck(core, 'SELECT count(*) FROM interview_change')).toBe(0);
  expect(pluck(core, 'SELECT status FROM interview WHERE key = 1')).toBe('verified');
});

describe('waves and persons of a file', () => {
  const twice = { ...given, persons: given.persons.map((one) => ({ ...one, isTwice: true })), codings: [] };

  test('[F69] somebody interviewed twice in a wave comes in once, with the words of both', async () => {
    using core = await openEmptyWorkspace();
    const { projectId } = fillWorkspace(core, twice);
    change(core, 'UPDATE interview SET wave_id = (SELECT wave_id FROM interview WHERE key = 1)');
    change(core, "UPDATE text SET body = 'Bedre nå' WHERE kind = 'answer' AND interview_key = 2");
    using other = await openEmptyWorkspace();
    const file = await exportProject(core, projectId);
    const { inspection } = await importProject(other, file);
    expect(codes(inspection.notes)).toContain('as-document');
    expect(pluck(other, "SELECT group_concat(body, ' | ') FROM text WHERE kind = 'answer'")).toBe('Bedre nå | Ingen hørte etter');
    expect(pluck(other, "SELECT count(*) FROM text WHERE kind = 'document' AND body = 'Lang ventetid på svar'")).toBe(1);
    expect((await inspectProject(other, file)).inspection.isSame).toBe(true);
  });

  test('[F69] waves keep their order, whoever was interviewed in them', async () => {
    using core = await openEmptyWorkspace();
    const { projectId } = fillWorkspace(core, twice);
    change(core, `INSERT INTO wave (id, project_id, ordinal, name) VALUES ('${theme}', '${projectId}', 3, '2027')`);
    change(core, `UPDATE interview SET wave_id = '${theme}' WHERE key = 2`);
    using other = await openEmptyWorkspace();
    await importProject(other, await exportProject(core, projectId));
    expect(pluck(other, 'SELECT group_concat(name) FROM (SELECT name FROM wave ORDER BY ordinal)')).toBe('2025,2026,2027');
  });

  test('[F68] what another program has added to a file of ours is there the next time, in the same wave', async () => {
    using core = await openEmptyWorkspace();
    const { projectId } = fillWorkspace(core, twice);
    const file = await exportProject(core, projectId);
    const parts = unzipSync(file.content);
    const person = String(pluck(core, "SELECT id FROM respondent WHERE code = 'R001'"));
    const xml = strFromU8(parts['project.qde'] ?? new Uint8Array())
      .replace('<Variables>', '<Variables><Variable guid="v1" name="bor alene" typeOfVariable="Boolean"/>')
      .replace(
        new RegExp(`(<Case guid="${person}"[^>]*>\\s*<Description>[^<]*</Description>)`, 'u'),
        '$1<VariableValue><VariableRef targetGUID="v1"/><BooleanValue>true</BooleanValue></VariableValue>',
      );
    const content = buildZip([
      { name: 'project.qde', content: xml },
      ...Object.entries(parts).flatMap(([name, bytes]) => (name === 'project.qde' ? [] : [{ name, content: strFromU8(bytes) }])),
    ]);
    using other = await openEmptyWorkspace();
    await importProject(other, { name: 'x.qdpx', content });
    const { inspection } = await inspectProject(other, { name: 'x.qdpx', content });
    expect(inspection).toMatchObject({ isSame: true, changes: [] });
    expect(pluck(other, "SELECT count(*) FROM answer JOIN question ON question.key = question_key WHERE type = 'yes-no'")).toBe(1);
  });

  test('[F71] how precisely something is known is taken in where it is one of our words, and told where it is not', async () => {
    using core = await openEmptyWorkspace();
    const { projectId } = fillWorkspace(core, given);
    change(core, "UPDATE answer SET precision = 'about' WHERE num = 4");
    const parts = unzipSync((await exportProject(core, projectId)).content);
    const xml = strFromU8(parts['project.qde'] ?? new Uint8Array()).replace(
      '<TextValue>about</TextValue>',
      '<TextValue>sånn ca.</TextValue>',
    );
    expect(xml).toContain('sånn ca.');
    const content = buildZip([
      { name: 'project.qde', content: xml },
      ...Object.entries(parts).flatMap(([name, bytes]) => (name === 'project.qde' ? [] : [{ name, content: strFromU8(bytes) }])),
    ]);
    using other = await openEmptyWorkspace();
    const { inspection } = await importProject(other, { name: 'x.qdpx', content });
    expect(inspection.notes.find(({ code }) => code === 'value-unfit')?.places).toMatchObject([{ what: 'R001: sånn ca.' }]);
    expect(pluck(other, 'SELECT num FROM answer WHERE num IS NOT NULL AND precision IS NULL')).toBe(4);
  });

  test('[F71] users who have coded nothing are not made, and not told as made', async () => {
    using core = await openEmptyWorkspace();
    const { inspection } = await importProject(core, foreign('<Users><User guid="u1" name="Åse"/></Users>'));
    expect(inspection.outcome.people).toEqual({ made: 0, changed: 0, same: 0, left: 1 });
    expect(pluck(core, "SELECT count(*) FROM actor WHERE name = 'Åse'")).toBe(0);
  });
});

describe('notes of a file', () => {
  const source = `<Sources><TextSource guid="t1" name="Brev" plainTextPath="internal://t1.txt">
<NoteRef targetGUID="n1"/><NoteRef targetGUID="n1"/><NoteRef targetGUID="n1"/></TextSource></Sources>`;
  const note = '<Notes><Note guid="n1" plainTextPath="internal://n1.txt"/></Notes>';

  test('[F69] one that points to one thing several times is one memo', async () => {
    using core = await openEmptyWorkspace();
    await importProject(core, foreign(source + note, { 'sources/t1.txt': 'Kjære dere', 'sources/n1.txt': 'Husk' }));
    expect(pluck(core, 'SELECT count(*) FROM memo')).toBe(1);
  });

  test('[F71] one that is too long is cut, between characters, and that is told', async () => {
    using core = await openEmptyWorkspace();
    const long = `${'a'.repeat(99_999)}😀 og mer`;
    const { inspection } = await importProject(core, foreign(source + note, { 'sources/t1.txt': 'Kjære dere', 'sources/n1.txt': long }));
    expect(inspection.notes).toContainEqual(expect.objectContaining({ code: 'memo-cut', isLost: true, count: 1 }));
    expect(pluck(core, 'SELECT length(body) FROM memo')).toBe(99_999);
    const selection = `<PlainTextSelection guid="s1" startPosition="0" endPosition="5"><Description>${'b'.repeat(4_000_001)}</Description></PlainTextSelection>`;
    const described = source.replace(/<NoteRef.*\n?.*\/>/u, selection);
    await importProject(core, foreign(described, { 'sources/t1.txt': 'Kjære dere' }), { target: { kind: 'new', name: 'To' } });
    expect(pluck(core, "SELECT length(body) FROM memo WHERE body LIKE 'b%'")).toBe(100_000);
  });
});

test('[F70] a variable keeps its GUID when somebody is interviewed in an earlier wave later', async () => {
  using core = await openEmptyWorkspace();
  const { projectId } = fillWorkspace(core, given);
  const guids = async (): Promise<string[]> => {
    const { content } = await exportProject(core, projectId);
    const lines = strFromU8(unzipSync(content)['project.qde'] ?? new Uint8Array()).split('\n');
    return lines.filter((line) => line.includes('2026') && line.startsWith('<Variable ')).toSorted();
  };
  change(core, "UPDATE interview SET wave_id = (SELECT id FROM wave WHERE name = '2026')");
  const before = await guids();
  expect(before.length).toBeGreaterThan(3);
  change(core, "UPDATE interview SET wave_id = (SELECT id FROM wave WHERE name = '2025') WHERE key = 2");
  expect(before).toEqual(expect.arrayContaining(await guids()));
});
