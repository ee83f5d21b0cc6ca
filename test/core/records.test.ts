import { describe, expect, test } from 'vitest';
import type { SqlParams } from '../../electron/core/db/statements.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { RecordKind, RecordPage } from '../../shared/contract/records.ts';
import { ProjectId, ReportId } from '../../shared/model/ids.ts';
import { aPath, contentOf } from '../support/a-workspace.ts';

async function aWorkspace(core: Core) {
  await core.client.workspace.create({ path: aPath() });
  const { projectId } = await core.client.projects.create({ name: 'Bruker Spør Bruker', kind: 'user-evaluation', contentLanguage: 'nb' });
  const { workspace } = core.session;
  const ids = { centre: workspace.newId(), municipality: workspace.newId(), service: workspace.newId(), place: workspace.newId() };
  const intent = { ...workspace.sourceFor('program'), kind: 'test', labelId: 'test', isUndoable: true };
  workspace.operations.run(intent, () => {
    const put = (table: string, row: SqlParams): void => workspace.sql.insert(table, row);
    put('organisation', { id: ids.centre, kind: 'centre', name: 'Erfaringsloftet' });
    put('organisation', { id: ids.municipality, kind: 'municipality', name: 'Fjordvik kommune' });
    put('service', { id: ids.service, kind: 'housing', name: 'Rus- og botjenesten' });
    put('place', {
      id: ids.place,
      kind: 'municipality',
      country_code: 'NO',
      code: '9921',
      name: 'Fjordvik',
      valid_from: '2020-01-01',
      valid_to: '2024-01-01',
    });
  });
  return { projectId, ids };
}

type Rows = { [K in RecordKind]: Extract<RecordPage, { kind: K }>['rows'] };

async function list<K extends RecordKind>(core: Core, kind: K, projectId?: ProjectId): Promise<Rows[K]> {
  const page = await core.client.records.list({ kind, ...(projectId === undefined ? {} : { projectId }) });
  if (page.kind !== kind) throw new Error(`asked for ${kind}, got ${page.kind}`);
  // The kind was just checked.
  return page.rows as Rows[K];
}

