import type { SqlParams } from '../../electron/core/db/statements.ts';
import type { Core } from '../../electron/core/open-core.ts';
import { MeetingId, ProjectId, ThemeId } from '../../shared/model/ids.ts';
import { aPath } from '../support/a-workspace.ts';

type ThemeName = 'involvement' | 'councils' | 'housing' | 'relatives' | 'work' | 'waiting';

/** A line of minutes: themes said outright, themes read between the lines, and what marks it. */
export interface SaidLine {
  readonly body: string;
  readonly themes?: readonly ThemeName[];
  readonly inferred?: readonly ThemeName[];
  readonly reason?: string;
  readonly mark?: string;
  readonly perspective?: string;
  readonly speaker?: string;
  readonly byPanel?: boolean;
  /** A second coder put the same themes on it. */
  readonly isCodedTwice?: boolean;
}

export interface SaidMeeting {
  readonly title: string;
  readonly place?: keyof RecurrenceFixture['places'];
  readonly held?: string;
  readonly precision?: string;
  readonly language?: 'nb' | 'sv';
  readonly isInRound?: boolean;
  readonly lines: readonly SaidLine[];
}

export interface RecurrenceFixture {
  readonly projectId: ProjectId;
  readonly seriesId: string;
  readonly roundId: string;
  readonly panelId: string;
  readonly themes: Readonly<Record<ThemeName, ThemeId>>;
  /** Fjordvik, divided out of a larger Fjordvik in 2024, which was merged of two in 2020; Älvnäs lies in an area somebody drew. */
  readonly places: Readonly<Record<'fjordvik2019' | 'nes2019' | 'fjordvik2020' | 'alvnas' | 'norra', string>>;
  readonly meetings: Readonly<Record<string, MeetingId>>;
}

const terms: Readonly<Record<ThemeName, { readonly nb: string; readonly sv: string; readonly parent?: ThemeName }>> = {
  involvement: { nb: 'Brukermedvirkning', sv: 'Brukarinflytande' },
  councils: { nb: 'Brukerråd', sv: 'Brukarråd', parent: 'involvement' },
  housing: { nb: 'Bolig', sv: 'Boende' },
  relatives: { nb: 'Pårørende', sv: 'Anhöriga' },
  work: { nb: 'Arbeid', sv: 'Arbete' },
  waiting: { nb: 'Ventetid', sv: 'Väntetid' },
};

