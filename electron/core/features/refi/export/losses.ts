import { z } from 'zod';
import { RefiLoss, type RefiChoices } from '../../../../../shared/contract/refi.ts';
import { countedInterviews } from '../../../analysis/units.ts';
import type { Statements } from '../../../db/statements.ts';
import type { NoteList } from '../../codebook/exchange/note-list.ts';

/** Everything that an export notes is lost. */
export const allLosses: ReadonlySet<RefiLoss> = new Set(RefiLoss.options);

const Row = z.object({ n: z.int(), what: z.string().nullable() });

const ofInterviews = (from: string): string => `FROM interview i ${from} WHERE i.project_id = :projectId AND ${countedInterviews}`;
const ofQuestions = `
FROM questionnaire f JOIN questionnaire_version n ON n.questionnaire_id = f.id JOIN question q ON q.version_id = n.id
JOIN variable v ON v.id = q.variable_id`;

/** What a project has that the standard has no place for: how many, and one of them. Only what may be said of it stands in `what`. */
const counted: readonly (readonly [RefiLoss, string])[] = [
  ['quote', 'SELECT count(*) AS n, NULL AS what FROM quote JOIN text t ON t.id = quote.text_id WHERE t.project_id = :projectId'],
  ['summary', 'SELECT count(*) AS n, NULL AS what FROM framework_cell WHERE project_id = :projectId'],
  ['turn', 'SELECT count(*) AS n, NULL AS what FROM document d JOIN text_turn t ON t.text_id = d.text_id WHERE d.project_id = :projectId'],
  ['interview-facts', `SELECT count(*) AS n, NULL AS what ${ofInterviews('')}`],
  ['place-lineage', `SELECT count(DISTINCT i.place_id) AS n, min(p.name) AS what ${ofInterviews('JOIN place p ON p.id = i.place_id')}`],
  ['consent', `SELECT count(*) AS n, NULL AS what ${ofInterviews('JOIN consent c ON c.respondent_id = i.respondent_id')}`],
  [
    'contact',
    'SELECT count(*) AS n, NULL AS what FROM respondent r JOIN disposition_event e ON e.respondent_id = r.id WHERE r.project_id = :projectId AND r.withdrawn_at IS NULL',
  ],
  [
    'routing',
    `SELECT count(*) AS n, min(v.name || ': ' || q.relevant) AS what ${ofQuestions} WHERE f.project_id = :projectId AND q.relevant <> ''`,
  ],
  [
    'check',
    `SELECT count(*) AS n, min(v.name || ': ' || k.expression) AS what ${ofQuestions} JOIN question_check k ON k.question_id = q.id WHERE f.project_id = :projectId`,
  ],
  ['weighting', 'SELECT count(*) AS n, min(name) AS what FROM weighting WHERE project_id = :projectId'],
  ['exhibit', 'SELECT count(*) AS n, min(name) AS what FROM exhibit WHERE project_id = :projectId'],
  ['finding', 'SELECT count(*) AS n, min(code) AS what FROM finding WHERE project_id = :projectId'],
  ['action', 'SELECT count(*) AS n, min(code) AS what FROM action WHERE project_id = :projectId'],
  ['observation', 'SELECT count(*) AS n, min(title) AS what FROM observation WHERE project_id = :projectId'],
  ['meeting', 'SELECT count(*) AS n, min(title) AS what FROM meeting WHERE project_id = :projectId'],
  ['report', 'SELECT count(*) AS n, min(title) AS what FROM report WHERE project_id = :projectId'],
  ['attachment', 'SELECT count(*) AS n, NULL AS what FROM attachment WHERE project_id = :projectId'],
];

// Of one's own alone: coding blind, others' marks would tell what they have read.
const readMarkSql = `
SELECT count(*) AS n, NULL AS what FROM text t JOIN text_reading r ON r.text_id = t.id
WHERE t.project_id = :projectId AND (:isBlind = 0 OR r.coder_id = :actorId)`;
const settlementSql = `
SELECT count(*) AS n, NULL AS what FROM text t JOIN consensus s ON s.text_id = t.id
WHERE t.project_id = :projectId AND :isBlind = 0 AND (s.note IS NOT NULL OR NOT EXISTS (SELECT 1 FROM coding c JOIN actor a ON a.id = c.coder_id
  AND a.is_consensus = 1 WHERE c.text_id = s.text_id AND c.theme_id = s.theme_id))`;

/** Counts what stays because the standard has no place for it. */
export function countLosses(
  sql: Statements,
  notes: NoteList<RefiLoss>,
  { projectId, actorId, isBlind }: { readonly projectId: string; readonly actorId: string; readonly isBlind: boolean },
  choices: RefiChoices,
): void {
  const add = (code: RefiLoss, text: string, params: Record<string, string | number>): void => {
    const row = sql.get(Row, text, params);
    notes.add(code, 0, row?.what ?? '', row?.n ?? 0);
  };
  for (const [code, text] of counted) {
    // Turns stand in documents: with those left out they are left out already.
    if (code === 'turn' && !choices.documents) continue;
    add(code, text, { projectId });
  }
  const whose = { projectId, actorId, isBlind: isBlind ? 1 : 0 };
  add('read-mark', readMarkSql, whose);
  add('settlement', settlementSql, { projectId, isBlind: whose.isBlind });
}
