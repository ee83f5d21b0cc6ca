import { z } from 'zod';
import type { AgreementScope } from '../../../../shared/contract/agreement.ts';
import { countCodePoints, inCodePoints, unitedSpans, type Span } from '../../../../shared/statistics/agreement/index.ts';
import type { Statements } from '../../db/statements.ts';

/** A text that all the compared coders have read. */
export interface ReadText {
  readonly id: string;
  /** Code points. */
  readonly length: number;
  /** The respondent; null for minutes and other texts without one. */
  readonly personId: string | null;
  /** Per theme, what each coder (in the order asked for) marked: united, in code points, nothing for a coder who did not use it. */
  readonly themes: ReadonlyMap<string, readonly (readonly Span[])[]>;
}

export interface Material {
  readonly coderIds: readonly string[];
  readonly texts: readonly ReadText[];
  /** Texts in scope that not all of the coders have read. */
  readonly leftOut: number;
}

const TextRow = z.object({ id: z.string(), body: z.string(), person_id: z.string().nullable(), readers: z.int() });
const CodingRow = z.object({ text_id: z.string(), theme_id: z.string(), coder_id: z.string(), start: z.int(), end: z.int() });

// Interviews, meetings and documents lead to their texts, each by an index. Parked and invalid answers are not the person's answer.
const inScope = `
WITH RECURSIVE branch (id) AS (SELECT :themeId UNION SELECT theme.id FROM theme JOIN branch ON theme.parent_id = branch.id),
in_scope (id) AS (
  SELECT text.id FROM interview JOIN text ON text.interview_key = interview.key
  JOIN respondent ON respondent.id = interview.respondent_id AND respondent.withdrawn_at IS NULL
  LEFT JOIN answer ON answer.interview_key = text.interview_key AND answer.question_key = text.question_key AND answer.instance = text.instance
  WHERE interview.project_id = :projectId AND interview.status NOT IN ('withdrawn', 'declined')
  AND (text.kind <> 'answer' OR (answer.text_id = text.id AND coalesce(answer.state, '') NOT IN ('parked', 'invalid-draft')))
  AND (:texts = 'all' OR (text.kind = 'answer') = (:texts = 'answers'))
  AND (:variableId IS NULL OR text.question_key IN (SELECT key FROM question WHERE variable_id = :variableId))
  UNION ALL
  SELECT text.id FROM meeting JOIN text ON text.meeting_id = meeting.id
  WHERE meeting.project_id = :projectId AND text.interview_key IS NULL AND :texts <> 'answers'
  UNION ALL
  SELECT text.id FROM document JOIN text ON text.id = document.text_id
  WHERE document.project_id = :projectId AND text.interview_key IS NULL AND text.meeting_id IS NULL AND :texts <> 'answers')`;

const textSql = `${inScope}
SELECT text.id, text.body, interview.respondent_id AS person_id,
  (SELECT count(*) FROM json_each(:coders) AS coder WHERE
    EXISTS (SELECT 1 FROM coding WHERE coding.text_id = text.id AND coding.coder_id = coder.value)
    OR EXISTS (SELECT 1 FROM text_reading WHERE text_reading.text_id = text.id AND text_reading.coder_id = coder.value)) AS readers
FROM in_scope JOIN text ON text.id = in_scope.id AND text.body <> '' LEFT JOIN interview ON interview.key = text.interview_key`;

const codingSql = `${inScope}
SELECT coding.text_id, coding.theme_id, coding.coder_id, coding.start_offset AS start, coding.end_offset AS "end"
FROM in_scope JOIN coding ON coding.text_id = in_scope.id AND coding.coder_id IN (SELECT value FROM json_each(:coders))
WHERE :themeId IS NULL OR coding.theme_id IN (SELECT id FROM branch)`;

/**
 * What the coders made of the texts all of them have read. A text is read by whoever has a coding of any theme on it, or marked it as
 * read. Nobody who has withdrawn is in it.
 */
export function readMaterial(sql: Statements, scope: AgreementScope, coderIds: readonly string[]): Material {
  const params = {
    projectId: scope.projectId,
    texts: scope.texts,
    variableId: scope.variableId ?? null,
    themeId: scope.themeId ?? null,
    coders: JSON.stringify(coderIds),
  };
  const rows = sql.all(TextRow, textSql, params);
  const codings = Map.groupBy(sql.all(CodingRow, codingSql, params), (row) => row.text_id);
  const texts = rows
    .filter((row) => row.readers === coderIds.length)
    .map((row) => ({
      id: row.id,
      length: countCodePoints(row.body),
      personId: row.person_id,
      themes: themesOf(codings.get(row.id) ?? [], row.body, coderIds),
    }));
  return { coderIds, texts, leftOut: rows.length - texts.length };
}

function themesOf(
  codings: readonly z.infer<typeof CodingRow>[],
  body: string,
  coderIds: readonly string[],
): ReadonlyMap<string, readonly (readonly Span[])[]> {
  return new Map(
    [...Map.groupBy(codings, (row) => row.theme_id)].map(([themeId, rows]) => [
      themeId,
      coderIds.map((coderId) =>
        unitedSpans(
          inCodePoints(
            body,
            rows.filter((row) => row.coder_id === coderId),
          ),
        ),
      ),
    ]),
  );
}
