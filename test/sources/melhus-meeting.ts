import { counted, said, type Desk } from './desk.ts';

const written = '2015-09-28';
type ProjectId = Parameters<Desk['meeting']>[0];
type MeetingId = Parameters<Desk['lines']>[0];

/** A dialogue meeting on a Friday, the 25th of September, with no year; 18 took part, no more is said about how many. */
export async function enterMelhusMeeting(desk: Desk): Promise<void> {
  const { client } = desk;
  const placeId = await desk.place('1653', '2015-09-25');
  const projectId = desk.id('Dialogmøter i kommuner') as ProjectId;
  const municipalityId = desk.id('Melhus kommune');
  const centreId = desk.id('Erfaringssenteret');
  const chairId = await desk.person('Mona Lunden');
  await desk.role({ personId: chairId, organisationId: municipalityId, role: 'leder', title: 'leder for psykisk helsetjeneste' });
  await enterRegisters(desk, placeId, municipalityId);
  const earlierId = await desk.meeting(projectId, 'Dialog i Melhus året før', {
    placeId,
    held: { on: '2014-01-01', precision: 'year', asSaid: 'i fjor', reason: null },
  });
  const meetingId = await desk.meeting(projectId, 'Dialogmøte i Melhus', {
    placeId,
    venue: 'Rådhuset i Melhus',
    followsId: earlierId,
    held: {
      on: '2015-09-25',
      precision: 'inferred',
      asSaid: 'Fredag 25. september',
      reason: '25. september var en fredag i 2015, og prosjektet som nettopp hadde begynt, begynte da.',
    },
    impression: 'Stor interesse og positive forventninger',
  });
  await client.meetings.setPurposes({ meetingId, purposes: ['Dele kunnskap gjennom dialog og samtale'] });
  for (const organisationId of [centreId, municipalityId])
    await client.meetings.addRole({ meetingId, role: 'initiator', personId: null, organisationId });
  await client.meetings.addRole({ meetingId, role: 'chair', personId: chairId, organisationId: null });
  const guests = ['Ulikelaget', 'Stegene', 'Sinnslaget Melhus', 'Samvirkelaget for funksjonshemmede'].map((name) => desk.id(name));
  await client.meetings.invite({ meetingId, organisationIds: guests, personIds: [], placeIds: [] });
  const { invitations } = await client.meetings.get({ meetingId });
  await client.meetings.markInvitations({ ids: invitations.map(({ id }) => id), status: 'accepted', on: '2015-09-10' });
  for (const organisation of guests) await desk.attendee(meetingId, 'brukerorganisasjon', { organisation });
  await desk.attendee(meetingId, 'bruker', {});
  await desk.attendee(meetingId, 'ansatt', { organisation: desk.id('Ettervernsgruppa i Melhus') });
  const total = counted('til sammen 18');
  await client.minutes.setTotal({ meetingId, ...total, asSaid: 'til sammen 18 deltakere', reason: null });
  await enterAgenda(desk, { meetingId, chairId, centreId, municipalityId });
  await enterProjects(desk, { projectId, meetingId, placeId, municipalityId });
}

async function enterRegisters(desk: Desk, placeId: string, municipalityId: string): Promise<void> {
  const { client } = desk;
  for (const name of ['Ulikelaget', 'Stegene']) await desk.entry('organisations', name, { kind: 'user-organisation', placeId });
  const unionId = await desk.entry('organisations', 'Sinnslaget', { kind: 'user-organisation' });
  const branchId = await desk.entry('organisations', 'Sinnslaget Melhus', { kind: 'local-branch', parentId: unionId, placeId });
  await client.registers.savePart({ part: 'pause', id: null, organisationId: branchId, from: '2013', to: '2015', reason: 'en tids pause' });
  await desk.entry('organisations', 'Samvirkelaget for funksjonshemmede', { kind: 'network', placeId });
  await desk.entry('organisations', 'Ettervernsgruppa i Melhus', { kind: 'unit', parentId: municipalityId, placeId });
  await desk.entry('organisations', 'Sykehuset ved elva', { kind: 'hospital' });
  await desk.entry('organisations', 'Lia behandlingssenter', { kind: 'treatment-centre' });
  await desk.entry('bodies', 'Rådet for funksjonshemmede i Melhus', {
    kind: 'statutory-council',
    isStanding: true,
    placeId,
    organisationId: municipalityId,
    notRepresented: 'Ingen som kan representere de unge',
    workingOrder: 'Kommunalt råd etter loven',
  });
  await desk.entry('services', 'Tjenester for psykisk helse i Melhus', {
    kind: 'other',
    placeId,
    recipients: { ...counted('ca. 400'), asSaid: 'ca. 400 personer' },
  });
  await desk.entry('services', 'Treffstedene i Melhus', { kind: 'drop-in', placeId });
  for (const name of ['Bruker spør bruker', 'Kurs', 'Dialogmøter'])
    await client.records.add({ kind: 'offerings', organisationId: desk.id('Erfaringssenteret'), name });
}

