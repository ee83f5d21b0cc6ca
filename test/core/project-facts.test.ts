import { expect, test } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { aPath, contentOf } from '../support/a-workspace.ts';

async function aProject(core: Core) {
  await core.client.workspace.create({ path: aPath() });
  const { projectId } = await core.client.projects.create({ name: 'Bruker Spør Bruker', kind: 'user-evaluation', contentLanguage: 'nb' });
  const { workspace } = core.session;
  const ids = { service: workspace.newId(), body: workspace.newId(), person: workspace.newId(), organisation: workspace.newId() };
  workspace.operations.run({ ...workspace.sourceFor('program'), kind: 'test', labelId: 'test', isUndoable: true }, () => {
    workspace.sql.insert('service', { id: ids.service, kind: 'housing', name: 'Rus- og botjenesten' });
    workspace.sql.insert('body', { id: ids.body, kind: 'reference-group', name: 'Referansegruppa', is_standing: 0 });
    workspace.sql.insert('person', { id: ids.person, name: 'Solfrid Nes' });
    workspace.sql.insert('organisation', { id: ids.organisation, kind: 'municipality', name: 'Fjordvik kommune' });
  });
  return { projectId, ids };
}

test('[R45] [R46] [R48] a project keeps idea, purpose, use, target group, anchoring, method, dates, lead and partner, and undo gives back each', async () => {
  using core = openCore();
  const { projectId, ids } = await aProject(core);
  const fields = {
    status: 'running',
    idea: 'Prosjektidéen kom i brukerrådet i 2024',
    mainPurpose: 'Finne ut hva som hjelper',
    intendedUse: 'Danne grunnlaget for ny plan',
    targetGroup: 'De som bor i tjenestens boliger',
    anchoring: 'Forankra opp mot nettverket for brukermedvirkning',
    method: 'Bruker Spør Bruker',
    methodDeviation: 'Litt annerledes denne gangen: gruppeintervju',
    startsOn: '2026-01-10',
    endsOn: null,
    leadPersonId: ids.person,
    partnerOrganisationId: ids.organisation,
    partnership: 'Partnerskap for medvirkning',
  } as const;
  await core.client.projects.change({ projectId, fields });
  expect((await core.client.projects.settings({ projectId })).fields).toMatchObject(fields);
  // R44: a partnership holds several projects, and goes by its name.
  const other = await core.client.projects.create({ name: 'Dialogmøter', kind: 'dialogue-round', contentLanguage: 'nb' });
  await core.client.projects.change({ projectId: other.projectId, fields: { partnership: 'partnerskap for medvirkning' } });
  expect((await core.client.projects.settings({ projectId })).choices.partnerships).toEqual(['Partnerskap for medvirkning']);
  await expect(core.client.projects.change({ projectId, fields: { name: 'dialogmøter' } })).rejects.toMatchObject({ code: 'NAME_TAKEN' });
  await core.client.history.undo({});
  expect((await core.client.projects.settings({ projectId: other.projectId })).fields.partnership).toBeNull();
});

test('[R47] [R49] [R50] [R51] services, reference group, guidelines with their points and promised products belong to the project', async () => {
  using core = openCore();
  const { projectId, ids } = await aProject(core);
  const db = core.session.workspace.db;
  const before = contentOf(db);
  await core.client.projects.setParts({
    projectId,
    serviceIds: [ids.service],
    bodies: [{ bodyId: ids.body, role: 'referansegruppe i form av brukere og ansatte' }],
    guidelines: [{ title: 'Plan for psykisk helse', reference: '2024–2028', point: 'pkt. 7 og 8' }],
    workProducts: [
      { name: 'Nettverkskart', dueAsSaid: '1. mai 2026', deliveredOn: null },
      { name: 'Oppsummering', dueAsSaid: 'når vi rekker det', deliveredOn: '2026-02-01' },
    ],
  });
  const settings = await core.client.projects.settings({ projectId });
  expect(settings.serviceIds).toEqual([ids.service]);
  expect(settings.guidelines).toEqual([{ title: 'Plan for psykisk helse', reference: '2024–2028', point: 'pkt. 7 og 8' }]);
  expect(settings.workProducts).toEqual([
    { name: 'Nettverkskart', dueAsSaid: '1. mai 2026', dueSortOn: '2026-05-01', deliveredOn: null },
    { name: 'Oppsummering', dueAsSaid: 'når vi rekker det', dueSortOn: null, deliveredOn: '2026-02-01' },
  ]);
  await core.client.projects.setParts({
    projectId,
    workProducts: settings.workProducts.slice(0, 1).map(({ name, dueAsSaid, deliveredOn }) => ({ name, dueAsSaid, deliveredOn })),
  });
  expect((await core.client.projects.settings({ projectId })).workProducts).toHaveLength(1);
  await core.client.history.undo({});
  await core.client.history.undo({});
  expect(contentOf(db)).toEqual(before);
});

test('[R52] [R53] [R54] [R57] [R59] external surveys, problem statements, planned audits and ways of hearing users are records of their own', async () => {
  using core = openCore();
  const { projectId, ids } = await aProject(core);
  const { client } = core;
  await client.projects.create({ name: 'Brukerrevisjon av SIP', kind: 'user-audit', contentLanguage: 'nb' });
  expect((await client.projects.list({})).projects.find(({ kind }) => kind === 'user-audit')?.status).toBe('planned');
  const survey = {
    id: null,
    name: 'Ungdom i dag',
    owner: 'Fylket',
    everyMonths: 12,
    latestYear: 2025,
    headline: 'Flere føler seg alene',
    hasEnoughAnswers: false,
  };
  await client.listening.saveSurvey(survey);
  const problem = {
    id: null,
    projectId,
    wording: 'Hvem følger opp etter utskriving?',
    raisedBy: 'Brukerrådet',
    raisedOn: '2026-02-03',
    serviceId: ids.service,
    status: 'open',
    answer: null,
  } as const;
  const { id } = await client.listening.saveProblem(problem);
  await client.listening.saveProblem({ ...problem, id, status: 'answered', answer: 'Botjenesten' });
  for (const [name, kind, count] of [
    ['Intervju hjemme', 'interview', 24],
    ['Panel', 'panel', 8],
  ] as const)
    await client.listening.saveMethod({
      id: null,
      projectId,
      kind,
      name,
      period: 'våren 2026',
      reached: { count, precision: 'about' },
      effort: 'to dager per person',
      strengths: 'når dem som ikke kommer på møter',
      weaknesses: null,
    });
  const kept = await client.listening.list({ projectId });
  expect(kept.surveys).toMatchObject([{ name: 'Ungdom i dag', hasEnoughAnswers: false, everyMonths: 12 }]);
  expect(kept.problems).toMatchObject([{ id, status: 'answered', answer: 'Botjenesten' }]);
  expect(kept.methods.map(({ name, reached }) => [name, reached?.count])).toEqual([
    ['Intervju hjemme', 24],
    ['Panel', 8],
  ]);
  await client.listening.removeProblem({ id });
  await client.history.undo({});
  expect((await client.listening.list({})).problems).toHaveLength(1);
});
