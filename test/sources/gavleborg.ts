import { always, counted, said, type Desk } from './desk.ts';

const written = '2021-05-20';
type ProjectId = Parameters<Desk['meeting']>[0];
type MeetingId = Parameters<Desk['lines']>[0];

const areas = {
  'Norra Hälsingland': ['2184', '2132', '2161'],
  'Södra Hälsingland': ['2182', '2183', '2121'],
  Gästrikland: ['2180', '2181', '2101', '2104'],
} as const;
/** Those who came, in the area where they came. */
const came = { 'Norra Hälsingland': ['2184'], 'Södra Hälsingland': ['2182', '2183'], Gästrikland: ['2180', '2181'] } as const;

/** The first round of three digital meetings in April 2021, and the next one, which was to be in December. */
export async function enterGavleborg(desk: Desk): Promise<void> {
  const { client } = desk;
  const areaIds = await enterAreas(desk);
  const networkId = await desk.entry('organisations', 'Föreningsnätverket', { kind: 'network', email: 'natverket@example.se' });
  await desk.entry('organisations', 'Vuxenpsykiatrin', { kind: 'region' });
  const clubId = await desk.entry('organisations', 'Föreningen Glimten', { kind: 'user-organisation', parentId: networkId });
  await client.registers.savePart({ part: 'area', id: null, organisationId: clubId, placeId: await desk.place('21', '2021-04-01', 'SE') });
  const coordinatorId = await desk.person('Annika Ödman', {
    email: 'annika.odman@example.se',
    contactConsentedOn: '2021-04-01',
    language: 'sv',
  });
  await desk.role({ personId: coordinatorId, organisationId: networkId, role: 'samordnare' });
  const projectId = await desk.project('Dialogmöten i länet', 'dialogue-round', 'sv');
  const spring = { asSaid: 'under april 2021', sortOn: '2021-04-30', precision: 'month' } as const;
  const { roundId, meetingIds } = await client.meetings.planRound({
    project: { id: projectId },
    series: { newName: 'Dialogmöten Gävleborg', timesPerYear: 2 },
    name: 'Våren 2021',
    year: 2021,
    planned: spring,
    kind: 'dialogue-meeting',
    kindName: null,
    format: 'digital',
    language: 'sv',
    placeIds: Object.keys(areas).map((area) => areaIds.get(area) ?? ''),
    title: 'Dialogmöte {place}',
    bankQuestionIds: [],
    hasInvitations: false,
    today: '2021-03-01',
  });
  desk.keep('Våren 2021', roundId);
  await enterQuestions(desk, roundId, meetingIds);
  for (const [index, area] of (Object.keys(areas) as (keyof typeof areas)[]).entries())
    await enterHeld(desk, { meetingId: meetingIds[index] as MeetingId, area, networkId, coordinatorId });
  await enterIdeas(desk, { projectId, meetingId: meetingIds[0] as MeetingId, networkId });
  await enterNextRound(desk, projectId, areaIds);
  await enterThesaurus(desk);
  await desk.project('Brukarrevision om SIP', 'user-audit', 'sv', { status: 'planned', mainPurpose: 'SIP' });
  const { id: newsId } = await client.records.add({
    kind: 'reports',
    projectId,
    title: 'Nu är vi igång tillsammans',
    language: 'sv',
    reportKind: 'news',
  });
  await client.records.saveRecipient({
    id: null,
    reportId: newsId as never,
    recipient: 'Medlemmar och medarbetare',
    organisationId: networkId,
    sentOn: written,
    isAskedToSpread: true,
  });
}

async function enterAreas(desk: Desk): Promise<ReadonlyMap<string, string>> {
  const { client } = desk;
  const ids = new Map<string, string>();
  for (const [name, codes] of Object.entries(areas)) {
    const { id: areaId } = await client.places.create({ kind: 'area', name, parentId: null, countryCode: 'SE' });
    ids.set(name, areaId);
    for (const code of codes) {
      const placeId = await desk.place(code, '2021-04-01', 'SE');
      await client.places.saveMember({ areaId, placeId, validFrom: null, validTo: null });
      await desk.entry('organisations', `Kommunen ${code}`, { kind: 'municipality', placeId });
    }
  }
  return ids;
}

