import { describe, expect, it } from 'vitest';
import { openCore } from '../../electron/core/open-core.ts';
import { VariableId } from '../../shared/model/ids.ts';
import { aDraft, add, anOption, outlineOf, questionIn, questionsIn, reversibly } from './questionnaire-fixture.ts';

const options = [
  anOption(1, 'Ja'),
  anOption(2, 'Nei'),
  anOption(3, 'Annet', { asksWhat: true }),
  anOption(9, 'Ingen', { isExclusive: true }),
];

describe('designing a questionnaire', () => {
  it('makes a draft with an empty section, and refuses a name that is taken', async () => {
    using core = openCore();
    const { projectId, versionId } = await aDraft(core);
    const { questionnaires } = await core.client.questionnaires.list({ projectId });
    expect(questionnaires).toMatchObject([
      { name: 'Skjemaet', versions: [{ id: versionId, number: 1, status: 'draft', languages: ['nb', 'sv'], questionCount: 0 }] },
    ]);
    expect((await core.client.questionnaires.version({ versionId })).sections).toMatchObject([{ title: {}, questions: [] }]);
    await expect(core.client.questionnaires.create({ projectId, name: 'SKJEMAET', languages: ['nb'] })).rejects.toMatchObject({
      code: 'NAME_TAKEN',
    });
  });

  it('numbers questions and names their variables after the wording', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    await reversibly(core, () => add(core, draft, 'note', 'Nå kommer noen spørsmål om deg'));
    await add(core, draft, 'one', 'Hvor gammel er du?', { options });
    await add(core, draft, 'open', 'Hva er viktig for deg?');
    await add(core, draft, 'open', 'Hva er viktig for deg?');
    await add(core, draft, 'open', 'Meta');
    await add(core, draft, 'open', '');
    expect(await outlineOf(core, draft.versionId)).toBe(
      'na_kommer_noen_sporsmal_om_deg · 1 hvor_gammel_er_du · 2 hva_er_viktig_for_deg · 3 hva_er_viktig_for_deg_2 · 4 v_meta · 5 v_1',
    );
  });

  it('numbers what is asked in repeats below them, to any depth [F6]', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    await add(core, draft, 'open', 'Først');
    const parentId = await add(core, draft, 'repeat', 'For hvert barn');
    const inner = await add(core, draft, 'repeat', 'For hver skole', { parentId });
    await add(core, draft, 'open', 'Skolens navn', { parentId: inner });
    await add(core, draft, 'number', 'Barnets alder', { parentId });
    await add(core, draft, 'open', 'Til slutt');
    expect(await outlineOf(core, draft.versionId)).toBe(
      '1 forst · 2 for_hvert_barn · 2.1 for_hver_skole · 2.1.1 skolens_navn · 2.2 barnets_alder · 3 til_slutt',
    );
  });

  it('lets a name that the program gave follow the wording, and never one that a person gave', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const { versionId } = draft;
    const questionId = await add(core, draft, 'open', '');
    const change = (changes: object) => core.client.questionnaires.changeQuestion({ questionId, changes });
    await change({ wording: { nb: 'Hva er' } });
    await change({ wording: { nb: 'Hva er bra?' } });
    expect((await questionIn(core, versionId, questionId)).name).toBe('hva_er_bra');
    await change({ name: 'bra' });
    await change({ wording: { nb: 'Hva har vært bra?' } });
    expect((await questionIn(core, versionId, questionId)).name).toBe('bra');
  });

  it('keeps typing in one field as one step, another field as another [F12]', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const questionId = await add(core, draft, 'open', 'Hva');
    const { name } = await questionIn(core, draft.versionId, questionId);
    for (const nb of ['Hva e', 'Hva er', 'Hva er bra?'])
      await core.client.questionnaires.changeQuestion({ questionId, changes: { wording: { nb } } });
    await core.client.questionnaires.changeQuestion({ questionId, changes: { instruction: { nb: 'Gi god tid' } } });
    expect((await core.client.history.next({})).undo).toMatchObject({
      labelId: 'questionnaires.changeQuestion.undo',
      params: { question: '1', field: 'instruction' },
    });
    await core.client.history.undo({});
    expect(await questionIn(core, draft.versionId, questionId)).toMatchObject({ wording: { nb: 'Hva er bra?' }, instruction: null });
    await core.client.history.undo({});
    expect(await questionIn(core, draft.versionId, questionId)).toMatchObject({ wording: { nb: 'Hva', sv: 'Hva (sv)' }, name });
  });

  it('moves questions between sections and into repeats and back, row for row [F6]', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const { versionId, sectionId } = draft;
    const a = await add(core, draft, 'open', 'a');
    const b = await add(core, draft, 'open', 'b');
    const r = await add(core, draft, 'repeat', 'r');
    const c = await add(core, draft, 'open', 'c', { parentId: r });
    const section = await reversibly(core, () =>
      core.client.questionnaires.addSection({ versionId, title: { nb: 'To' }, afterId: sectionId }),
    );
    const move = (questionId: typeof a, place: { sectionId?: string; afterId?: typeof a; parentId?: typeof a }) =>
      reversibly(core, () => core.client.questionnaires.moveQuestion({ questionId, sectionId, afterId: null, parentId: null, ...place }));
    await move(b, { afterId: c, parentId: r });
    expect(await outlineOf(core, versionId)).toBe('1 a · 2 r · 2.1 c · 2.2 b');
    await move(r, { sectionId: section.sectionId });
    expect((await core.client.questionnaires.version({ versionId })).sections.map(({ questions }) => questions.length)).toEqual([1, 3]);
    await move(c, { afterId: a });
    expect(await outlineOf(core, versionId)).toBe('1 a · 2 c · 3 r · 3.1 b');
    await reversibly(core, () => core.client.questionnaires.moveSection({ sectionId: section.sectionId, afterId: null }));
    expect(await outlineOf(core, versionId)).toBe('1 r · 1.1 b · 2 a · 3 c');
    await expect(
      core.client.questionnaires.moveQuestion({ questionId: r, sectionId: section.sectionId, afterId: null, parentId: r }),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await reversibly(core, () => core.client.questionnaires.removeSection({ sectionId: section.sectionId }));
    expect(await outlineOf(core, versionId)).toBe('1 a · 2 c');
    await expect(core.client.questionnaires.removeSection({ sectionId })).rejects.toMatchObject({ code: 'LAST_SECTION' });
  });

  it('writes only rows that differ when something moves', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const ids = [];
    for (const nb of ['a', 'b', 'c', 'd', 'e']) ids.push(await add(core, draft, 'open', nb));
    const [, , , d, e] = ids;
    if (d === undefined || e === undefined) throw new Error('five were added');
    await core.client.questionnaires.moveQuestion({ questionId: d, sectionId: draft.sectionId, afterId: e, parentId: null });
    const rows = core.session.workspace.db.prepare('SELECT count(*) FROM op_change WHERE op_seq = (SELECT max(seq) FROM op)').pluck().get();
    expect(rows).toBe(2);
  });

  it('keeps an option row whose code stays, and writes nothing for what is the same [F8] [F9] [F13]', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const questionId = await add(core, draft, 'several', 'Hva bruker du?', { options });
    const idsByCode = () =>
      Object.fromEntries(
        core.session.workspace.db.prepare('SELECT code, id FROM answer_option WHERE question_id = ?').raw().all(questionId) as [
          number,
          string,
        ][],
      );
    const before = idsByCode();
    const wanted = [options[1], options[0], anOption(4, 'Nytt', { filterValues: { fylke: '99' } }), options[3]].filter(
      (option) => option !== undefined,
    );
    await reversibly(core, () => core.client.questionnaires.changeQuestion({ questionId, changes: { options: wanted } }));
    expect(idsByCode()).toEqual({ 1: before[1], 2: before[2], 4: expect.any(String), 9: before[9] });
    expect((await questionIn(core, draft.versionId, questionId)).options.map((option) => ({ ...option, extras: {} }))).toEqual(wanted);
    const count = () => core.session.workspace.db.prepare('SELECT count(*) FROM op').pluck().get();
    const ops = count();
    await core.client.questionnaires.changeQuestion({ questionId, changes: { type: 'several', hasRandomOrder: false, checks: [] } });
    expect(count()).toBe(ops);
  });

  it('keeps what fits when the type changes, names what is lost, and brings it back [F14]', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const questionId = await add(core, draft, 'one', 'Hva bruker du?', { options, hasRandomOrder: true, isRequired: true });
    const to = (type: 'several' | 'rank' | 'number') =>
      reversibly(core, () => core.client.questionnaires.changeQuestion({ questionId, changes: { type } }));
    await to('several');
    await to('rank');
    expect(await questionIn(core, draft.versionId, questionId)).toMatchObject({ options: { length: 4 }, hasRandomOrder: true });
    await to('number');
    expect(await questionIn(core, draft.versionId, questionId)).toMatchObject({ options: [], hasRandomOrder: false, isRequired: true });
    expect((await core.client.history.next({})).undo).toMatchObject({
      labelId: 'questionnaires.changeQuestion.type.undo',
      params: { question: '1', from: 'rank', to: 'number', lostOptions: 4, lostSettings: 1 },
    });
    await core.client.history.undo({});
    expect(await questionIn(core, draft.versionId, questionId)).toMatchObject({
      type: 'rank',
      options: { length: 4 },
      hasRandomOrder: true,
    });
  });

  it('moves questions up when the repeat they were in becomes something else', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const parentId = await add(core, draft, 'repeat', 'r');
    await add(core, draft, 'open', 'a', { parentId });
    await reversibly(core, () => core.client.questionnaires.changeQuestion({ questionId: parentId, changes: { type: 'open' } }));
    expect(await outlineOf(core, draft.versionId)).toBe('1 r · 2 a');
  });

  it('duplicates a repeat with what is in it under names of their own, pointing to itself [F6]', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const parentId = await add(core, draft, 'repeat', 'barn');
    await add(core, draft, 'number', 'alder', { parentId });
    await add(core, draft, 'open', 'skole', { parentId, relevant: '${alder} > 5' });
    await add(core, draft, 'open', 'slutt');
    await reversibly(core, () => core.client.questionnaires.duplicateQuestion({ questionId: parentId }));
    expect(await outlineOf(core, draft.versionId)).toBe('1 barn · 1.1 alder · 1.2 skole · 2 barn_2 · 2.1 alder_2 · 2.2 skole_2 · 3 slutt');
    expect((await questionsIn(core, draft.versionId)).map(({ relevant }) => relevant)).toEqual([
      null,
      null,
      '${alder} > 5',
      null,
      null,
      '${alder_2} > 5',
      null,
    ]);
  });

  it("duplicates texts that say an answer, too: in the copy they say the copy's", async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const parentId = await add(core, draft, 'repeat', 'barn');
    await add(core, draft, 'open', 'navn', { parentId });
    const message = { nb: 'Er ${navn} så gammel?' };
    await add(core, draft, 'number', 'Alderen til ${navn}', {
      name: 'alder',
      parentId,
      hint: { nb: 'I dag er ${navn} …' },
      checks: [{ severity: 'soft', expression: '. < 18', message }],
    });
    await core.client.questionnaires.duplicateQuestion({ questionId: parentId });
    expect((await questionsIn(core, draft.versionId)).at(-1)).toMatchObject({
      name: 'alder_2',
      wording: { nb: 'Alderen til ${navn_2}', sv: 'Alderen til ${navn_2} (sv)' },
      hint: { nb: 'I dag er ${navn_2} …' },
      checks: [{ message: { nb: 'Er ${navn_2} så gammel?' } }],
    });
  });

  it('adds many questions as one step, each under a name of its own [F7]', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const { sectionId, versionId } = draft;
    const first = await add(core, draft, 'open', 'Først');
    await add(core, draft, 'open', 'Sist');
    const questions = ['Tid', 'Tid', 'Respekt'].map((nb) => ({
      type: 'scale-0-10' as const,
      wording: { nb },
      lead: { nb: 'Hvor viktig?' },
    }));
    const place = { sectionId, afterId: first, parentId: null };
    const { questionIds } = await reversibly(core, () => core.client.questionnaires.addQuestions({ ...place, questions }));
    expect(await outlineOf(core, versionId)).toBe('1 forst · 2 tid · 3 tid_2 · 4 respekt · 5 sist');
    expect((await questionsIn(core, versionId)).slice(1, 4).map(({ id }) => id)).toEqual(questionIds);
    expect((await core.client.history.next({})).undo).toMatchObject({ labelId: 'questionnaires.addQuestions.undo', params: { count: 3 } });
    const named = questions.map((question) => ({ ...question, name: 'a' }));
    await expect(core.client.questionnaires.addQuestions({ ...place, questions: named })).rejects.toMatchObject({ code: 'NAME_TAKEN' });
  });

  it('says how many answers go when a scale takes their place', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const { projectId } = draft;
    const scale = { projectId, scaleId: null, name: 'Enighet', direction: 'rising', neutralCode: null } as const;
    const { scaleId } = await core.client.questionnaires.saveScale({ ...scale, options: options.slice(0, 3) });
    const questionId = await add(core, draft, 'one', 'Hva bruker du?', { options });
    await core.client.questionnaires.changeQuestion({ questionId, changes: { type: 'scale', scaleId } });
    expect((await core.client.history.next({})).undo?.params).toMatchObject({ from: 'one', to: 'scale', lostOptions: 4 });
    await core.client.history.undo({});
    await core.client.questionnaires.changeQuestion({ questionId, changes: { type: 'scale' } });
    expect(await questionIn(core, draft.versionId, questionId)).toMatchObject({ scaleId: null, options: { length: 4 } });
    expect((await core.client.history.next({})).undo?.params).toMatchObject({ lostOptions: 0 });
  });

  it('makes a scale, shares it, and gives its points to a question that leaves it [F7]', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const { projectId, versionId } = draft;
    const scale = { projectId, scaleId: null, name: 'Enighet', direction: 'rising', neutralCode: 2, options: options.slice(0, 3) } as const;
    const save = (more: object = {}) => core.client.questionnaires.saveScale({ ...scale, options: [...scale.options], ...more });
    const { scaleId } = await reversibly(core, () => save());
    const one = await add(core, draft, 'scale', 'Jeg blir hørt', { scaleId });
    await add(core, draft, 'scale', 'Jeg blir møtt', { scaleId });
    await expect(save()).rejects.toMatchObject({ code: 'NAME_TAKEN' });
    expect((await core.client.questionnaires.scales({ projectId })).scales).toMatchObject([
      { id: scaleId, questionCount: 2, isFrozen: false },
    ]);
    await reversibly(core, () => save({ scaleId, name: 'Enig', options: options.slice(0, 2) }));
    expect((await questionIn(core, versionId, one)).options).toHaveLength(2);
    await reversibly(core, () => core.client.questionnaires.changeQuestion({ questionId: one, changes: { type: 'one' } }));
    expect(await questionIn(core, versionId, one)).toMatchObject({ scaleId: null, options: [{ code: 1 }, { code: 2 }] });
    await reversibly(core, () => core.client.questionnaires.changeQuestion({ questionId: one, changes: { type: 'scale', scaleId } }));
    expect(await questionIn(core, versionId, one)).toMatchObject({ scaleId, options: [{ code: 1 }, { code: 2 }] });
  });
});

