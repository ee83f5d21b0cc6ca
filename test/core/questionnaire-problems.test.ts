import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { DesignProblem } from '../../shared/contract/questionnaires.ts';
import type { ProjectId } from '../../shared/model/ids.ts';
import type { QuestionnaireSpec, QuestionSpec, SectionSpec } from '../../shared/model/questionnaire-spec.ts';
import { questionsOf } from '../../shared/model/questionnaire.ts';
import { writeQuestionnaireSpec } from '../../electron/core/features/questionnaires/write-spec.ts';
import { readCatalogue, catalogueLanguages } from '../../scripts/messages.ts';
import { aDraft, anOption, aQuestion } from './questionnaire-fixture.ts';

// Nothing here changes what is in the file already, so one file serves all.
let core: Core;
let projectId: ProjectId;
let turn = 0;
beforeAll(async () => {
  core = openCore();
  ({ projectId } = await aDraft(core));
});
afterAll(() => core[Symbol.dispose]());

const two = [anOption(1, 'Ja'), anOption(2, 'Nei')];

/** What is not right in a questionnaire with these sections, as "name field reason params". */
async function problemsIn(...sections: readonly (Partial<SectionSpec> & { readonly questions: QuestionSpec[] })[]): Promise<string[]> {
  turn += 1;
  const spec: QuestionnaireSpec = {
    name: `Prøve ${turn}`,
    languages: ['nb', 'sv'],
    sections: sections.map((section) => ({ name: null, title: { nb: 'Del' }, relevant: null, ...section })),
    scales: [],
    extras: {},
  };
  const { workspace } = core.session;
  const intent = { actorId: 'a', windowId: 'program', kind: 'test', labelId: 'test', isUndoable: true };
  const { versionId } = workspace.operations.run(intent, () =>
    writeQuestionnaireSpec({ sql: workspace.sql, workspace }, projectId, spec),
  ).result;
  const version = await core.client.questionnaires.version({ versionId });
  const { problems } = await core.client.questionnaires.problems({ versionId });
  const nameOf = ({ questionId, sectionId }: DesignProblem): string =>
    questionsOf(version).find(({ id }) => id === questionId)?.name ?? (sectionId === null ? 'form' : 'section');
  return problems.map((problem) => {
    const { severity, field, message, index, at } = problem;
    const place = [index === null ? '' : `#${index}`, at === null ? '' : `@${at}`].join('');
    return `${severity} ${nameOf(problem)} ${field}${place} ${message.replace(/^.*\./u, '')}`;
  });
}

