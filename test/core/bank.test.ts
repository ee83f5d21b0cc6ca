import { describe, expect, it } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { languages } from '../../shared/model/text.ts';
import { fold } from '../../shared/texts/index.ts';
import { aDraft, add, anOption, questionIn, questionsIn, reversibly, type Draft } from './questionnaire-fixture.ts';

const use = ({ client }: Core, { versionId, sectionId }: Draft, ...bankQuestionIds: string[]) =>
  client.bank.use({ versionId, sectionId, afterId: null, bankQuestionIds });

describe('the question bank that comes with the program', () => {
  it('holds its questions complete in every language, with keys and variables of their own [R55] [R56]', async () => {
    using core = openCore();
    await aDraft(core);
    const { questions } = await core.client.bank.list({ query: '', kind: null });
    expect(questions.length).toBeGreaterThan(50);
    for (const { key, wording, languages: own, definition, scale, isShipped } of questions) {
      expect([key, isShipped, own]).toEqual([key, true, [...languages]]);
      const { label, lead, instruction, unit } = definition ?? {};
      const labels = [...(definition?.options ?? []), ...(scale?.options ?? [])].map((option) => option.label);
      const messages = (definition?.checks ?? []).map(({ message }) => message);
      for (const text of [wording, label, lead, instruction, unit, ...labels, ...messages]) {
        if (text !== null && text !== undefined)
          expect([key, languages.filter((language) => (text[language] ?? '').trim() === '')]).toEqual([key, []]);
      }
    }
    const names = questions.flatMap(({ definition }) => definition?.name ?? []);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(questions.map(({ kind }) => kind))).toEqual(new Set(['question', 'meta', 'meeting', 'problem']));
    const said = questions.map(({ wording }) => wording.nb);
    expect(said).toContain('Hva er viktig for deg?');
    expect(questions.find(({ kind }) => kind === 'meta')?.wording.nb).toBe('Hvordan hadde tjenesten sett ut hvis du kunne bestemme selv?');
    for (const topic of ['participation', 'recovery']) expect(questions.filter((question) => question.topic === topic)).toHaveLength(8);
  });

  it('can be searched in any language, through options too, and by kind', async () => {
    using core = openCore();
    await aDraft(core);
    const wordings = async (query: string, kind: 'meta' | 'meeting' | null = null) =>
      (await core.client.bank.list({ query, kind })).questions.map(({ wording }) => wording.nb);
    expect(await wordings('VIKTIGT för')).toEqual(['Hva er viktig for deg?']);
    expect(await wordings('rented')).toEqual(['Hvordan bor du nå?']);
    expect(await wordings('', 'meta')).toHaveLength(1);
    expect(await wordings('works well', 'meeting')).toEqual(['Hva fungerer godt?']);
    expect(await wordings('finnes ikke i banken')).toEqual([]);
  });

  it('asks no question in the words of a licensed instrument', async () => {
    using core = openCore();
    await aDraft(core);
    const { questions } = await core.client.bank.list({ query: '', kind: null });
    // Catchwords of items that may not be shipped (domain.md, section 3).
    const theirs = [
      'quality of service you have received',
      'kind of service you wanted',
      'recommend our program',
      'hopeful about my future',
      'supported by other people',
      'i have a desire to succeed',
      'we worked on and talked about',
    ];
    for (const { wording } of questions) for (const words of theirs) expect(fold(wording.en ?? '')).not.toContain(words);
  });
});

describe('using the bank', () => {
  it('puts questions in order, in all their languages, with one scale, each remembering its source [R55] [F7]', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    await add(core, draft, 'open', 'Til slutt');
    const { questions } = await core.client.bank.list({ query: '', kind: null });
    const ids = questions
      .filter(({ topic }) => topic === 'consent' || topic === 'participation' || topic === 'recovery')
      .map(({ id }) => id);
    const { questionIds } = await reversibly(core, () => use(core, draft, ...ids));
    const asked = await questionsIn(core, draft.versionId);
    expect(asked.map(({ id }) => id)).toEqual([...questionIds, asked.at(-1)?.id]);
    expect(asked[0]).toMatchObject({
      type: 'consent',
      number: '1',
      isRequired: true,
      bankQuestionId: ids[0],
      wording: { nn: expect.stringContaining('avgjer') },
    });
    expect(new Set(asked.flatMap(({ scaleId }) => scaleId ?? [])).size).toBe(1);
    expect(asked.filter(({ type }) => type === 'scale').every(({ options }) => options.length === 5)).toBe(true);
    const { problems } = await core.client.questionnaires.problems({ versionId: draft.versionId });
    expect(problems).toEqual([]);
    expect((await core.client.bank.versions({ key: 'rost.samtykke' })).questions).toMatchObject([
      { version: 1, uses: [{ project: 'Undersøkelsen', questionnaire: 'Skjemaet', version: 1, number: '1' }] },
    ]);
  });

  it('gives questionnaires of a project one variable for one question of the bank, and another name where the name means something else', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const bankId = 'rost.aldersgruppe.1';
    await use(core, draft, bankId);
    const other = {
      ...draft,
      ...(await core.client.questionnaires.create({ projectId: draft.projectId, name: 'Det andre', languages: ['nb'] })),
    };
    await use(core, other, bankId);
    await add(core, other, 'open', 'Hvem er du?', { name: 'rolle' });
    await use(core, draft, bankId, 'rost.rolle.1');
    expect((await questionsIn(core, draft.versionId)).map(({ name }) => name)).toEqual(['aldersgruppe_2', 'rolle_2', 'aldersgruppe']);
    expect((await questionsIn(core, other.versionId)).map(({ name }) => name)).toEqual(['aldersgruppe', 'rolle']);
    expect(core.session.workspace.db.prepare("SELECT count(*) FROM variable WHERE name = 'aldersgruppe'").pluck().get()).toBe(1);
  });

  it('asks a question for meetings openly', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    await reversibly(core, () => use(core, draft, 'rost.fungerer_godt.1'));
    expect(await questionsIn(core, draft.versionId)).toMatchObject([
      { type: 'open', name: 'hva_fungerer_godt', wording: { sv: 'Vad fungerar bra?' } },
    ]);
  });

  it('refuses what is in use and what is not there', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    await expect(use(core, draft, 'rost.finnes_ikke.1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await use(core, draft, 'rost.viktig_for_deg.1');
    await core.client.questionnaires.takeIntoUse({ versionId: draft.versionId });
    await expect(use(core, draft, 'rost.viktig_for_deg.1')).rejects.toMatchObject({ code: 'VERSION_IN_USE' });
  });
});