interface AgendaGround {
  readonly meetingId: MeetingId;
  readonly chairId: string;
  readonly centreId: string;
  readonly municipalityId: string;
}

async function enterAgenda(desk: Desk, { meetingId, chairId, centreId, municipalityId }: AgendaGround): Promise<void> {
  const { client } = desk;
  const items: string[] = [];
  for (const title of [
    'Åpning',
    'Organisasjonene og senteret presenterer seg',
    'Lunsj',
    'Kommunens aktiviteter og prosjekter',
    'Samarbeidet videre',
  ]) {
    const { id } = await client.meetings.addAgendaItem({ meetingId, afterId: items.at(-1) ?? null, title });
    items.push(id);
  }
  const [opening = '', presenting = '', , municipal = '', further = ''] = items;
  await client.meetings.changeAgendaItem({ id: opening, fields: { presenterPersonId: chairId } });
  await client.meetings.changeAgendaItem({ id: presenting, fields: { presenterOrganisationId: centreId } });
  await client.meetings.changeAgendaItem({ id: municipal, fields: { presenterOrganisationId: municipalityId } });
  const organisation = desk.id('Sinnslaget Melhus');
  const lines = await desk.lines(meetingId, municipal, [
    { says: 'Ungdomsundersøkelsen viser lite rus, men mer psykiske vansker blant unge.', mark: 'information' },
    { says: 'Tidlig hjelp med vekt på familiens behov.', mark: 'good-example', perspective: 'relatives' },
    { says: 'Treffstedene er viktige; for mange er de den eneste aktiviteten.', mark: 'finding', perspective: 'users' },
    { says: 'Psykisk helse er fremdeles tabubelagt.', mark: 'challenge', by: 'body', organisation },
  ]);
  await desk.lines(meetingId, further, [{ says: 'Hvordan få inn en brukerstemme som kan representere de unge?', mark: 'question-raised' }]);
  const topics = ['Ungdom', 'Familie', 'Møteplasser', 'Stigma'] as const;
  for (const [index, term] of topics.entries()) {
    const { themeId } = await client.themes.create({ term, language: 'nb' });
    await client.minutes.code({ lineId: lines[index] ?? '', themeId });
  }
}

interface ProjectGround {
  readonly projectId: ProjectId;
  readonly meetingId: MeetingId;
  readonly placeId: string;
  readonly municipalityId: string;
}

async function enterProjects(desk: Desk, { projectId, meetingId, placeId, municipalityId }: ProjectGround): Promise<void> {
  const { client } = desk;
  const { id: partnershipId } = await client.records.add({ kind: 'partnerships', name: 'Partnerskapet med Melhus' });
  await client.records.change({ kind: 'partnerships', id: partnershipId, fields: { purpose: 'Flere prosjekter i tiden framover' } });
  const pathwayId = await desk.project('Nytt pasientforløp', 'other', 'nb', { status: 'running' });
  for (const id of [pathwayId, desk.id('Bruker spør bruker i Melhus') as ProjectId])
    await client.records.setPartnership({ projectId: id, partnershipId });
  await client.projects.setParts({
    projectId: pathwayId,
    placeIds: [placeId],
    workProducts: [
      { name: 'Forslag til nytt pasientforløp', dueAsSaid: 'innen nyttår', deliveredOn: null },
      { name: 'Nettverkskart', dueAsSaid: null, deliveredOn: '2015-09-25' },
    ],
    guidelines: [{ title: 'Retningslinjen for samtidig rus og psykisk lidelse', reference: '', point: 'pkt. 7 og 8' }],
  });
  const { id: postId } = await client.records.add({ kind: 'peer-posts', organisationId: municipalityId });
  await client.records.change({
    kind: 'peer-posts',
    id: postId,
    fields: { status: 'advertised', statusOn: '2015-09-01', competence: 'erfaringsbakgrunn' },
  });
  for (const wording of ['Hvordan øke aktiviteten rundt psykisk helse?', 'Hvordan få inn en brukerstemme for de unge?'])
    await client.listening.saveProblem({
      id: null,
      projectId,
      wording,
      raisedBy: 'Møtet',
      raisedOn: '2015-09-25',
      serviceId: null,
      status: 'open',
      answer: null,
    });
  await client.listening.saveSurvey({
    id: null,
    name: 'Ungdomsundersøkelsen',
    owner: null,
    everyMonths: null,
    latestYear: null,
    headline: 'Lite rus, mer psykiske vansker',
    hasEnoughAnswers: null,
  });
  await client.actions.create({
    wording: 'Gjøre psykisk helse synlig og forstått',
    projectId,
    meetingId,
    ownerOrganisationId: desk.id('Sinnslaget Melhus'),
    addressee: 'politikerne',
    due: said('så snart som mulig', written),
    today: written,
  });
}
