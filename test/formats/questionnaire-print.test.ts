import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SheetChoices } from '../../shared/contract/print.ts';
import type { VersionId } from '../../shared/model/ids.ts';
import { questionsOf } from '../../shared/model/questionnaire.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { buildSample } from '../../scripts/sample/build-sample.ts';
import { aPath } from '../support/a-workspace.ts';
import { design, question } from '../core/survey-target-fixture.ts';
import { openEmptyWorkspace } from '../core/survey-upload-fixture.ts';
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

describe('[F18] what a questionnaire says beside its questions', () => {
  const choices = { language: 'nb' as const, ...full };
  const scale = [1, 2, 3].map((code) => ({
    code,
    name: null,
    label: { nb: ['Uenig', 'Verken eller', 'Enig'][code - 1] ?? '' },
    isExclusive: false,
    asksWhat: false,
    filterValues: {},
    extras: {},
  }));
  const row = (name: string, more: Parameters<typeof question>[2] = {}) =>
    question(name, 'scale', { scale: 'enig', lead: { nb: 'Er du enig?' }, reasons: ['dont-know'], ...more });
  const sections = [
    {
      name: null,
      title: { nb: 'Del' },
      relevant: null,
      questions: [
        question('fodt', 'number', {
          minimum: 1900,
          maximum: 2026.5,
          checks: [{ severity: 'hard', expression: '. > 1905', message: {} }],
        }),
        question('lov', 'note', { wording: { nb: 'Du er født i ${fodt}.\nDu kan stoppe når du vil.' } }),
        question('syn', 'yes-no', { isPerPerson: true }),
        row('tid', { hint: { nb: 'Tenk på siste år.' } }),
        row('ro'),
        row('rett', { reasons: ['prefer-not-to-say'] }),
        row('sted', { isPerPerson: true }),
      ],
    },
  ];
  const scales = [{ key: 'enig', name: 'Enighet', direction: 'rising' as const, neutralCode: 2, options: scale }];

  test('checks without words, bounds with decimals, persons of a group, rows with hints, and answers named in texts', async () => {
    using core = await openEmptyWorkspace();
    const versionId = design(core, sections, scales);
    const { blocks } = await core.client.print.questionnaire({ versionId, choices });
    const [, born, note, seen, grid, ...others] = blocks;
    expect(born).toMatchObject({ checks: ['Fra 1900 til 2026,5', 'Må rettes: svaret er mer enn 1905'] });
    expect(note).toMatchObject({ wording: 'Du er født i … (svaret på spørsmål 1).\nDu kan stoppe når du vil.' });
    expect(seen).toMatchObject({ conditions: ['Spørres til hver person i gruppen'] });
    expect(grid).toMatchObject({ kind: 'grid', rows: [{ hint: 'Tenk på siste år.' }, { hint: '' }], reasons: ['V Vet ikke'] });
    // Others in the same grid would be asked with its reasons, and of the group as a whole.
    expect(others.map((block) => block.kind)).toEqual(['question', 'question']);
  });

  test('lines of a text are lines in Word', async () => {
    using core = await openEmptyWorkspace();
    const versionId = design(core, sections, scales);
    const { ticket } = await core.client.print.questionnaireDocx({ versionId, choices });
    const parts = strFromU8(
      unzipSync(readFileSync(join(core.session.deps.temporaryFolder, 'out', ticket)))['word/document.xml'] ?? new Uint8Array(),
    );
    expect(parts).toMatch(/født i … \(svaret på spørsmål 1\)\.<\/w:t><\/w:r><w:r><w:br\/><w:t[^>]*>Du kan stoppe/u);
    expect(parts).toContain('Tenk på siste år.');
  });
});
