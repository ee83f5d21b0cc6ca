import { ask, beginInterview, inAll, part, writeForm } from '../support/entry-forms.ts';
import { always, type Desk } from './desk.ts';

const written = '2016-06-03';

/** What a project leader told when a user evaluation was finished: findings, a panel that goes on, and what is too early to say. */
export async function enterMelhusProject(desk: Desk): Promise<void> {
  const { client } = desk;
  const placeId = await desk.place('1653', '2016-03-01');
  const municipalityId = await desk.entry('organisations', 'Melhus kommune', { kind: 'municipality', placeId });
  const centreId = desk.id('Erfaringssenteret');
  const leadId = await desk.person('Hedda Vestby');
  await desk.role({
    personId: leadId,
    organisationId: centreId,
    role: 'ansatt',
    title: 'prosjektleder',
    span: { ...always, from: '2014' },
  });
  const writerId = await desk.person('Iben Kvist');
  await desk.role({ personId: writerId, organisationId: centreId, role: 'ansatt', title: 'prosjektmedarbeider' });
  const projectId = await desk.project('Bruker spør bruker i Melhus', 'user-evaluation', 'nb', {
    status: 'finished',
    idea: 'Kom for et par år siden, sammen med enhetslederen for bofellesskapet',
    mainPurpose: 'Styrke brukermedvirkningen i kommunen',
    intendedUse: 'Grunnlag for arbeidet med pasientforløp',
    targetGroup: 'Mennesker som får tjenester for psykisk helse eller rus',
    method: 'Bruker spør bruker',
    methodDeviation: 'Litt annerledes enn vanlig: med en referansegruppe som går videre',
    anchoring: 'Et nasjonalt læringsnettverk for gode pasientforløp',
    startsOn: '2015-09-01',
    endsOn: '2016-03-31',
    leadPersonId: leadId,
    partnerOrganisationId: municipalityId,
  });
  const kinds = {
    'Rustjenesten i Melhus': 'treatment',
    'Botjenesten i Melhus': 'housing',
    'Psykisk helsetjeneste i Melhus': 'treatment',
  } as const;
  const serviceIds: string[] = [];
  for (const [name, kind] of Object.entries(kinds)) serviceIds.push(await desk.entry('services', name, { kind, placeId }));
  const panelId = await enterPanel(desk, placeId, municipalityId);
  await client.projects.setParts({ projectId, serviceIds, placeIds: [placeId], bodies: [{ bodyId: panelId, role: 'referansegruppe' }] });
  const conferenceId = await enterMeetings(desk, { projectId, placeId, panelId, centreId });
  await enterFindings(desk, { projectId, conferenceId, panelId });
  await enterTalk(desk);
  await enterReport(desk, { projectId, placeId, conferenceId });
}

/** People who had never been representatives before; the panel goes on when the project has ended. */
async function enterPanel(desk: Desk, placeId: string, organisationId: string): Promise<string> {
  const panelId = await desk.entry('bodies', 'Brukerpanelet i Melhus', {
    kind: 'user-panel',
    isStanding: true,
    remit: 'Følge prosjektet og peke ut temaer',
    span: { asSaid: 'videreføres', from: '2015-09', to: null },
    placeId,
    organisationId,
  });
  for (const name of ['Runa Dale', 'Terje Moan']) {
    const personId = await desk.person(name);
    await desk.role({ personId, bodyId: panelId, role: 'medlem', isFirstTime: true, span: { ...always, from: '2015-09' } });
  }
  return panelId;
}

type ProjectId = Parameters<Desk['meeting']>[0];
type MeetingId = Parameters<Desk['lines']>[0];

interface Ground {
  readonly projectId: ProjectId;
  readonly placeId: string;
  readonly panelId: string;
  readonly centreId: string;
}

