import { describe, expect, it } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { QuestionChanges } from '../../shared/contract/questionnaires.ts';
import type { VersionId } from '../../shared/model/ids.ts';
import type { QuestionType } from '../../shared/model/questionnaire.ts';
import { aDraft, add, anInterview, anOption, questionsIn, reversibly, type Draft } from './questionnaire-fixture.ts';

const options = [anOption(1, 'Ja'), anOption(2, 'Nei'), anOption(3, 'Ingen')];
const takeIntoUse = ({ client }: Core, { versionId }: { readonly versionId: VersionId }) =>
  client.questionnaires.takeIntoUse({ versionId });
const verdicts = async (core: Core, { versionId }: { readonly versionId: VersionId }) =>
  (await questionsIn(core, versionId)).map(({ name, comparability }) => `${name} ${comparability ?? '–'}`);

/** A version in use of one question named "noe", and the draft that follows it. */
async function aNextDraft(core: Core, type: QuestionType, more: QuestionChanges = {}): Promise<{ first: Draft; next: Draft }> {
  const first = await aDraft(core);
  await add(core, first, 'number', 'Antall', { name: 'antall' });
  await add(core, first, type, 'Hva?', { ...more, name: 'noe' });
  await takeIntoUse(core, first);
  return { first, next: await nextOf(core, first) };
}

async function nextOf(core: Core, first: Draft): Promise<Draft> {
  const made = await core.client.questionnaires.newVersion({ versionId: first.versionId });
  const { sections } = await core.client.questionnaires.version(made);
  return { ...first, ...made, sectionId: sections[0]?.id ?? '' };
}

async function change(core: Core, { versionId }: Draft, changes: QuestionChanges): Promise<void> {
  const question = (await questionsIn(core, versionId)).find(({ name }) => name === 'noe');
  if (question === undefined) throw new Error('every version asks it');
  await core.client.questionnaires.changeQuestion({ questionId: question.id, changes });
}

