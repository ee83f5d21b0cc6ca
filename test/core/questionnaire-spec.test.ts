import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuestionnaireSpec } from '../../electron/core/features/questionnaires/read-spec.ts';
import { writeQuestionnaireSpec } from '../../electron/core/features/questionnaires/write-spec.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { ProjectId, VersionId } from '../../shared/model/ids.ts';
import {
  QuestionnaireSpec,
  type OptionSpec,
  type QuestionSpec,
  type ScaleSpec,
  type SectionSpec,
} from '../../shared/model/questionnaire-spec.ts';
import { DateForm, missingReasons, QuestionType, RegisterKind } from '../../shared/model/questionnaire.ts';
import { languages, type LocalisedText } from '../../shared/model/text.ts';
import { contentOf } from '../support/a-workspace.ts';
import { aDraft, anOption, aQuestion, questionsIn } from './questionnaire-fixture.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 20 });
const text: fc.Arbitrary<LocalisedText> = fc.dictionary(fc.constantFrom(...languages), words, { noNullPrototype: true });
const textOrNull = fc.option(text);
const expression = fc.option(fc.constantFrom("${a} = 'b'", 'selected(${c}, 1)', '. > 3'));
const values = fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), words, { maxKeys: 3, noNullPrototype: true });
const flag = fc.boolean();
const number = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0));

const option: fc.Arbitrary<OptionSpec> = fc.record({
  code: fc.integer({ min: -99, max: 999 }),
  name: fc.option(words),
  label: text,
  isExclusive: flag,
  asksWhat: flag,
  filterValues: values,
  extras: values,
});

const scale: fc.Arbitrary<ScaleSpec> = fc.record({
  key: fc.string({ minLength: 1, maxLength: 20 }),
  name: fc.string({ minLength: 1, maxLength: 20 }).map((name) => `s${name.trim()}`),
  direction: fc.constantFrom('rising', 'falling', 'none'),
  neutralCode: fc.option(fc.integer({ min: 0, max: 9 })),
  options: fc.array(option, { minLength: 2, maxLength: 4 }),
});

const question: fc.Arbitrary<Omit<QuestionSpec, 'scale' | 'parent' | 'name'>> = fc.record({
  type: fc.constantFrom(...QuestionType.options),
  wording: text,
  label: textOrNull,
  lead: textOrNull,
  hint: textOrNull,
  instruction: textOrNull,
  unit: textOrNull,
  options: fc.array(option, { maxLength: 4 }),
  reasons: fc.subarray([...missingReasons]),
  relevant: expression,
  calculation: expression,
  optionFilter: expression,
  repeatCount: expression,
  defaultValue: expression,
  minimum: number,
  maximum: number,
  decimals: fc.option(fc.integer({ min: 0, max: 6 })),
  rankCount: fc.option(fc.integer({ min: 1, max: 99 })),
  dateForm: fc.option(fc.constantFrom(...DateForm.options)),
  registerKind: fc.option(fc.constantFrom(...RegisterKind.options)),
  hasRandomOrder: flag,
  isPerPerson: flag,
  isRequired: flag,
  requiredWhen: expression,
  requiredMessage: textOrNull,
  isIdentifier: flag,
  isBackground: flag,
  checks: fc.array(fc.record({ severity: fc.constantFrom('hard', 'soft'), expression: words, message: text }), { maxLength: 3 }),
  extras: values,
});

interface DrawnSection extends Pick<SectionSpec, 'name' | 'title' | 'relevant'> {
  readonly questions: readonly {
    readonly body: Omit<QuestionSpec, 'scale' | 'parent' | 'name'>;
    readonly scale: number;
    readonly parent: number;
  }[];
}
const section: fc.Arbitrary<DrawnSection> = fc.record({
  name: fc.option(words),
  title: text,
  relevant: expression,
  questions: fc.array(fc.record({ body: question, scale: fc.nat(5), parent: fc.nat(9) }), { maxLength: 6 }),
});

