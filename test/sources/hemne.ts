import { always, type Desk } from './desk.ts';

const written = '2018-09-01';

/** A dialogue meeting that bears no date, in a municipality that no longer is. */
export async function enterHemne(desk: Desk): Promise<void> {
  const { client } = desk;
  // The text names no year. The activity duty it speaks of points at 2017 to 2019: the code may be 1612 or 5011.
  const placeId = await desk.place('5011', '2018-07-01');
  const municipalityId = await desk.entry('organisations', 'Hemne kommune', { kind: 'municipality', placeId });
  const unitId = await desk.entry('organisations', 'Tjenesten for psykisk helsearbeid i Hemne', {
    kind: 'unit',
    parentId: municipalityId,
    placeId,
  });
  const welfareId = await desk.entry('organisations', 'Nav-kontoret i Hemne', { kind: 'welfare-office', placeId });
  const branchId = await desk.entry('organisations', 'Sinnslaget Hemne', { kind: 'local-branch', placeId });
  await enterServices(desk, { placeId, unitId });
  const projectId = desk.id('Dialogmøter i kommuner') as Parameters<Desk['meeting']>[0];
  const reason = 'Aktivitetsplikten som nevnes, kom i 2017; koden er 1612 før 2018 og 5011 etter.';
  const meetingId = await desk.meeting(projectId, 'Dialogmøte i Hemne', {
    placeId,
    held: { on: '2018-07-01', precision: 'inferred', asSaid: null, reason },
    note: 'Teksten har ingen dato.',
  });
  for (const organisation of [municipalityId, welfareId, branchId]) await desk.attendee(meetingId, 'deltaker', { organisation });
  await enterSheet(desk, meetingId);
  await enterCouncil(desk, { placeId, meetingId, branchId, unitId });
  await enterTalk(desk, { meetingId, projectId, unitId });
  const { id: newsId } = await client.records.add({
    kind: 'reports',
    projectId,
    title: 'Dialogmøte i Hemne',
    language: 'nb',
    reportKind: 'news',
  });
  await client.records.change({ kind: 'reports', id: newsId, fields: { byline: 'Tekst: Mari Hov og Lars Ness', placeId } });
}

async function enterServices(desk: Desk, { placeId, unitId }: { readonly placeId: string; readonly unitId: string }): Promise<void> {
  const { client } = desk;
  const dayCentreId = await desk.entry('services', 'Dagsenteret i Hemne', {
    kind: 'day-centre',
    placeId,
    opening: 'åpent to dager i uka',
    eligibility: 'alle som er innskrevet i tjenesten',
    targetGroup: 'voksne med psykiske vansker',
  });
  const workId = await desk.entry('services', 'Teknisk, landbruk og miljø', { kind: 'work', placeId });
  await desk.entry('services', 'Foreldrekurs (ICDP)', { kind: 'programme', placeId, eligibility: 'alle foreldre i kommunen' });
  await client.registers.savePart({ part: 'operator', id: null, serviceId: dayCentreId, organisationId: unitId, span: always });
  const note = 'kan formidle personer til arbeidsaktiviteter';
  await client.registers.savePart({ part: 'link', id: null, serviceId: dayCentreId, toServiceId: workId, kind: 'refers-to', note });
}

/** The meta-question of the shipped bank, on the meeting's question sheet. */
async function enterSheet({ client }: Desk, meetingId: Parameters<Desk['lines']>[0]): Promise<void> {
  const { questions } = await client.bank.list({ query: 'bestemme selv', kind: 'meta' });
  await client.meetings.addBankQuestions({ owner: { meetingId }, bankQuestionIds: questions.slice(0, 1).map(({ id }) => id) });
}

interface Ground {
  readonly meetingId: Parameters<Desk['lines']>[0];
  readonly unitId: string;
}

async function enterCouncil(
  desk: Desk,
  { placeId, meetingId, branchId, unitId }: Ground & { placeId: string; branchId: string },
): Promise<void> {
  const councilId = await desk.entry('bodies', 'Ad hoc brukerråd i Hemne', {
    kind: 'user-council',
    isStanding: false,
    remit: 'Drøfte aktuelle temaer i kommunen',
    span: { asSaid: 'en tidsbegrenset periode', from: null, to: null },
    placeId,
    organisationId: unitId,
  });
  const memberId = await desk.person('Oddny Fjellvik');
  await desk.role({ personId: memberId, bodyId: councilId, role: 'medlem', recruitedBy: 'kjent fra før av tjenestene' });
  const [idea] = await desk.lines(meetingId, null, [
    {
      says: 'Et brukerråd settes sammen for en tid om et aktuelt tema; også fra Nav og rusbehandling.',
      mark: 'idea',
      by: 'body',
      organisation: branchId,
    },
  ]);
  const { lines } = await desk.client.minutes.get({ meetingId });
  const observationId = lines.find(({ id }) => id === idea)?.observationId ?? '';
  await desk.client.observations.setStatus({ observationId, status: 'taken-up', happenedOn: written });
}

async function enterTalk(
  desk: Desk,
  { meetingId, projectId, unitId }: Ground & { projectId: Parameters<Desk['meeting']>[0] },
): Promise<void> {
  const { client } = desk;
  await desk.lines(meetingId, null, [
    { says: 'Det er vanskelig når man ikke vet hvilken kompetanse man søker og får.', mark: 'challenge', by: 'one-participant' },
    { says: 'Egen erfaring gjør ikke nødvendigvis alle til gode erfaringskonsulenter.', mark: 'finding', by: 'consensus' },
  ]);
  const { findingId } = await client.findings.create({
    projectId,
    wording: 'Brukermedvirkning skjer blant annet gjennom individuell plan.',
    polarity: 'positive',
    level: 'individual',
    meetingId,
    today: written,
  });
  await client.findings.change({ findingId, fields: { level: 'individual' } });
  const { id: postId } = await client.records.add({ kind: 'peer-posts', organisationId: unitId });
  const fields = { status: 'wanted', competence: 'Egen erfaring, og hva den skal brukes til', financedBy: 'Uavklart' } as const;
  await client.records.change({ kind: 'peer-posts', id: postId, fields });
  const { id: dutyId } = await client.records.add({ kind: 'guidelines', title: 'Aktivitetsplikt for mottakere av sosialhjelp' });
  await client.records.saveGuidelineUse({ id: null, guidelineId: dutyId, projectId, point: 'samarbeid med Nav' });
  await client.listening.saveSurvey({
    id: null,
    name: 'Kommunens årlige brukerundersøkelse',
    owner: 'Hemne kommune',
    everyMonths: 12,
    latestYear: null,
    headline: 'Det er vanskelig å få nok til å delta',
    hasEnoughAnswers: false,
  });
}
