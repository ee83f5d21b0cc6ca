import { always, said, type Desk } from './desk.ts';

const written = '2023-03-15';

/** The first dialogue meeting after the pandemic, in a municipality that was merged in 2020 and is to be divided in 2024. */
export async function enterAlesund(desk: Desk): Promise<void> {
  const { client } = desk;
  const placeId = await desk.place('1507', '2023-03-15');
  const centreId = await desk.entry('organisations', 'Erfaringssenteret', { kind: 'centre', email: 'post@erfaringssenteret.example' });
  const municipalityId = await desk.entry('organisations', 'Ålesund kommune', { kind: 'municipality', placeId });
  const leaderId = await desk.person('Torbjørg Einvik');
  await desk.role({
    personId: leaderId,
    organisationId: centreId,
    role: 'leder',
    title: 'daglig leder',
    span: { ...always, from: '2019' },
  });
  await enterServices(desk, placeId, municipalityId);
  const projectId = await desk.project('Dialogmøter i kommuner', 'dialogue-round', 'nb');
  const meetingId = await desk.meeting(projectId, 'Dialogmøte i Ålesund', {
    placeId,
    held: { on: '2023-03-01', precision: 'month', asSaid: 'i mars', reason: null },
    format: 'physical',
    preferredFormat: 'physical',
    isFirstOfKind: true,
    gapReason: 'Stillstand fra 2020 på grunn av pandemien',
    impression: 'Lederne virket engasjerte for jobben og innbyggerne',
  });
  await client.meetings.setPurposes({
    meetingId,
    purposes: ['Innspill til involvering av brukere og pårørende', 'Legge fram systematiske brukererfaringer', 'Bli kjent'],
  });
  await client.meetings.addRole({ meetingId, role: 'presenter', personId: leaderId, organisationId: centreId });
  const { id: itemId } = await client.meetings.addAgendaItem({ meetingId, afterId: null, title: 'Systematiske brukererfaringer' });
  await client.meetings.changeAgendaItem({ id: itemId, fields: { presenterOrganisationId: centreId } });
  await desk.attendee(meetingId, 'avdelingsleder', { organisation: municipalityId, count: '5' });
  await enterWhatWasSaid(desk, meetingId, itemId);
  await enterWhatCameOfIt(desk, { projectId, meetingId, placeId, municipalityId });
}

async function enterServices(desk: Desk, placeId: string, municipalityId: string): Promise<void> {
  const { client } = desk;
  const later = await desk.place('1508', '2024-02-01');
  const laterId = await desk.entry('organisations', 'Ålesund kommune (etter delingen)', { kind: 'municipality', placeId: later });
  const serviceId = await desk.entry('services', 'Sommerlyset dagsenter', {
    kind: 'day-centre',
    placeId,
    origin: 'Ble til ved kommunesammenslåingen og midler fra Statsforvalteren',
  });
  const span = { asSaid: 'under pandemien', from: '2020', to: '2022' };
  await client.registers.savePart({
    part: 'funding',
    id: null,
    serviceId,
    source: 'Statsforvalteren',
    kind: 'one-off',
    amount: null,
    span,
  });
  for (const [organisationId, from, to] of [
    [municipalityId, '2020', '2024'],
    [laterId, '2024', null],
  ] as const)
    await client.registers.savePart({ part: 'operator', id: null, serviceId, organisationId, span: { asSaid: null, from, to } });
}

async function enterWhatWasSaid(desk: Desk, meetingId: Parameters<Desk['lines']>[0], itemId: string): Promise<void> {
  const { client } = desk;
  const lines = await desk.lines(meetingId, itemId, [
    {
      says: 'Flere som før trengte et botilbud, bor nå i egen bolig. Det som var for noen år siden, skal ikke sette grenser.',
      mark: 'good-example',
    },
    {
      says: 'De vil ha med brukerne når et tilbud utvikles, men det er vanskelig å få til med dem som bruker tjenestene i dag.',
      mark: 'challenge',
    },
    { says: 'Alle i den nye kommunen skal ha et likt tilbud.', mark: 'information' },
    { says: 'Når kommunen deles, kan det bli vanskelig å holde på de samme tilbudene.', mark: 'challenge' },
  ]);
  const { themeId } = await client.themes.create({ term: 'Recovery', language: 'nb' });
  desk.keep('Recovery', themeId);
  const reason = 'Mellom linjene: de arbeider slik, uten å bruke ordet';
  await client.minutes.code({ lineId: lines[0] ?? '', themeId, isInferred: true, reason });
  await client.listening.saveMethod({
    id: null,
    projectId: null,
    kind: 'dialogue-meeting',
    name: 'Ulike måter å få fram brukernes mening',
    period: null,
    reached: null,
    effort: null,
    strengths: null,
    weaknesses: 'Når ikke dem som bruker tjenestene i dag',
  });
}

interface Ground {
  readonly projectId: Parameters<Desk['meeting']>[0];
  readonly meetingId: Parameters<Desk['lines']>[0];
  readonly placeId: string;
  readonly municipalityId: string;
}

async function enterWhatCameOfIt(desk: Desk, { projectId, meetingId, placeId, municipalityId }: Ground): Promise<void> {
  const { client } = desk;
  const due = said('mot slutten av 2023', written);
  const followUpId = await desk.meeting(projectId, 'Oppfølgingsmøte i Ålesund', {
    kind: 'follow-up',
    placeId,
    planned: due,
    followsId: meetingId,
  });
  await client.actions.create({
    wording: 'Holde et oppfølgingsmøte',
    projectId,
    meetingId,
    followUpMeetingId: followUpId,
    ownerAsSaid: 'Erfaringssenteret',
    parties: 'Ålesund kommune',
    due,
    today: written,
  });
  const { observationId } = await client.observations.create({
    kind: 'case-story',
    title: 'Fra botilbud til egen bolig',
    body: 'En person som før trengte mye hjelp, har kjøpt egen bolig.',
    projectId,
    meetingId,
    placeId,
    today: written,
  });
  const howDeidentified = 'Alder, kjønn og bosted er utelatt';
  await client.observations.setShareable({ observationId, isShareable: true, howDeidentified, happenedOn: written });
  await client.meetings.saveRequest({
    id: null,
    wording: 'Er et dialogmøte aktuelt hos oss?',
    organisationId: municipalityId,
    personId: null,
    placeId,
    askedByAsSaid: null,
    askedOn: written,
  });
  const { id: newsId } = await client.records.add({
    kind: 'reports',
    projectId,
    title: 'Vi er i gang igjen',
    language: 'nb',
    reportKind: 'news',
  });
  await client.records.change({
    kind: 'reports',
    id: newsId,
    fields: { updatedOn: written, byline: 'Erfaringssenteret', placeId, year: 2023 },
  });
  await desk.photo(meetingId, 'Gode samtaler i Ålesund', 'Siv Mo', { 'daglig leder': written, rådgiver: written });
}
