import { readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProjectId, type VersionId } from '../../shared/model/ids.ts';
import type { QuestionnaireSpec } from '../../shared/model/questionnaire-spec.ts';
import { readForm } from '../../shared/xlsform/index.ts';
import type { Core } from '../../electron/core/open-core.ts';
import { readQuestionnaireSpec } from '../../electron/core/features/questionnaires/read-spec.ts';
import { formWords } from '../../electron/core/features/xlsform/form-words.ts';
import { readBook } from '../../electron/core/features/xlsform/read-book.ts';
import { formFiles, formsFolder, hasForms } from '../formats/xlsform-fixture.ts';
import { buildZip } from '../formats/zip-fixture.ts';
import { finish, hashTables, openEmptyWorkspace, pluck, upload } from './survey-upload-fixture.ts';

if (!hasForms) console.warn('skipped: ../shared/data/xlsform is absent, so real forms are not imported into a workspace');

function addProject(core: Core, name: string): ProjectId {
  const { workspace } = core.session;
  const id = workspace.newId();
  workspace.operations.run(
    { actorId: workspace.sourceFor('program').actorId, windowId: 'program', kind: 'test', labelId: 'test', isUndoable: false },
    () => workspace.sql.insert('project', { id, kind: 'survey', name, status: 'planned', content_language: 'nb' }),
  );
  return ProjectId.parse(id);
}

const form =
  'survey,,,\n,type,name,label\n,integer,alder,Hvor gammel er du?\n,select_one svar,enig,Er du enig?\nchoices,,,\n,list_name,name,label\n,svar,1,Enig\n,svar,2,Uenig\n';
const small = { name: 'Skjema fra Fjordvik.csv', content: form };

async function importFrom(
  core: Core,
  projectId: ProjectId,
  from: Parameters<typeof upload>[1],
  name: string,
): Promise<{ versionId: VersionId; spec: QuestionnaireSpec }> {
  const ticket = await upload(core, from);
  const { output } = await finish(core.client.xlsform.importForm({ projectId, ticket, languages: {}, name }));
  if (output.state !== 'imported') throw new Error(`refused: ${JSON.stringify(output.problems)}`);
  return { versionId: output.versionId, spec: readQuestionnaireSpec(core.session.workspace.sql, output.versionId) };
}

/** The bytes of an exported version, as a download gives them. */
async function exported(core: Core, versionId: VersionId): Promise<{ name: string; content: Uint8Array }> {
  const { ticket, fileName } = await core.client.xlsform.exportForm({ versionId });
  return { name: fileName, content: readFileSync(join(core.session.deps.temporaryFolder, 'out', ticket)) };
}

