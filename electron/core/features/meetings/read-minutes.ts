import { z } from 'zod';
import { Polarity } from '../../../../shared/contract/findings.ts';
import { MinuteLine } from '../../../../shared/contract/meetings.ts';
import { ThemeId, type MeetingId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';
import { themeNames } from '../findings/theme-names.ts';

const LineRow = z.object({
  id: z.string(),
  agenda_item_id: z.string().nullable(),
  text_id: z.string(),
  body: z.string(),
  language: z.string(),
  mark: MinuteLine.shape.mark,
  attribution: MinuteLine.shape.attribution,
  attributed_to: z.string().nullable(),
});
const lineSql = `SELECT minute_line.id, minute_line.agenda_item_id, minute_line.text_id, text.body, text.language, minute_line.mark,
  minute_line.attribution, body.name AS attributed_to
FROM minute_line JOIN text ON text.id = minute_line.text_id
LEFT JOIN body ON body.id = minute_line.attributed_body_id
LEFT JOIN agenda_item ON agenda_item.id = minute_line.agenda_item_id
WHERE minute_line.meeting_id = :meetingId ORDER BY agenda_item.ordinal NULLS FIRST, minute_line.ordinal LIMIT 500`;

const CodingRow = z.object({
  text_id: z.string(),
  theme_id: ThemeId,
  certainty: z.enum(['explicit', 'inferred']),
  reason: z.string().nullable(),
  polarity: Polarity.nullable(),
});
const codingSql = `SELECT text_id, theme_id, certainty, reason, polarity FROM coding
WHERE text_id IN (SELECT value FROM json_each(:ids)) ORDER BY text_id, start_offset`;

/** The lines of a meeting's minutes in the order of the agenda, each with the themes that code its words. */
export function readMinutes(sql: Statements, meetingId: MeetingId, language: Language): MinuteLine[] {
  const rows = sql.all(LineRow, lineSql, { meetingId });
  const codings = Map.groupBy(
    sql.all(CodingRow, codingSql, { ids: JSON.stringify(rows.map((row) => row.text_id)) }),
    (coding) => coding.text_id,
  );
  const themes = codings.size === 0 ? new Map<ThemeId, never>() : themeNames(sql, language);
  return rows.map((row) => ({
    id: row.id,
    agendaItemId: row.agenda_item_id,
    body: row.body,
    language: row.language,
    mark: row.mark,
    attribution: row.attribution,
    attributedTo: row.attributed_to,
    themes: distinctThemes(codings.get(row.text_id) ?? []).flatMap((coding) => {
      const theme = themes.get(coding.theme_id);
      return theme === undefined
        ? []
        : { ...theme, isInferred: coding.certainty === 'inferred', reason: coding.reason, polarity: coding.polarity };
    }),
  }));
}

/** Several coders may have put one theme on a line; it is shown once. */
function distinctThemes(codings: readonly z.infer<typeof CodingRow>[]): readonly z.infer<typeof CodingRow>[] {
  return [...new Map(codings.toReversed().map((coding) => [coding.theme_id, coding])).values()].toReversed();
}