describe('what is not right in a draft', () => {
  it('is nothing in a plain questionnaire', async () => {
    expect(
      await problemsIn({
        questions: [aQuestion('samtykke', 'consent'), aQuestion('hjelp', 'one', { options: two }), aQuestion('grad', 'scale-0-10')],
      }),
    ).toEqual([]);
  });

  it.each([
    ['no questions at all', [], ['error form wording noQuestions']],
    ['no words', [aQuestion('a', 'open', { wording: { nb: ' ' } })], ['error a wording noWording']],
    ['words missing in a language', [aQuestion('a', 'open', { wording: { nb: 'Hva?' } })], ['error a wording wordingMissing']],
    [
      'a name expressions cannot use',
      [aQuestion('1a', 'open'), aQuestion('b c', 'open'), aQuestion('meta', 'open')],
      ['error 1a name badName', 'error b c name badName', 'error meta name reservedName'],
    ],
    ['two questions of one variable', [aQuestion('a', 'open'), aQuestion('a', 'open')], ['error a name doubleName']],
    [
      'a choice of one',
      [aQuestion('a', 'one', { options: two.slice(0, 1) }), aQuestion('b', 'rank')],
      ['error a options fewOptions', 'error b options fewOptions'],
    ],
    ['a scale without points', [aQuestion('a', 'scale')], ['error a scale noScale']],
    [
      'one code or name for two options [F9]',
      [aQuestion('a', 'one', { options: [...two, anOption(1, 'Kanskje'), anOption(3, 'Annet', { name: '2' })] })],
      ['error a options#2 doubleCode', 'error a options#2 doubleOptionName', 'error a options#3 doubleOptionName'],
    ],
    [
      'blanks in the names of several answers [F8]',
      [aQuestion('a', 'several', { options: [...two, anOption(3, 'Annet', { name: 'noe annet' })] })],
      ['error a options#2 blankInOptionName'],
    ],
    [
      'an option without words, and one without them in a language',
      [aQuestion('a', 'one', { options: [...two, anOption(3, '', { label: {} }), anOption(4, '', { label: { sv: 'Ja' } })] })],
      ['error a options#2 noLabel', 'warning a options#3 labelMissing'],
    ],
    [
      'several answers that all exclude the others [F8]',
      [aQuestion('a', 'several', { options: two.map((option) => ({ ...option, isExclusive: true })) })],
      ['error a options onlyExclusive'],
    ],
    ['a range the wrong way round', [aQuestion('a', 'number', { minimum: 5, maximum: 4 })], ['error a range rangeReversed']],
    ['more to rank than there is', [aQuestion('a', 'rank', { options: two, rankCount: 3 })], ['error a range rankTooMany']],
    [
      'consent after something else',
      [aQuestion('n', 'note'), aQuestion('a', 'open'), aQuestion('s', 'consent')],
      ['warning s wording consentNotFirst'],
    ],
    ['nothing to calculate [F2]', [aQuestion('a', 'open'), aQuestion('c', 'calculated')], ['error c calculation noCalculation']],
    ['a repeat of nothing [F6]', [aQuestion('a', 'open'), aQuestion('r', 'repeat')], ['error r repeatCount emptyRepeat']],
    ['an expression that cannot be read [F1]', [aQuestion('a', 'open', { relevant: '${a} = ' })], ['error a relevant@7 valueMissing']],
    [
      'a name that nobody has',
      [aQuestion('a', 'open'), aQuestion('b', 'open', { relevant: "${a} = 'x' and ${zzz} = 1" })],
      ['error b relevant@15 unknownName'],
    ],
    [
      'a filter column that no option has [F13]',
      [
        aQuestion('a', 'open'),
        aQuestion('b', 'one', {
          options: two.map((option) => ({ ...option, filterValues: { fylke: '99' } })),
          optionFilter: 'kommune = ${a}',
        }),
      ],
      ['error b optionFilter@0 unknownColumn'],
    ],
    [
      'a text that repeats an answer nobody gives [F16]',
      [
        aQuestion('n', 'note', { wording: { nb: 'Om ${x}, ${y} og ${a}', sv: 'Om' } }),
        aQuestion('a', 'open', { hint: { nb: 'Som i ${n}' } }),
        aQuestion('b', 'one', { options: [anOption(1, 'Som ${a}'), anOption(2, 'Som ${b}')] }),
        aQuestion('c', 'number', { checks: [{ severity: 'soft', expression: '. < 9', message: { nb: '${c} er mye for ${d}' } }] }),
        aQuestion('d', 'open'),
      ],
      [
        'warning n wording@3 answerUnknown',
        'warning n wording@17 answerLater',
        'warning a hint@6 answerNone',
        'warning b options#1@4 answerLater',
        'warning b options#1@4 answerLater',
        'warning c checkMessage#0@16 answerLater',
      ],
    ],
    [
      'an answer repeated that was given, or is worked out from what was given [F16]',
      [
        aQuestion('a', 'number'),
        aQuestion('b', 'open', { wording: { nb: 'Det dobbelte er ${c}, ikke ${a}', sv: '${q1}' } }),
        aQuestion('c', 'calculated', { calculation: '${a} * 2' }),
      ],
      [],
    ],
  ] as const)('%s', async (_, questions, expected) => {
    const found = await problemsIn({ questions: [...questions] });
    expect(found).toEqual(expected);
  });

  it('is a text that repeats an answer of rounds that are none of its own [F6] [F16]', async () => {
    const found = await problemsIn({
      questions: [
        aQuestion('r', 'repeat', { wording: { nb: 'Barnet ${n}', sv: 'Barnet' } }),
        aQuestion('n', 'open', { parent: 0 }),
        aQuestion('m', 'open', { parent: 0, wording: { nb: 'Om ${n}', sv: 'Om' } }),
        aQuestion('u', 'open', { wording: { nb: 'Om ${n}', sv: 'Om' } }),
      ],
    });
    expect(found).toEqual(['warning u wording@3 answerRounds']);
    const title = { nb: 'Om ${a}', sv: 'Om' };
    const a = { questions: [aQuestion('a', 'open')] };
    expect(await problemsIn(a, { title, questions: [aQuestion('b', 'open')] })).toEqual([]);
    expect(await problemsIn({ ...a, title })).toEqual(['warning section title@3 answerLater']);
  });

  it('comes in the order of the questions, with sections where they stand', async () => {
    const found = await problemsIn(
      { relevant: '${ukjent} = 1', questions: [aQuestion('a', 'one'), aQuestion('b', 'open', { relevant: '(' })] },
      { questions: [] },
    );
    expect(found).toEqual([
      'error section relevant@0 unknownName',
      'error a options fewOptions',
      'error b relevant@1 valueMissing',
      'warning section title emptySection',
    ]);
  });

  it('is said in every language', () => {
    const reasons =
      'noQuestions emptySection badName reservedName doubleName noWording wordingMissing noScale fewOptions doubleCode doubleOptionName blankInOptionName noLabel labelMissing onlyExclusive rangeReversed rankTooMany consentNotFirst noCalculation emptyRepeat movedCode answerUnknown answerNone answerLater answerRounds';
    for (const language of catalogueLanguages) {
      const catalogue = readCatalogue(language);
      for (const reason of reasons.split(' ')) expect([reason, typeof catalogue[`design.problem.${reason}`]]).toEqual([reason, 'string']);
    }
  });
});
