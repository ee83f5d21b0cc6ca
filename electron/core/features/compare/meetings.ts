import type { MeetingTheme } from '../../../../shared/contract/compare.ts';
import type { ExhibitDefinition } from '../../../../shared/contract/exhibit-definition.ts';
import { ProjectId, ThemeId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { GateTools } from '../analysis/gate-tools.ts';
import { makeExhibit } from '../analysis/release-exhibit.ts';
import { makeTable } from '../recurrence/make-table.ts';

export interface MeetingsInput {
  readonly projectId: ProjectId;
  /** Minutes of every meeting in the workspace, or of the project's own. */
  readonly of: 'all' | 'project';
  readonly language: Language;
  /** UTC, ISO 8601. */
  readonly createdAt: string;
  readonly tools: GateTools;
}

/** Themes of the interviews, as the gate lets them through, beside the meetings that note them. @throws AppError NOT_FOUND, CODING_IS_BLIND */
export function compareMeetings(workspace: Workspace, { projectId, of, language, createdAt, tools }: MeetingsInput) {
  const definition: ExhibitDefinition = { kind: 'themes', rows: 'themes', language, percent: 'column' };
  const { exhibit } = makeExhibit(workspace.sql, { projectId, definition, createdAt, tools });
  const minutes = (filter: { readonly projectId?: ProjectId }) =>
    makeTable(workspace, { filter, by: 'years', placeMode: 'as-recorded', interviewsOf: undefined, now: createdAt, tools });
  const own = minutes({ projectId });
  const noted = of === 'project' ? own : minutes({});
  const isOpen = exhibit.audit.ok;
  const inSurvey = isOpen ? exhibit.rows.map(({ key }) => key) : [];
  const meetingsOf = new Map(noted.rows.map(({ themeId, all }) => [themeId as string, all]));
  const onlyMeetings = noted.rows.map(({ themeId }) => themeId as string).filter((id) => !inSurvey.includes(id));
  const rows = [...inSurvey, ...onlyMeetings].map((id): MeetingTheme => {
    const meetings = meetingsOf.get(id);
    return {
      row: inSurvey.includes(id) ? id : null,
      themeId: ThemeId.parse(id),
      meetings: meetings === undefined || meetings.mentions === 0 ? null : meetings,
    };
  });
  return { definition, exhibit: isOpen ? exhibit : null, meetings: noted.meetings, ownMeetings: own.meetings, rows };
}