async function enterMeetings(desk: Desk, { projectId, placeId, panelId, centreId }: Ground): Promise<MeetingId> {
  const { client } = desk;
  const panelMeetingId = await desk.meeting(projectId, 'Brukerpanelet peker ut temaer', {
    kind: 'panel',
    placeId,
    held: { on: '2015-11-01', precision: 'month', asSaid: null, reason: null },
  });
  await desk.attendee(panelMeetingId, 'enhetsleder', { count: '3', organisation: desk.id('Melhus kommune') });
  await desk.lines(panelMeetingId, null, [
    { says: 'Viktigst å arbeide med: arbeid og aktivitet.', mark: 'theme', by: 'body', body: panelId, perspective: 'users' },
    { says: 'Deretter: å bli møtt uten å bli dømt.', mark: 'theme', by: 'body', body: panelId, perspective: 'users' },
  ]);
  const conferenceId = await desk.meeting(projectId, 'Dialogkonferanse i Melhus', {
    kind: 'dialogue-conference',
    placeId,
    held: { on: '2016-02-01', precision: 'month', asSaid: null, reason: null },
  });
  await client.meetings.addRole({ meetingId: conferenceId, role: 'process-guide', personId: null, organisationId: centreId });
  await desk.attendee(conferenceId, 'medlem av brukerpanelet', { body: panelId });
  await client.minutes.addOutcome({ meetingId: conferenceId, kind: 'outcome', title: 'Flere vil bli brukerrepresentanter' });
  await client.minutes.addOutcome({ meetingId: conferenceId, kind: 'outcome', title: 'Lederne er åpne for nye måter å arbeide på' });
  return conferenceId;
}

async function enterFindings(
  desk: Desk,
  { projectId, conferenceId, panelId }: { projectId: ProjectId; conferenceId: MeetingId; panelId: string },
): Promise<void> {
  const { client } = desk;
  const serviceId = desk.id('Rustjenesten i Melhus');
  const good = await client.findings.create({
    projectId,
    wording: 'Folk blir møtt uten å bli dømt.',
    polarity: 'positive',
    serviceId,
    level: 'service',
    evidence: [
      { kind: 'meeting', id: conferenceId },
      { kind: 'note', note: 'Sagt i intervjuer og på konferansen' },
    ],
    today: written,
  });
  await client.findings.create({
    projectId,
    wording: 'Mange funn gjelder brukermedvirkning.',
    polarity: 'mixed',
    level: 'system',
    amountAsSaid: 'mange funn',
    evidence: [{ kind: 'meeting', id: conferenceId }],
    today: written,
  });
  const early = await client.findings.create({
    projectId,
    wording: 'Brukerpanelet vil virke på lengre sikt.',
    polarity: 'neutral',
    today: written,
  });
  const at = { happenedOn: written, meetingId: conferenceId, bodyId: panelId };
  await client.findings.setStatus({ findingId: early.findingId, status: 'to-conference', ...at });
  await client.findings.setStatus({ findingId: early.findingId, status: 'too-early', ...at, note: 'Fortsatt tidlig å si' });
  const football = await client.actions.create({
    wording: 'Gatefotball og andre tiltak for fysisk aktivitet',
    projectId,
    findingId: good.findingId,
    isExistingMeasure: true,
    ownerOrganisationId: desk.id('Melhus kommune'),
    result: 'Får gode tilbakemeldinger',
    today: written,
  });
  await client.actions.setStatus({ actionId: football.actionId, status: 'under-way', happenedOn: written });
}

/** What was asked and what was answered, word for word, belongs to an interview like any other. */
async function enterTalk({ core, client }: Desk): Promise<void> {
  const asked = ['Kan du fortelle litt om prosjektet?', 'Hva er viktig for deg?'];
  const form = writeForm(core, {
    name: 'Samtale om prosjektet',
    languages: ['nb'],
    scales: [],
    extras: {},
    sections: [
      part(
        'Samtalen',
        asked.map((words, index) => ask(`q${index + 1}`, 'open', words, { wording: inAll(words) })),
      ),
    ],
  });
  const interviewId = await beginInterview(core, form);
  const { sections } = await client.questionnaires.version({ versionId: form.versionId });
  const first = sections[0]?.questions[0];
  if (first === undefined) throw new Error('the form has no question');
  const text = 'Ideen kom for et par år siden, og vi ville se hvordan medvirkningen kunne bli bedre.';
  await client.interviews.answer({ interviewId, questionId: first.id, instance: 0, value: { kind: 'text', text } });
}

async function enterReport(
  desk: Desk,
  { projectId, placeId, conferenceId }: { projectId: ProjectId; placeId: string; conferenceId: MeetingId },
): Promise<void> {
  const { client } = desk;
  const { id } = await client.records.add({
    kind: 'reports',
    projectId,
    title: 'Brukeres erfaringer med tjenestene i Melhus',
    language: 'nb',
    reportKind: 'final-report',
  });
  const fields = { year: 2016, placeId, authors: 'Hedda Vestby', link: 'https://erfaringssenteret.example/melhus' };
  await client.records.change({ kind: 'reports', id, fields });
  // The caption tells that those in the middle use the services: it may not leave the program before each of them has said yes.
  const shown = { prosjektleder: written, 'medlem av panelet': null };
  await desk.photo(conferenceId, 'I midten deltakere i brukerpanelet', null, shown);
}