describe('an XLSForm in a workspace', () => {
  it('is shown before it is written, and imported as a draft in one step that can be undone [F16]', async () => {
    using core = await openEmptyWorkspace();
    const projectId = addProject(core, 'Fjordvik');
    const before = hashTables(core, 'logged');
    const ticket = await upload(core, small);
    const { output: inspection } = await finish(core.client.xlsform.inspect({ projectId, ticket, languages: {} }));
    expect(inspection).toMatchObject({
      format: 'csv',
      name: 'Skjema fra Fjordvik',
      questionCount: 2,
      errorCount: 0,
      languages: [{ fileLanguage: '', language: 'nb' }],
      questions: [
        { row: 3, name: 'alder', type: 'number', wording: { nb: 'Hvor gammel er du?' }, optionCount: 0 },
        { row: 4, name: 'enig', type: 'one', optionCount: 2 },
      ],
    });
    expect(hashTables(core, 'logged')).toEqual(before);
    const { output } = await finish(core.client.xlsform.importForm({ projectId, ticket, languages: {}, name: 'Brukerskjema' }));
    expect(output).toMatchObject({ state: 'imported', questionCount: 2 });
    const { questionnaires } = await core.client.questionnaires.list({ projectId });
    expect(questionnaires).toMatchObject([
      { name: 'Brukerskjema', versions: [{ number: 1, status: 'draft', languages: ['nb'], questionCount: 2 }] },
    ]);
    await expect(core.client.xlsform.inspect({ projectId, ticket, languages: {} }).then(finishNow)).rejects.toMatchObject({
      code: 'TICKET_UNKNOWN',
    });
    await core.client.history.undo({});
    expect((await core.client.questionnaires.list({ projectId })).questionnaires).toEqual([]);
    expect(hashTables(core, 'logged')).toEqual(before);
  });

  it('is not written when it has errors, a name that is taken, or is cancelled', async () => {
    using core = await openEmptyWorkspace();
    const projectId = addProject(core, 'Fjordvik');
    await importFrom(core, projectId, small, 'Brukerskjema');
    const before = hashTables(core, 'all');
    const bad = await upload(core, { name: 'feil.csv', content: form.replace('alder,', '1alder,') });
    const { output } = await finish(core.client.xlsform.importForm({ projectId, ticket: bad, languages: {}, name: 'Nytt' }));
    expect(output).toMatchObject({
      state: 'refused',
      errorCount: 1,
      problems: [{ code: 'name-invalid', sheet: 'survey', row: 3, column: 'C' }],
    });
    const again = await upload(core, small);
    await expect(
      finish(core.client.xlsform.importForm({ projectId, ticket: again, languages: {}, name: 'brukerskjema' })),
    ).rejects.toMatchObject({ code: 'NAME_TAKEN' });
    const abort = new AbortController();
    const steps = await core.client.xlsform.importForm({ projectId, ticket: again, languages: {}, name: 'Nytt' }, { signal: abort.signal });
    await steps.next();
    abort.abort();
    await expect(steps.next()).rejects.toThrow();
    expect(hashTables(core, 'all')).toEqual(before);
  });

  it.each<[string, () => Uint8Array | string | null, string, string]>([
    ['an empty file', () => '', 'FILE_UNREADABLE', 'xlsform.error.empty'],
    [
      'a workbook cut off',
      () => buildZip([{ name: 'xl/workbook.xml', content: 'x' }]).subarray(0, 60),
      'FILE_UNREADABLE',
      'xlsform.error.truncated',
    ],
    [
      'an encrypted workbook',
      () => buildZip([{ name: 'xl/workbook.xml', content: 'x', flags: 1 }]),
      'FILE_UNREADABLE',
      'xlsform.error.encrypted',
    ],
    [
      'a zip bomb',
      () => buildZip([{ name: 'xl/workbook.xml', content: Buffer.alloc(160 * 1024 * 1024) }]),
      'FILE_UNREADABLE',
      'xlsform.error.zip-bomb',
    ],
    ['a file of 60 MB', () => null, 'FILE_TOO_LARGE', 'xlsform.error.too-large'],
  ])('%s is refused in words, and the workspace is untouched', async (_what, content, code, message) => {
    using core = await openEmptyWorkspace();
    const projectId = addProject(core, 'Fjordvik');
    const before = hashTables(core, 'all');
    const bytes = content();
    const ticket = await upload(core, { name: 'skjema.xlsx', content: bytes ?? 'x' });
    if (bytes === null) truncateSync(core.session.blobs.received(ticket).path, 60 * 1024 * 1024);
    for (const run of [
      () => finish(core.client.xlsform.inspect({ projectId, ticket, languages: {} })),
      () => finish(core.client.xlsform.importForm({ projectId, ticket, languages: {}, name: 'X' })),
    ]) {
      await expect(run()).rejects.toMatchObject({ code, data: { message } });
    }
    expect(hashTables(core, 'all')).toEqual(before);
  });

  it('leaves with a file name that every system takes, and says who has too long a text', async () => {
    using core = await openEmptyWorkspace();
    const projectId = addProject(core, 'Fjordvik');
    const { versionId } = await importFrom(core, projectId, small, 'Vår/høst: «A»?');
    expect((await exported(core, versionId)).name).toBe('Vår høst «A».xlsx');
    const { versionId: long } = await importFrom(
      core,
      projectId,
      { name: 'lang.csv', content: form.replace('Er du enig?', 'x'.repeat(33_000)) },
      'Lang',
    );
    await expect(core.client.xlsform.exportForm({ versionId: long })).rejects.toMatchObject({
      code: 'OUT_OF_RANGE',
      data: { message: 'xlsform.error.too-long', params: { sheet: 'survey', row: 3 } },
    });
  });
});

async function finishNow<P, O>(steps: { next: () => Promise<IteratorResult<P, O>> }): Promise<O> {
  return (await finish(Promise.resolve(steps))).output;
}

describe.skipIf(!hasForms)('real forms through a real workspace', () => {
  const good = formFiles.filter((name) => !name.startsWith('bad-'));

  it.each(good)('%s: import, export, import gives the same questionnaire [F16] [F17]', async (name) => {
    using core = await openEmptyWorkspace();
    const path = join(formsFolder, name);
    const wanted = readForm((await readBook(path)).book, { name, words: formWords(), fallback: 'nb' }).spec;
    const first = await importFrom(core, addProject(core, 'Først'), path, wanted.name);
    expect(first.spec).toEqual(wanted);
    const second = await importFrom(core, addProject(core, 'Så'), await exported(core, first.versionId), wanted.name);
    expect(second.spec).toEqual(first.spec);
    // What was imported can be looked at and judged like any other draft.
    await core.client.questionnaires.version({ versionId: second.versionId });
    await core.client.questionnaires.problems({ versionId: second.versionId });
    expect(pluck(core, 'PRAGMA integrity_check')).toBe('ok');
  });

  it('forms with errors are refused with their rows and write nothing [F16]', async () => {
    using core = await openEmptyWorkspace();
    const projectId = addProject(core, 'Fjordvik');
    const before = hashTables(core, 'all');
    for (const name of ['bad-duplicate_columns.xlsx', 'bad-extra_columns.xls']) {
      const ticket = await upload(core, join(formsFolder, name));
      const { output } = await finish(core.client.xlsform.importForm({ projectId, ticket, languages: {}, name }));
      expect(output).toMatchObject({ state: 'refused', problems: [{ sheet: 'survey', column: expect.stringMatching(/^[A-Z]+$/u) }] });
    }
    expect(hashTables(core, 'all')).toEqual(before);
  });
});
