import type { FindingStatus, Polarity } from '../../../../shared/contract/findings.ts';
import { FindingId, type MeetingId, type ProjectId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { nextCode } from '../../db/next-code.ts';
import type { Call } from '../../rpc/call.ts';
import { todayOf } from '../projects/today.ts';

/** One thing a finding rests on: a statement, a kept quote, a theme, a table, a meeting, a cell of a matrix, or words about why. */
export interface NewEvidence {
  readonly textId?: string | null | undefined;
  readonly quoteId?: string | null | undefined;
  readonly themeId?: string | null | undefined;
  readonly exhibitId?: string | null | undefined;
  readonly meetingId?: string | null | undefined;
  readonly frameworkCellId?: string | null | undefined;
  readonly note?: string | null | undefined;
}

export interface NewFinding {
  readonly projectId: ProjectId;
  readonly wording: string;
  readonly meetingId?: MeetingId | null | undefined;
  readonly placeId?: string | null | undefined;
  readonly polarity?: Polarity | undefined;
  readonly level?: 'individual' | 'service' | 'system' | null | undefined;
  readonly status?: FindingStatus | undefined;
  readonly serviceId?: string | null | undefined;
  readonly amountAsSaid?: string | null | undefined;
  readonly language?: Language | undefined;
  /** ISO day it was found; today where none is given. */
  readonly happenedOn?: string | undefined;
  /** What it rests on. A meeting it was made in is evidence of its own and need not be repeated. */
  readonly evidence?: readonly NewEvidence[] | undefined;
}

/** Writes a finding inside the caller's operation, with its project's next free code, what it rests on and the first step of its life. */
export function writeFinding(call: Pick<Call, 'sql' | 'workspace' | 'session'>, finding: NewFinding): FindingId {
  const { sql, workspace } = call;
  const id = FindingId.parse(workspace.newId());
  const meetingId = finding.meetingId ?? null;
  const status = finding.status ?? 'preliminary';
  sql.insert('finding', {
    id,
    project_id: finding.projectId,
    meeting_id: meetingId,
    place_id: finding.placeId ?? null,
    code: nextCode(sql, 'finding', 'F', finding.projectId),
    wording: finding.wording,
    polarity: finding.polarity ?? 'neutral',
    level: finding.level ?? null,
    status,
    service_id: finding.serviceId ?? null,
    amount_as_said: finding.amountAsSaid ?? null,
    language: finding.language ?? 'nb',
  });
  const happenedOn = finding.happenedOn ?? todayOf(call, undefined);
  sql.insert('finding_event', { id: workspace.newId(), finding_id: id, status, happened_on: happenedOn, meeting_id: meetingId });
  const evidence = finding.evidence ?? [];
  const isMeetingNamed = meetingId === null || evidence.some((item) => item.meetingId === meetingId);
  for (const item of isMeetingNamed ? evidence : [...evidence, { meetingId }]) writeEvidence(call, id, item);
  return id;
}

/** Writes one thing a finding rests on, inside the caller's operation; answers its id. */
export function writeEvidence({ sql, workspace }: Pick<Call, 'sql' | 'workspace'>, findingId: FindingId, item: NewEvidence): string {
  const id = workspace.newId();
  sql.insert('finding_evidence', {
    id,
    finding_id: findingId,
    text_id: item.textId ?? null,
    quote_id: item.quoteId ?? null,
    theme_id: item.themeId ?? null,
    exhibit_id: item.exhibitId ?? null,
    meeting_id: item.meetingId ?? null,
    framework_cell_id: item.frameworkCellId ?? null,
    note: item.note ?? null,
  });
  return id;
}
