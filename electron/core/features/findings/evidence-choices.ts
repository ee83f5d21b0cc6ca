import { z } from 'zod';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { folded, foldedText } from '../../db/folded.ts';
import type { Statements } from '../../db/statements.ts';
import { firstWords } from './first-words.ts';
import { themeNames } from './theme-names.ts';

const Hit = z.object({ id: z.string(), words: z.string(), detail: z.string() });

const exhibitSql = `SELECT id, name AS words, substr(created_at, 1, 10) AS detail FROM exhibit
  WHERE project_id = :projectId AND (:text IS NULL OR instr(${folded('name')}, :text) > 0) ORDER BY created_at DESC LIMIT :limit`;
const meetingSql = `SELECT id, title AS words, coalesce(held_on, planned_as_said, '') AS detail FROM meeting
  WHERE project_id = :projectId AND (:text IS NULL OR instr(${folded('title')}, :text) > 0) ORDER BY held_on DESC LIMIT :limit`;
/** What was said is looked for only by its words: a project may hold many thousand statements. */
const textSql = `SELECT text.id, text.body AS words, coalesce(respondent.code, meeting.title, '') AS detail
  FROM text LEFT JOIN interview ON interview.key = text.interview_key LEFT JOIN respondent ON respondent.id = interview.respondent_id
  LEFT JOIN meeting ON meeting.id = text.meeting_id
  WHERE text.project_id = :projectId AND :text IS NOT NULL AND instr(${folded('text.body')}, :text) > 0
    AND respondent.withdrawn_at IS NULL AND coalesce(interview.status, '') <> 'withdrawn' ORDER BY text.id LIMIT :limit`;

export interface EvidenceSearch {
  readonly projectId: ProjectId;
  readonly text: string;
  readonly language: Language;
  readonly limit: number;
}

/** What a finding of the project can rest on, by what was typed: tables, meetings and themes by name, statements by their words. */
export function evidenceChoices(sql: Statements, { projectId, text, language, limit }: EvidenceSearch) {
  const wanted = foldedText(text);
  const params = { projectId, text: wanted, limit: Math.max(3, Math.floor(limit / 3)) };
  const themes =
    wanted === null ? [] : [...themeNames(sql, language).values()].filter((theme) => theme.name.toLowerCase().includes(wanted));
  return [
    ...sql.all(Hit, textSql, params).map((hit) => ({ ...hit, words: firstWords(hit.words), kind: 'text' as const })),
    ...sql.all(Hit, exhibitSql, params).map((hit) => ({ ...hit, kind: 'exhibit' as const })),
    ...sql.all(Hit, meetingSql, params).map((hit) => ({ ...hit, kind: 'meeting' as const })),
    ...themes.slice(0, params.limit).map((theme) => ({ id: theme.id, words: theme.name, detail: '', kind: 'theme' as const })),
  ].slice(0, limit);
}
