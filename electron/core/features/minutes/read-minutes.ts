import { z } from 'zod';
import { Polarity } from '../../../../shared/contract/findings.ts';
import { type Line } from '../../../../shared/contract/minutes.ts';
import { LineMark } from '../../../../shared/contract/meeting-terms.ts';
import { Attribution, Perspective } from '../../../../shared/contract/observations.ts';
import { ActionId, CodingId, FindingId, TextId, ThemeId, type MeetingId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';
import { mayBeSeen } from '../coding/index.ts';
import { themeNames } from '../findings/theme-names.ts';
import { named } from './named.ts';

const LineRow = z.object({
  id: z.string(),
  agenda_item_id: z.string().nullable(),
  text_id: TextId,
  body: z.string(),
  language: z.string(),
  mark: LineMark.nullable(),
  attribution: Attribution.nullable(),
  body_id: z.string().nullable(),
  body_name: z.string().nullable(),
  organisation_id: z.string().nullable(),
  organisation_name: z.string().nullable(),
  perspective: Perspective.nullable(),
  action_id: ActionId.nullable(),
  finding_id: FindingId.nullable(),
  observation_id: z.string().nullable(),
});
const lineSql = `SELECT minute_line.id, minute_line.agenda_item_id, minute_line.text_id, text.body, text.language, minute_line.mark,
  minute_line.attribution, body.id AS body_id, body.name AS body_name, organisation.id AS organisation_id,
  organisation.name AS organisation_name, minute_line.perspective, minute_line.action_id, minute_line.finding_id, minute_line.observation_id
FROM minute_line JOIN text ON text.id = minute_line.text_id
LEFT JOIN body ON body.id = minute_line.attributed_body_id
LEFT JOIN organisation ON organisation.id = minute_line.attributed_organisation_id
LEFT JOIN agenda_item ON agenda_item.id = minute_line.agenda_item_id
WHERE minute_line.meeting_id = :meetingId ORDER BY agenda_item.ordinal NULLS FIRST, minute_line.ordinal, minute_line.id LIMIT 5000`;

const CodingRow = z.object({
  id: CodingId,
  text_id: z.string(),
  theme_id: ThemeId,
  certainty: z.enum(['explicit', 'inferred']),
  reason: z.string().nullable(),
  polarity: Polarity.nullable(),
});
const codingSql = `SELECT coding.id, text_id, theme_id, certainty, reason, polarity FROM text JOIN counted_coding AS coding ON coding.text_id = text.id
WHERE text.meeting_id = :meetingId AND ${mayBeSeen()} ORDER BY text_id, start_offset, coding.id`;

/** The lines of a meeting's minutes in the order of the agenda, each with the themes that code its words, named in `language`; as `actorId` may see them. */
export function readMinutes(sql: Statements, meetingId: MeetingId, language: Language, actorId: string): Line[] {
  const rows = sql.all(LineRow, lineSql, { meetingId });
  const codings = Map.groupBy(sql.all(CodingRow, codingSql, { meetingId, actorId }), (coding) => coding.text_id);
  const themes = codings.size === 0 ? new Map<ThemeId, never>() : themeNames(sql, language);
  return rows.map((row) => ({
    id: row.id,
    textId: row.text_id,
    agendaItemId: row.agenda_item_id,
    body: row.body,
    language: row.language,
    mark: row.mark,
    attribution: row.attribution,
    attributedBody: named(row.body_id, row.body_name),
    attributedOrganisation: named(row.organisation_id, row.organisation_name),
    perspective: row.perspective,
    actionId: row.action_id,
    findingId: row.finding_id,
    observationId: row.observation_id,
    themes: distinctThemes(codings.get(row.text_id) ?? []).flatMap((coding) => {
      const theme = themes.get(coding.theme_id);
      const { id: codingId, certainty, reason, polarity } = coding;
      return theme === undefined ? [] : { ...theme, codingId, isInferred: certainty === 'inferred', reason, polarity };
    }),
  }));
}

/** Several coders may have put one theme on a line; it is shown once. */
function distinctThemes(codings: readonly z.infer<typeof CodingRow>[]): readonly z.infer<typeof CodingRow>[] {
  return [...new Map(codings.toReversed().map((coding) => [coding.theme_id, coding])).values()].toReversed();
}