/** A new workspace with a theme tree in two languages and the given meetings with their minutes. */
export async function makeRecurrenceFixture(core: Core, said: readonly SaidMeeting[]): Promise<RecurrenceFixture> {
  await core.client.workspace.create({ path: aPath() });
  const { workspace } = core.session;
  const id = (): string => workspace.newId();
  const project = id();
  const ids = { series: id(), round: id(), panel: id(), actor: id(), second: id() };
  const places = { fjordvik2019: id(), nes2019: id(), fjordvik2020: id(), alvnas: id(), norra: id() };
  // The keys are those of `terms`.
  const themes = Object.fromEntries(Object.keys(terms).map((name) => [name, id()])) as Record<ThemeName, string>;
  const meetings: Record<string, string> = {};
  const intent = { ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false };
  workspace.operations.run(intent, () => {
    const put = (table: string, row: SqlParams): void => workspace.sql.insert(table, row);
    put('actor', { id: ids.actor, name: 'Even Strandmyr', initials: 'ES' });
    put('actor', { id: ids.second, name: 'Solfrid Tangvåg', initials: 'ST' });
    put('project', { id: project, kind: 'dialogue-round', name: 'Dialogmøter', status: 'running' });
    put('meeting_series', { id: ids.series, name: 'Dialogmøter i kommunene' });
    put('meeting_round', { id: ids.round, series_id: ids.series, name: 'Våren 2023', year: 2023 });
    put('body', { id: ids.panel, kind: 'user-panel', name: 'Brukerpanelet', is_standing: 1 });
    const municipality = { kind: 'municipality', country_code: 'NO' };
    put('place', { ...municipality, id: places.fjordvik2019, code: '9911', name: 'Fjordvik', valid_to: '2020-01-01' });
    put('place', { ...municipality, id: places.nes2019, code: '9912', name: 'Nes', valid_to: '2020-01-01' });
    put('place', { ...municipality, id: places.fjordvik2020, code: '9921', name: 'Fjordvik', valid_from: '2020-01-01' });
    for (const from of [places.fjordvik2019, places.nes2019])
      put('place_change', {
        id: id(),
        from_place_id: from,
        to_place_id: places.fjordvik2020,
        changed_on: '2020-01-01',
        kind: 'merge',
        extent: 'whole',
      });
    put('place', { id: places.alvnas, kind: 'municipality', country_code: 'SE', code: '9981', name: 'Älvnäs' });
    put('place', { id: places.norra, kind: 'area', country_code: 'SE', name: 'norra Älvbygden' });
    put('area_place', { id: id(), area_id: places.norra, place_id: places.alvnas });
    Object.entries(terms).forEach(([name, { nb, sv, parent }], at) => {
      // The keys are those of `terms`.
      const themeId = themes[name as ThemeName];
      put('theme', {
        id: themeId,
        number: String(at + 1),
        parent_id: parent === undefined ? null : themes[parent],
        ordinal: at,
        definition: '{}',
      });
      put('theme_term', { id: id(), theme_id: themeId, language: 'nb', kind: 'preferred', term: nb });
      put('theme_term', { id: id(), theme_id: themeId, language: 'sv', kind: 'preferred', term: sv });
    });
    for (const meeting of said) {
      const meetingId = id();
      meetings[meeting.title] = meetingId;
      put('meeting', {
        id: meetingId,
        project_id: project,
        round_id: meeting.isInRound === true ? ids.round : null,
        kind: 'dialogue-meeting',
        title: meeting.title,
        status: 'held',
        place_id: meeting.place === undefined ? null : places[meeting.place],
        held_on: meeting.held ?? null,
        held_precision: meeting.held === undefined ? null : (meeting.precision ?? 'day'),
      });
      meeting.lines.forEach((line, at) => {
        const textId = id();
        put('text', {
          id: textId,
          project_id: project,
          kind: 'minutes',
          meeting_id: meetingId,
          language: meeting.language ?? 'nb',
          speaker_role: line.speaker ?? null,
          body: line.body,
        });
        put('minute_line', {
          id: id(),
          meeting_id: meetingId,
          ordinal: at + 1,
          text_id: textId,
          mark: line.mark ?? null,
          perspective: line.perspective ?? null,
          attribution: line.byPanel === true ? 'body' : null,
          attributed_body_id: line.byPanel === true ? ids.panel : null,
        });
        const coding = { text_id: textId, is_whole: 1, start_offset: 0, end_offset: line.body.length, coded_at: '2026-01-01T10:00:00Z' };
        const coders = line.isCodedTwice === true ? [ids.second, ids.actor] : [ids.actor];
        for (const coder of coders) {
          for (const theme of line.themes ?? []) put('coding', { ...coding, id: id(), theme_id: themes[theme], coder_id: coder });
          for (const theme of line.inferred ?? [])
            put('coding', {
              ...coding,
              id: id(),
              theme_id: themes[theme],
              coder_id: coder,
              certainty: 'inferred',
              reason: line.reason ?? null,
            });
        }
      });
    }
  });
  return {
    projectId: ProjectId.parse(project),
    seriesId: ids.series,
    roundId: ids.round,
    panelId: ids.panel,
    // Every name has an id of the workspace's own making.
    themes: themes as Record<ThemeName, ThemeId>,
    places,
    meetings: meetings as Record<string, MeetingId>,
  };
}
