import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SheetChoices } from '../../shared/contract/print.ts';
import type { VersionId } from '../../shared/model/ids.ts';
import { questionsOf } from '../../shared/model/questionnaire.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { buildSample } from '../../scripts/sample/build-sample.ts';
import { aPath } from '../support/a-workspace.ts';
import { convert, officeSkip } from '../support/office.ts';

const skip = officeSkip('writer');
const full = { codes: true, routing: true, instructions: true };
const bare = { codes: false, routing: false, instructions: false };

describe('[F18] the questionnaire on paper', () => {
  let core: Core;
  let versionId: VersionId;
  beforeAll(async () => {
    const path = aPath('Fjordvik.rost');
    buildSample(path);
    core = openCore();
    await core.client.workspace.open({ path });
    const { projects } = await core.client.projects.list({});
    for (const { id } of projects) {
      const found = (await core.client.questionnaires.list({ projectId: id })).questionnaires[0]?.versions[0];
      if (found !== undefined) versionId ??= found.id;
    }
  });
  afterAll(() => core[Symbol.dispose]());

  const sheet = (choices: Partial<SheetChoices>) =>
    core.client.print.questionnaire({ versionId, choices: { language: 'nb', ...full, ...choices } });

  test('numbers its questions as the screen does, in the same order', async () => {
    const version = await core.client.questionnaires.version({ versionId });
    const printed = (await sheet({})).blocks.flatMap((block) =>
      block.kind === 'grid' ? block.rows.map((row) => row.number) : block.kind === 'question' ? [block.number] : [],
    );
    expect(printed).toEqual(questionsOf(version).map((question) => question.number));
    expect(printed).toHaveLength(24);
  });

  test('[F12] shows codes, routing and what is for the interviewer, and none of it on the form of the person asked', async () => {
    const version = await core.client.questionnaires.version({ versionId });
    const instructions = questionsOf(version).flatMap((question) => question.instruction?.nb ?? []);
    expect(instructions.length).toBeGreaterThan(0);
    const mine = JSON.stringify(await sheet({}));
    const theirs = JSON.stringify(await sheet(bare));
    for (const instruction of instructions) {
      expect(mine).toContain(instruction);
      expect(theirs).not.toContain(instruction);
    }
    expect(mine).toContain('Spørres hvis spørsmål 13 er «Ja»');
    expect(theirs).not.toContain('Spørres hvis');
    expect(theirs).not.toMatch(/"code":"\d/u);
  });

  test('is in the language asked for, words of the program too', async () => {
    expect(JSON.stringify(await sheet({ language: 'sv' }))).toContain('Frågas om');
  });

  test.skipIf(skip !== null)(
    `opens in LibreOffice as a document with headings, tables and every wording${skip === null ? '' : ` (${skip})`}`,
    async () => {
      const { ticket, fileName } = await core.client.print.questionnaireDocx({ versionId, choices: { language: 'nb', ...full } });
      const bytes = readFileSync(join(core.session.deps.temporaryFolder, 'out', ticket));
      expect(fileName).toMatch(/\.docx$/u);
      const text = convert(bytes, 'skjema.docx', 'txt:Text (encoded):UTF8').toString('utf8').replaceAll(/\s+/gu, ' ');
      for (const question of questionsOf(await core.client.questionnaires.version({ versionId }))) {
        expect(text).toContain((question.wording.nb ?? '').replaceAll(/\s+/gu, ' '));
      }
      const html = convert(bytes, 'skjema.docx', 'html').toString('utf8');
      expect(html.match(/<h1/gu)?.length).toBeGreaterThan(2);
      expect(html).toContain('<table');
      expect(html).toContain('nb-NO');
    },
  );
});