async function enterQuestions({ client }: Desk, roundId: string, meetingIds: readonly MeetingId[]): Promise<void> {
  for (const words of ['Hur stöttar man bäst någon vid akuta tillstånd?', 'Hur fungerar orosanmälningar?', 'Hur arbetar ni med anhöriga?'])
    await client.meetings.addQuestion({ owner: { roundId }, wording: { sv: words } });
  for (const meetingId of meetingIds) await client.meetings.markSheetSent({ meetingId, on: '2021-04-01' });
}

interface HeldGround {
  readonly meetingId: MeetingId;
  readonly area: keyof typeof areas;
  readonly networkId: string;
  readonly coordinatorId: string;
}

async function enterHeld(desk: Desk, { meetingId, area, networkId, coordinatorId }: HeldGround): Promise<void> {
  const { client } = desk;
  const placeIds = await Promise.all(areas[area].map((code) => desk.place(code, '2021-04-01', 'SE')));
  const organisationIds = areas[area].map((code) => desk.id(`Kommunen ${code}`));
  await client.meetings.invite({ meetingId, organisationIds, personIds: [], placeIds: [] });
  const { invitations } = await client.meetings.get({ meetingId });
  if (placeIds.length !== invitations.length) throw new Error('an invitation is missing');
  await client.meetings.markInvitations({ ids: invitations.map(({ id }) => id), status: 'sent', on: '2021-03-15' });
  await client.meetings.addRole({ meetingId, role: 'host', personId: null, organisationId: networkId });
  await client.meetings.addRole({ meetingId, role: 'initiator', personId: null, organisationId: networkId });
  await client.meetings.addRole({ meetingId, role: 'coordinator', personId: coordinatorId, organisationId: null });
  await client.meetings.setPurposes({ meetingId, purposes: ['Underlätta kontakten mellan nätverk, psykiatri och kommuner'] });
  await client.meetings.addAgendaItem({ meetingId, afterId: null, title: 'Föreningsnätverket presenterar sig' });
  await client.meetings.change({
    meetingId,
    fields: {
      preferredFormat: 'physical',
      isFirstOfKind: true,
      impression: 'Stort intresse, engagemang och nyfikenhet',
      held: { on: '2021-04-01', precision: 'month', asSaid: 'under april', reason: null },
    },
  });
  for (const code of came[area]) await desk.attendee(meetingId, 'medarbetare', { organisation: desk.id(`Kommunen ${code}`) });
  await desk.attendee(meetingId, 'samordnare', { person: coordinatorId });
  // The source gives one number for all three: an average, of which no meeting's own number can be made.
  await client.minutes.setTotal({ meetingId, ...counted('i snitt 15'), asSaid: 'i snitt 15', reason: null });
  const asked = async () => (await client.meetings.get({ meetingId })).sheets[0]?.questions ?? [];
  for (const index of (await asked()).keys()) {
    const question = (await asked())[index];
    if (question !== undefined) await client.meetings.markDiscussed({ meetingId, questionId: question.id, wasDiscussed: true });
  }
}