/** A whole specification: each name once, scales by key, repeats before what is in them. */
const specification: fc.Arbitrary<QuestionnaireSpec> = fc
  .record({
    languages: fc.uniqueArray(fc.constantFrom(...languages), { minLength: 1 }),
    sections: fc.array(section, { minLength: 1, maxLength: 3 }),
    scales: fc.uniqueArray(scale, { selector: ({ key }) => key, maxLength: 4 }),
    extras: fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3, noNullPrototype: true }),
  })
  .map(({ sections, scales, ...rest }) => {
    let count = 0;
    return {
      ...rest,
      name: 'Skjemaet',
      scales,
      sections: sections.map((drawn) => ({
        ...drawn,
        questions: drawn.questions.map(({ body, scale: at, parent }, place): QuestionSpec => {
          const key = scales[at]?.key ?? null;
          const holder = drawn.questions[parent];
          return {
            ...body,
            name: `v${(count += 1)}`,
            scale: key,
            options: key === null ? body.options : [],
            parent: parent < place && holder?.body.type === 'repeat' ? parent : null,
          };
        }),
      })),
    };
  });

function write(core: Core, projectId: ProjectId, spec: QuestionnaireSpec, batch?: string): VersionId {
  const { workspace } = core.session;
  const intent = { actorId: 'a', windowId: 'program', kind: 'test', labelId: 'test', isUndoable: true };
  return workspace.operations.run(intent, (operation) => {
    const facts = { kind: 'xlsform', fileName: 'a.xlsx', fileSha256: '0', mapping: {}, rowCount: 1 };
    const options = batch === undefined ? {} : { batchId: operation.asBatch(facts) };
    return writeQuestionnaireSpec({ sql: workspace.sql, workspace }, projectId, spec, options).versionId;
  }).result;
}

describe('a specification', () => {
  it('comes back from the file as it went in, whatever it says [F2] [F12] [F13] [F14]', { timeout: 60_000 }, async () => {
    using core = openCore({ checksRows: false });
    await aDraft(core);
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(specification, async (spec) => {
        expect(QuestionnaireSpec.parse(spec)).toEqual(spec);
        turn += 1;
        const { projectId } = await core.client.projects.create({ name: `Prosjekt ${turn}`, kind: 'survey', contentLanguage: 'nb' });
        const versionId = write(core, projectId, spec);
        expect(readQuestionnaireSpec(core.session.workspace.sql, versionId)).toEqual(spec);
      }),
      { numRuns: 100, seed: 20_251_121 },
    );
  });

  it('shares variables and equal scales with what the project has, and is undone and redone row for row, as a batch too', async () => {
    using core = openCore();
    const { projectId } = await aDraft(core);
    const options = [anOption(1, 'Ja'), anOption(2, 'Nei')];
    const spec = (name: string): QuestionnaireSpec => ({
      name,
      languages: ['nb'],
      scales: [{ key: 'ja_nei', name: 'Ja–nei', direction: 'none', neutralCode: null, options }],
      sections: [
        {
          name: 'del',
          title: { nb: 'Del' },
          relevant: null,
          questions: [aQuestion('alder', 'number'), aQuestion('enig', 'scale', { scale: 'ja_nei' })],
        },
      ],
      extras: { settings: { style: 'pages' } },
    });
    const { db } = core.session.workspace;
    const before = contentOf(db);
    const first = write(core, projectId, spec('Et'));
    const second = write(core, projectId, spec('To'), 'batch');
    const after = contentOf(db);
    const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect([count('scale'), count('variable'), count('question')]).toEqual([1, 2, 4]);
    expect(
      new Set([...(await questionsIn(core, first)), ...(await questionsIn(core, second))].flatMap(({ scaleId }) => scaleId ?? [])).size,
    ).toBe(1);
    // What was written outside a command is undone by whoever is at the machine.
    const source = { actorId: 'a', windowId: 'program' };
    core.session.workspace.operations.undo(source);
    core.session.workspace.operations.undo(source);
    expect(contentOf(db)).toEqual(before);
    core.session.workspace.operations.redo(source);
    core.session.workspace.operations.redo(source);
    expect(contentOf(db)).toEqual(after);
  });

  it('is refused under a name that the project has', async () => {
    using core = openCore();
    const { projectId, versionId } = await aDraft(core);
    const spec = readQuestionnaireSpec(core.session.workspace.sql, versionId);
    expect(() => write(core, projectId, { ...spec, name: 'skjemaet' })).toThrow('NAME_TAKEN');
  });
});