describe('variables', () => {
  it('are renamed with every reference to them, in expressions and texts [F1] [F2]', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const questionId = await add(core, draft, 'number', 'alder');
    await add(core, draft, 'calculated', 'dobbel', {
      calculation: '${alder} * 2',
      checks: [{ severity: 'soft', expression: '. > ${alder}', message: { nb: 'Er du ${alder}?' } }],
    });
    await add(core, draft, 'open', 'Du er ${alder} år', { relevant: "${alder} > 3 and selected(${q1}, '4')" });
    await add(core, draft, 'one', 'valg', { options: [anOption(1, 'Som ${alder}'), anOption(2, 'Nei')] });
    await core.client.questionnaires.changeSection({ sectionId: draft.sectionId, relevant: '${alder} > 0' });
    await reversibly(core, () => core.client.questionnaires.changeQuestion({ questionId, changes: { name: 'aldersgruppe' } }));
    const version = await core.client.questionnaires.version({ versionId: draft.versionId });
    expect(version.sections[0]?.relevant).toBe('${aldersgruppe} > 0');
    expect(version.sections[0]?.questions).toMatchObject([
      { name: 'aldersgruppe' },
      { calculation: '${aldersgruppe} * 2', checks: [{ expression: '. > ${aldersgruppe}', message: { nb: 'Er du ${aldersgruppe}?' } }] },
      { relevant: "${aldersgruppe} > 3 and selected(${q1}, '4')", wording: { nb: 'Du er ${aldersgruppe} år' } },
      { options: [{ label: { nb: 'Som ${aldersgruppe}' } }, { label: { nb: 'Nei' } }] },
    ]);
  });

  it('take over where an expression calls a question by a number that moves on', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const first = await add(core, draft, 'number', 'alder');
    await add(core, draft, 'open', 'b', { relevant: '${q1} > 3' });
    await add(core, draft, 'open', 'c', { relevant: '${q2} = 1' });
    await reversibly(core, () =>
      core.client.questionnaires.addQuestion({
        sectionId: draft.sectionId,
        afterId: null,
        parentId: null,
        question: { type: 'open', wording: { nb: 'Ny' } },
      }),
    );
    expect((await questionsIn(core, draft.versionId)).map(({ relevant }) => relevant)).toEqual([null, null, '${alder} > 3', '${b} = 1']);
    await reversibly(core, () => core.client.questionnaires.removeQuestion({ questionId: first }));
    expect((await questionsIn(core, draft.versionId)).map(({ relevant }) => relevant)).toEqual([null, '${alder} > 3', '${b} = 1']);
    const { problems } = await core.client.questionnaires.problems({ versionId: draft.versionId });
    expect(problems.filter(({ field }) => field === 'relevant')).toMatchObject([{ severity: 'error', at: 0 }]);
  });

  it('have one question in a version, and are free again when nothing measures them', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const questionId = await add(core, draft, 'open', 'a', { name: 'bolig' });
    await expect(add(core, draft, 'open', 'b', { name: 'bolig' })).rejects.toMatchObject({ code: 'NAME_TAKEN' });
    const other = await add(core, draft, 'open', 'b');
    await expect(core.client.questionnaires.changeQuestion({ questionId: other, changes: { name: 'bolig' } })).rejects.toMatchObject({
      code: 'NAME_TAKEN',
    });
    await reversibly(core, () => core.client.questionnaires.removeQuestion({ questionId }));
    await reversibly(core, () => core.client.questionnaires.changeQuestion({ questionId: other, changes: { name: 'bolig' } }));
    expect(core.session.workspace.db.prepare('SELECT name FROM variable').pluck().all()).toEqual(['bolig']);
  });

  it('keep the mark that they can point somebody out when a question joins one by its name [F37]', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const { client } = core;
    const other = await client.questionnaires.create({ projectId: draft.projectId, name: 'Et annet', languages: ['nb'] });
    await add(core, { ...draft, ...other }, 'open', 'Hvor bor du?', { name: 'bosted' });
    const questionId = await add(core, draft, 'open', 'Adressen din', { name: 'adresse', isIdentifier: true, label: { nb: 'Adresse' } });
    await reversibly(core, () => client.questionnaires.changeQuestion({ questionId, changes: { name: 'bosted' } }));
    for (const { versionId } of [draft, other])
      expect(await questionsIn(core, versionId)).toMatchObject([{ name: 'bosted', isIdentifier: true, label: { nb: 'Adresse' } }]);
  });

  it('stay when the last question goes that measures them, as long as a matrix has its rows from them', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const { client, session } = core;
    const questionId = await add(core, draft, 'one', 'Alder', { options, isBackground: true, name: 'alder' });
    const variableId = VariableId.parse(session.workspace.db.prepare('SELECT id FROM variable').pluck().get());
    const { frameworkId } = await client.framework.create({
      projectId: draft.projectId,
      name: 'Etter alder',
      unit: 'variable',
      variableId,
      themeIds: [],
    });
    await reversibly(core, () => client.questionnaires.removeQuestion({ questionId }));
    expect((await client.framework.list({ projectId: draft.projectId })).frameworks).toMatchObject([{ name: 'Etter alder' }]);
    const page = await client.framework.rows({ frameworkId, from: 0, limit: 10 });
    expect(page.total).toBe(0);
    await add(core, draft, 'one', 'Alder', { options, name: 'alder' });
    expect(session.workspace.db.prepare('SELECT id FROM variable').pluck().all()).toEqual([variableId]);
  });

  it('can carry one name in two questionnaires, and part when one of them renames', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const { projectId } = draft;
    const questionId = await add(core, draft, 'number', 'alder', { isBackground: true });
    const copy = await reversibly(core, () => core.client.questionnaires.copy({ versionId: draft.versionId, projectId, name: 'Kopien' }));
    expect(core.session.workspace.db.prepare('SELECT count(*) FROM variable').pluck().get()).toBe(1);
    await reversibly(core, () => core.client.questionnaires.changeQuestion({ questionId, changes: { name: 'alder_nav' } }));
    expect(await questionsIn(core, copy.versionId)).toMatchObject([{ name: 'alder', isBackground: true }]);
    expect(await questionsIn(core, draft.versionId)).toMatchObject([{ name: 'alder_nav', isBackground: true }]);
  });
});