describe('comparing versions [F15]', () => {
  const cases: readonly [
    what: string,
    type: QuestionType,
    before: QuestionChanges,
    after: QuestionChanges,
    verdict: string,
    detail: string,
  ][] = [
    ['how many are ranked', 'rank', { options, rankCount: 1 }, { rankCount: 3 }, 'changed-options', 'rankCount: 1 → 3'],
    ['how precise a date is', 'date', { dateForm: 'date' }, { dateForm: 'year' }, 'changed-options', 'dateForm: date → year'],
    [
      'which register is picked from',
      'register',
      { registerKind: 'place' },
      { registerKind: 'service' },
      'changed-options',
      'registerKind: place → service',
    ],
    [
      'what is calculated',
      'calculated',
      { calculation: '${antall} * 2' },
      { calculation: '${antall} * 3' },
      'changed-options',
      'calculation: ${antall} * 2 → ${antall} * 3',
    ],
    [
      'what excludes the others',
      'several',
      { options },
      { options: [...options.slice(0, 2), anOption(3, 'Ingen', { isExclusive: true })] },
      'changed-options',
      'exclusive:  → Ingen',
    ],
    [
      'what is read below the question',
      'open',
      {},
      { hint: { nb: 'Tenk på det siste året' } },
      'changed-wording',
      'hint:  → Tenk på det siste året',
    ],
    ['what only the interviewer reads', 'open', {}, { instruction: { nb: 'Gi god tid' } }, 'same', ''],
    ['within which a number lies', 'number', {}, { minimum: 0, maximum: 20 }, 'same', 'range:  → 0–20'],
  ];

  it.each(cases)('%s', async (_, type, before, after, verdict, detail) => {
    using core = openCore();
    const { first, next } = await aNextDraft(core, type, before);
    await change(core, next, after);
    const { differences } = await core.client.questionnaires.compare({ fromId: first.versionId, toId: next.versionId, language: 'nb' });
    const found = differences.find(({ name }) => name === 'noe');
    expect(found?.details.map(({ what, before: old, after: now }) => `${what}: ${old} → ${now}`).join()).toBe(detail);
    await takeIntoUse(core, next);
    expect(await verdicts(core, next)).toEqual(['antall same', `noe ${verdict}`]);
  });

  it('keeps what a person has said of a question that was made anew under the same name', async () => {
    using core = openCore();
    const { first, next } = await aNextDraft(core, 'open');
    const old = (await questionsIn(core, next.versionId)).find(({ name }) => name === 'noe');
    if (old === undefined) throw new Error('it was copied');
    await core.client.questionnaires.removeQuestion({ questionId: old.id });
    const questionId = await add(core, next, 'open', 'Hva nå?', { name: 'noe' });
    await reversibly(core, () => core.client.questionnaires.setComparability({ questionId, comparability: 'same' }));
    await takeIntoUse(core, next);
    expect(await verdicts(core, next)).toEqual(['antall same', 'noe same']);
    expect((await questionsIn(core, next.versionId))[1]?.previousId).toBe((await questionsIn(core, first.versionId))[1]?.id);
  });

  it('forgets what a person has said when the answers come to lie further apart, and not before', async () => {
    using core = openCore();
    const { next } = await aNextDraft(core, 'one', { options });
    await change(core, next, { wording: { nb: 'Hva da?', sv: 'Vad då?' } });
    const decided = (await questionsIn(core, next.versionId))[1];
    if (decided === undefined) throw new Error('it was copied');
    await core.client.questionnaires.setComparability({ questionId: decided.id, comparability: 'same' });
    await change(core, next, { wording: { nb: 'Hva da, mener du?', sv: 'Vad då, menar du?' }, hint: { nb: 'Ta god tid' } });
    expect(await verdicts(core, next)).toEqual(['antall –', 'noe same']);
    await reversibly(core, () => change(core, next, { options: options.slice(0, 2) }));
    expect(await verdicts(core, next)).toEqual(['antall –', 'noe –']);
    await takeIntoUse(core, next);
    expect(await verdicts(core, next)).toEqual(['antall same', 'noe changed-options']);
  });

  it('forgets it too when the steps of a scale are changed', async () => {
    using core = openCore();
    const first = await aDraft(core);
    const { projectId } = first;
    const scale = { projectId, name: 'Enighet', direction: 'rising', neutralCode: null } as const;
    const { scaleId } = await core.client.questionnaires.saveScale({ ...scale, scaleId: null, options });
    await add(core, first, 'scale', 'Jeg blir hørt', { scaleId, name: 'noe' });
    await takeIntoUse(core, first);
    const next = await nextOf(core, first);
    const [question] = await questionsIn(core, next.versionId);
    if (question === undefined) throw new Error('it was copied');
    await core.client.questionnaires.setComparability({ questionId: question.id, comparability: 'same' });
    await reversibly(core, () => core.client.questionnaires.saveScale({ ...scale, scaleId, options: options.slice(0, 2) }));
    expect(await verdicts(core, next)).toEqual(['noe –']);
  });

  it('does not lose a change when the version in between goes', async () => {
    using core = openCore();
    const { first, next: second } = await aNextDraft(core, 'open');
    await anInterview(core, first);
    await change(core, second, { wording: { nb: 'Hva da?', sv: 'Vad då?' } });
    await add(core, second, 'open', 'Nytt', { name: 'nytt' });
    await takeIntoUse(core, second);
    const third = await nextOf(core, second);
    await takeIntoUse(core, third);
    expect(await verdicts(core, third)).toEqual(['antall same', 'noe same', 'nytt same']);
    await reversibly(core, () => core.client.questionnaires.removeVersion({ versionId: second.versionId }));
    expect(await verdicts(core, third)).toEqual(['antall same', 'noe changed-wording', 'nytt new']);
    const before = (await questionsIn(core, first.versionId)).map(({ id }) => id);
    expect((await questionsIn(core, third.versionId)).map(({ previousId }) => previousId)).toEqual([...before, null]);
  });

  it('is decided between versions that follow each other, and nowhere else', async () => {
    using core = openCore();
    const { first, next: second } = await aNextDraft(core, 'open');
    await takeIntoUse(core, second);
    const third = await nextOf(core, second);
    const between = async (from: Draft, to: Draft) =>
      (await core.client.questionnaires.compare({ fromId: from.versionId, toId: to.versionId, language: 'nb' })).differences.map(
        ({ isDecidable }) => isDecidable,
      );
    expect(await between(first, second)).toEqual([true, true]);
    expect(await between(second, third)).toEqual([true, true]);
    expect(await between(first, third)).toEqual([false, false]);
    expect(await between(third, second)).toEqual([false, false]);
  });

  it('warns when words change places under their codes, and not when an answer is new or said otherwise', async () => {
    using core = openCore();
    const { next } = await aNextDraft(core, 'one', { options });
    const problems = async () => (await core.client.questionnaires.problems({ versionId: next.versionId })).problems;
    await change(core, next, { options: [anOption(2, 'Nei'), anOption(1, 'Jo'), anOption(3, 'Ingen'), anOption(4, 'Ja')] });
    expect(await problems()).toEqual([]);
    await change(core, next, { options: [anOption(1, 'Nei'), anOption(2, 'Ja'), anOption(3, 'Ingen')] });
    const message = 'design.problem.movedCode';
    expect(await problems()).toMatchObject([
      { severity: 'warning', field: 'options', index: 0, message, params: { code: 1, before: 'Ja', now: 'Nei' } },
      { severity: 'warning', field: 'options', index: 1, message, params: { code: 2, before: 'Nei', now: 'Ja' } },
    ]);
  });

  it('says it when another questionnaire has other answers to the same variable', async () => {
    using core = openCore();
    const first = await aDraft(core);
    const { client } = core;
    await add(core, first, 'one', 'Hva?', { options, name: 'noe' });
    await add(core, first, 'open', 'Mer?', { name: 'mer' });
    await takeIntoUse(core, first);
    const copy = await client.questionnaires.copy({ versionId: first.versionId, projectId: first.projectId, name: 'Neste år' });
    const next = { ...first, ...copy };
    await change(core, next, { options: [anOption(1, 'Nei'), anOption(2, 'Ja'), anOption(3, 'Ingen')] });
    const { problems } = await client.questionnaires.problems({ versionId: copy.versionId });
    expect(problems.map(({ message, params }) => [message, params['code']])).toEqual([
      ['design.problem.movedCode', 1],
      ['design.problem.movedCode', 2],
    ]);
    await reversibly(core, () => takeIntoUse(core, next));
    expect(await verdicts(core, next)).toEqual(['noe changed-options', 'mer –']);
    await client.questionnaires.reopen({ versionId: next.versionId });
    await change(core, next, { options });
    await takeIntoUse(core, next);
    expect(await verdicts(core, next)).toEqual(['noe –', 'mer –']);
  });
});