async function enterIdeas(
  desk: Desk,
  { projectId, meetingId, networkId }: { projectId: ProjectId; meetingId: MeetingId; networkId: string },
): Promise<void> {
  const { client } = desk;
  const memberId = await desk.person('Stellan Brink', { contactRoute: 'coordinator' });
  await desk.role({
    personId: memberId,
    organisationId: networkId,
    role: 'representant',
    span: { ...always, from: '2021-01', to: '2021-12' },
  });
  await desk.attendee(meetingId, 'representant', { person: memberId });
  await client.minutes.setContact({ meetingId, personId: desk.id('Annika Ödman'), isConsenting: true, on: '2021-04-20' });
  await desk.lines(meetingId, null, [
    { says: 'En studiecirkel tillsammans om svåra samtal.', mark: 'idea', by: 'consensus' },
    { says: 'Hur stöttar man någon till psykiatrin när det är akut?', mark: 'question-raised' },
    { says: 'Alla har blivit uppdaterade om hur man arbetar med anhöriga.', mark: 'information', perspective: 'relatives' },
    { says: 'Det finns många goda exempel på brukarinflytande som få känner till.', mark: 'good-example' },
  ]);
  await client.minutes.addOutcome({ meetingId, kind: 'new-contact', title: 'Brukarrevisorerna fann kontakt med bägge huvudmännen' });
  const councilId = await desk.entry('bodies', 'Brukarråd psykiatri', {
    kind: 'user-council',
    isStanding: true,
    workingOrder: 'Ny arbetsordning: följer upp dialogmötena',
  });
  const share = await client.actions.create({
    wording: 'Informera om varandra',
    projectId,
    meetingId,
    language: 'sv',
    ownerOrganisationId: networkId,
    parties: 'alla som var med',
    channel: 'den gemensamma hemsidan',
    reviewingBodyId: councilId,
    today: written,
  });
  await client.actions.review({ actionId: share.actionId, bodyId: councilId, happenedOn: '2021-09-15', note: 'Följs upp i höst' });
  const round = { order: { kind: 'minutes', meetingId, language: 'sv' }, meetingId, file: 'docx' } as const;
  const recipients = [{ kind: 'person', id: desk.id('Annika Ödman') }] as const;
  const { ids } = await client.papers.prepare({ preparations: [{ ...round, recipients: [...recipients] }], day: '2021-04-25' });
  await client.papers.markSent({ ids, day: '2021-04-26' });
}

/** The next round was to be in December; the list that announces it begins on the 29th of November. */
async function enterNextRound(desk: Desk, projectId: ProjectId, areaIds: ReadonlyMap<string, string>): Promise<void> {
  const { client } = desk;
  const { series } = await client.meetings.series({});
  const { roundId, meetingIds } = await client.meetings.planRound({
    project: { id: projectId },
    series: { id: series[0]?.id ?? '' },
    name: 'Hösten 2021',
    year: 2021,
    planned: said('december 2021', written, 'sv'),
    kind: 'dialogue-meeting',
    kindName: null,
    format: 'physical',
    language: 'sv',
    placeIds: ['Södra Hälsingland', 'Norra Hälsingland', 'Gästrikland'].map((area) => areaIds.get(area) ?? ''),
    title: 'Dialogmöte {place}, hösten',
    bankQuestionIds: [],
    hasInvitations: false,
    today: written,
  });
  await client.meetings.changeRound({
    roundId,
    fields: { planned: { asSaid: 'under december 2021', sortOn: '2021-12-31', precision: 'month' } },
  });
  desk.keep('Hösten 2021', roundId);
  for (const [index, day] of ['29 november 2021', '9 december 2021', '16 december 2021'].entries())
    await client.meetings.change({
      meetingId: meetingIds[index] as MeetingId,
      fields: { planned: said(day, written, 'sv'), times: { from: '13:00', to: '16:00' } },
    });
}

/** Words that may mean the same and are called different things; some of them must never be merged. */
async function enterThesaurus({ client, keep }: Desk): Promise<void> {
  const make = async (term: string, nb: string | null): Promise<string> => {
    const { themeId } = await client.themes.create({ term, language: 'sv' });
    if (nb !== null) await client.themes.rename({ themeId, term: nb, language: 'nb' });
    return keep(term, themeId);
  };
  const relative = await make('anhörig', 'pårørende');
  const close = await make('närstående', null);
  await client.themes.setSynonyms({ themeId: relative as never, language: 'sv', synonyms: ['familjemedlem'] });
  await client.themes.setDifferences({ themeId: relative as never, others: [{ themeId: close as never, note: 'den som står en nära' }] });
  await make('kontaktperson', null);
  await make('brukare', 'bruker');
}