describe('keeping questions', () => {
  const kept = { topic: 'Bolig', source: 'Erfaringsloftet', licence: 'fri' };

  it('makes a question of the workspace, then its next version, and none when nothing has changed [R55]', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const { client } = core;
    await add(core, draft, 'number', 'alder');
    const options = [anOption(1, 'Alene'), anOption(2, 'Sammen med noen')];
    const questionId = await add(core, draft, 'one', 'Hvem bor du med?', { options, relevant: '${alder} > 17' });
    const keep = () => client.bank.keep({ questionId, ...kept });
    const first = await reversibly(core, keep);
    expect(first.version).toBe(1);
    expect(await keep()).toEqual(first);
    await client.questionnaires.changeQuestion({ questionId, changes: { options: [...options, anOption(3, 'I et fellesskap')] } });
    const second = await reversibly(core, keep);
    expect(second.version).toBe(2);
    const [listed] = (await client.bank.list({ query: 'hvem bor du', kind: null })).questions;
    expect(listed).toMatchObject({
      ...kept,
      id: second.bankQuestionId,
      isShipped: false,
      languages: ['nb', 'sv'],
      uses: [{ number: '2' }],
    });
    // What it says of other questions stays behind.
    expect(listed?.definition).toMatchObject({ relevant: null, options: { length: 3 } });
    expect(
      (await client.bank.versions({ key: listed?.key ?? '' })).questions.map(({ version, definition }) => [
        version,
        definition?.options.length,
      ]),
    ).toEqual([
      [2, 3],
      [1, 2],
    ]);
    const other = await client.questionnaires.create({ projectId: draft.projectId, name: 'Det andre', languages: ['nb'] });
    await use(core, { ...draft, ...other }, first.bankQuestionId);
    expect(await questionsIn(core, other.versionId)).toMatchObject([{ options: { length: 2 }, bankQuestionId: first.bankQuestionId }]);
  });

  it('keeps a shipped question that was changed as one of the workspace, with its scale', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const { questionIds } = await use(core, draft, 'rost.kan_velge.1');
    const [questionId] = questionIds;
    if (questionId === undefined) throw new Error('one was used');
    const { version, bankQuestionId } = await reversibly(core, () => core.client.bank.keep({ questionId, ...kept }));
    expect(version).toBe(1);
    const own = (await core.client.bank.list({ query: 'flere måter', kind: 'question' })).questions.filter(({ isShipped }) => !isShipped);
    expect(own).toMatchObject([{ id: bankQuestionId, scale: { direction: 'rising', neutralCode: 3, options: { length: 5 } } }]);
    expect((await core.client.bank.versions({ key: 'rost.kan_velge' })).questions).toHaveLength(1);
  });

  it('forgets a question of the workspace, and never one of the program', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const questionId = await add(core, draft, 'open', 'Hva savner du?');
    const { bankQuestionId } = await core.client.bank.keep({ questionId, ...kept });
    const key = (await core.client.bank.list({ query: 'savner', kind: null })).questions[0]?.key ?? '';
    await reversibly(core, () => core.client.bank.remove({ key }));
    expect((await core.client.bank.list({ query: 'savner', kind: null })).questions).toEqual([]);
    expect(await questionIn(core, draft.versionId, questionId)).toMatchObject({ bankQuestionId: null });
    await core.client.history.undo({});
    expect(await questionIn(core, draft.versionId, questionId)).toMatchObject({ bankQuestionId });
    await expect(core.client.bank.remove({ key: 'rost.samtykke' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