describe('records', () => {
  test('[R84] [R85] [R90] a report and a Swedish news text keep title, kind, place, year, authors, byline, link and days, and undo gives each back', async () => {
    using core = openCore();
    const { projectId, ids } = await aWorkspace(core);
    const { id } = await core.client.records.add({
      kind: 'reports',
      projectId,
      title: 'Bruker Spør Bruker i Fjordvik',
      language: 'nb',
      reportKind: 'final-report',
    });
    const fields = {
      placeId: ids.place,
      year: 2016,
      authors: 'Vigdis Nordhylla og Even Strandmyr',
      link: 'https://eksempel.invalid/rapport',
    };
    await core.client.records.change({ kind: 'reports', id, fields });
    const news = await core.client.records.add({
      kind: 'reports',
      projectId,
      title: 'Dialogmöten i höst',
      language: 'sv',
      reportKind: 'news',
    });
    const about = {
      byline: 'Text: Stellan Kvarnbro',
      publishedOn: '2021-12-01',
      updatedOn: '2021-12-14',
      body: 'Stort intresse för dialog.',
    };
    await core.client.records.change({ kind: 'reports', id: news.id, fields: about });
    const rows = await list(core, 'reports', projectId);
    expect(rows.map(({ title }) => title)).toEqual(['Dialogmöten i höst', 'Bruker Spør Bruker i Fjordvik']);
    expect(rows[0]).toMatchObject({ ...about, language: 'sv', kind: 'news', recipients: [] });
    expect(rows[1]).toMatchObject({ ...fields, place: { name: 'Fjordvik', detail: '9921, 2020–2023' }, project: 'Bruker Spør Bruker' });
    await core.client.records.change({ kind: 'reports', id, fields: { link: '', year: null } });
    expect((await list(core, 'reports'))[1]).toMatchObject({ link: null, year: null });
    await core.client.history.undo({});
    expect((await list(core, 'reports'))[1]).toMatchObject({ link: fields.link, year: 2016 });
  });

  test('[R89] recipients with day and the wish that they spread it; removing a report takes what is its own, and one undo brings all back', async () => {
    using core = openCore();
    const { projectId, ids } = await aWorkspace(core);
    const made = await core.client.records.add({ kind: 'reports', projectId, title: 'Dialogmøter', language: 'nb', reportKind: 'news' });
    const reportId = ReportId.parse(made.id);
    const recipient = { recipient: 'Fjordvik kommune', organisationId: ids.municipality, sentOn: '2026-03-01', isAskedToSpread: true };
    const { id } = await core.client.records.saveRecipient({ id: null, reportId, ...recipient });
    await core.client.records.saveRecipient({ id, reportId, ...recipient, sentOn: '2026-03-02' });
    expect((await list(core, 'reports'))[0]?.recipients).toEqual([{ id, ...recipient, sentOn: '2026-03-02' }]);
    const before = contentOf(core.session.workspace.db);
    await core.client.records.remove({ kind: 'reports', id: made.id });
    expect(contentOf(core.session.workspace.db)['report_recipient']).toBeUndefined();
    await core.client.history.undo({});
    expect(contentOf(core.session.workspace.db)).toEqual(before);
    await core.client.records.removeRecipient({ id });
    expect((await list(core, 'reports'))[0]?.recipients).toEqual([]);
  });

  test('[R50] a guideline is tied to projects, each with its own point', async () => {
    using core = openCore();
    const { projectId } = await aWorkspace(core);
    const { id: guidelineId } = await core.client.records.add({ kind: 'guidelines', title: 'Avtale om likt tilbud' });
    await core.client.records.change({
      kind: 'guidelines',
      id: guidelineId,
      fields: { reference: 'pkt. 7 og 8', issuedBy: 'Samarbeidsrådet' },
    });
    const { id } = await core.client.records.saveGuidelineUse({ id: null, guidelineId, projectId, point: 'pkt. 7' });
    await core.client.records.saveGuidelineUse({ id, guidelineId, projectId, point: 'pkt. 7 og 8' });
    expect((await list(core, 'guidelines'))[0]).toMatchObject({
      reference: 'pkt. 7 og 8',
      issuedBy: 'Samarbeidsrådet',
      uses: [{ projectId, project: 'Bruker Spør Bruker', point: 'pkt. 7 og 8' }],
    });
    expect((await core.client.projects.settings({ projectId })).guidelines).toMatchObject([{ point: 'pkt. 7 og 8' }]);
    await core.client.records.removeGuidelineUse({ id });
    await core.client.records.remove({ kind: 'guidelines', id: guidelineId });
    expect(await list(core, 'guidelines')).toEqual([]);
  });

  test('[R44] a partnership holds several projects, and they outlive it', async () => {
    using core = openCore();
    const { projectId } = await aWorkspace(core);
    const other = await core.client.projects.create({ name: 'Dialogmøter', kind: 'dialogue-round', contentLanguage: 'nb' });
    const { id } = await core.client.records.add({ kind: 'partnerships', name: 'Partnerskap for medvirkning' });
    await core.client.records.change({ kind: 'partnerships', id, fields: { purpose: 'Lære av hverandre', funding: 'Regionale midler' } });
    for (const one of [projectId, other.projectId]) await core.client.records.setPartnership({ projectId: one, partnershipId: id });
    expect((await list(core, 'partnerships'))[0]?.projects.map(({ name }) => name).toSorted()).toEqual([
      'Bruker Spør Bruker',
      'Dialogmøter',
    ]);
    await core.client.records.remove({ kind: 'partnerships', id });
    expect((await core.client.projects.settings({ projectId })).fields.partnership).toBeNull();
    await core.client.history.undo({});
    expect((await list(core, 'partnerships'))[0]?.projects).toHaveLength(2);
  });

  test('[R43] [R41] what a centre offers, and posts for people with lived experience, from wanted to filled', async () => {
    using core = openCore();
    const { ids } = await aWorkspace(core);
    const offer = await core.client.records.add({ kind: 'offerings', organisationId: ids.centre, name: 'Dialogmøte i kommunen' });
    await core.client.records.change({
      kind: 'offerings',
      id: offer.id,
      fields: { description: 'Mellom brukere, pårørende og tjenester' },
    });
    expect(await list(core, 'offerings')).toMatchObject([{ name: 'Dialogmøte i kommunen', organisation: { name: 'Erfaringsloftet' } }]);
    const { id } = await core.client.records.add({ kind: 'peer-posts', organisationId: ids.municipality });
    expect((await list(core, 'peer-posts'))[0]).toMatchObject({ status: 'wanted', organisation: { name: 'Fjordvik kommune' } });
    const fields = {
      serviceId: ids.service,
      status: 'advertised',
      competence: 'Egen erfaring med rus og bolig',
      financedBy: 'Fjordvik kommune',
      statusOn: '2026-05-01',
    } as const;
    await core.client.records.change({ kind: 'peer-posts', id, fields });
    expect((await list(core, 'peer-posts'))[0]).toMatchObject({ ...fields, service: { name: 'Rus- og botjenesten' } });
    const { undo } = await core.client.history.next({});
    expect(undo?.params).toMatchObject({ kind: 'peer-posts', name: 'Egen erfaring med rus og bolig' });
  });

  test('[R54] a planned user audit stands with its topic and who asked for it', async () => {
    using core = openCore();
    const { ids } = await aWorkspace(core);
    const { projectId } = await core.client.projects.create({ name: 'Brukarrevision på SIP', kind: 'user-audit', contentLanguage: 'sv' });
    await core.client.projects.change({
      projectId,
      fields: { mainPurpose: 'Samordnad individuell plan', partnerOrganisationId: ids.municipality, startsOn: '2026-09-01' },
    });
    expect(await list(core, 'audits')).toEqual([
      {
        id: projectId,
        name: 'Brukarrevision på SIP',
        status: 'planned',
        topic: 'Samordnad individuell plan',
        partner: { id: ids.municipality, name: 'Fjordvik kommune', detail: '' },
        startsOn: '2026-09-01',
        services: [],
      },
    ]);
  });

  test('what is not there is refused and nothing is changed', async () => {
    using core = openCore();
    const { projectId, ids } = await aWorkspace(core);
    const gone = core.session.workspace.newId();
    const before = contentOf(core.session.workspace.db);
    const refused = { code: 'NOT_FOUND' };
    await expect(core.client.records.change({ kind: 'guidelines', id: gone, fields: { note: 'x' } })).rejects.toMatchObject(refused);
    await expect(core.client.records.add({ kind: 'offerings', organisationId: gone, name: 'x' })).rejects.toMatchObject(refused);
    await expect(core.client.records.setPartnership({ projectId, partnershipId: gone })).rejects.toMatchObject(refused);
    await expect(core.client.records.saveGuidelineUse({ id: null, guidelineId: gone, projectId, point: null })).rejects.toMatchObject(
      refused,
    );
    await expect(core.client.records.remove({ kind: 'partnerships', id: ids.place })).rejects.toMatchObject(refused);
    expect(contentOf(core.session.workspace.db)).toEqual(before);
  });
});
