import { z } from 'zod';
import type { Behind } from '../../../../../shared/contract/analysis-exhibits.ts';
import type { ExhibitDefinition } from '../../../../../shared/contract/exhibit-definition.ts';
import { InterviewId, TextId } from '../../../../../shared/model/ids.ts';
import { cut } from '../../../../../shared/texts/cut.ts';
import { countedTexts } from '../../../analysis/themes-column.ts';
import { countedInterviews } from '../../../analysis/units.ts';
import { AppError } from '../../../app-error.ts';
import type { Statements } from '../../../db/statements.ts';
import { requireSight } from '../../coding/index.ts';
import { readProjectFacts } from '../project-facts.ts';
import { readSelection, type Selection } from '../selection.ts';
import { unitsBehind } from './cell.ts';

interface Asked {
  readonly projectId: string;
  readonly definition: ExhibitDefinition;
  readonly row: string;
  readonly column: string;
}

/** A list of more is searched, not read. */
const mostListed = 200;
/** Characters of one segment; the text itself is one step away. */
const mostWords = 400;

const InterviewRow = z.object({ id: InterviewId, code: z.string(), respondent_id: z.string(), wave_id: z.string() });
const interviewSql = `SELECT i.id, r.code, i.respondent_id, i.wave_id FROM interview i JOIN respondent r ON r.id = i.respondent_id
JOIN wave w ON w.id = i.wave_id WHERE i.project_id = :projectId AND ${countedInterviews} ORDER BY w.ordinal, i.key`;

const WordsRow = z.object({
  text_id: TextId,
  interview_key: z.int(),
  instance: z.int(),
  code: z.string(),
  body: z.string(),
  start_offset: z.int(),
  end_offset: z.int(),
});
const wordsSql = `
WITH RECURSIVE branch (id) AS (SELECT :themeId UNION SELECT theme.id FROM theme JOIN branch ON theme.parent_id = branch.id WHERE :isOwn = 0)
SELECT DISTINCT t.id AS text_id, t.interview_key, t.instance, r.code, t.body, c.start_offset, c.end_offset
FROM interview i JOIN respondent r ON r.id = i.respondent_id JOIN text t ON t.interview_key = i.key JOIN counted_coding c ON c.text_id = t.id
WHERE i.project_id = :projectId AND c.theme_id IN (SELECT id FROM branch) AND ${countedTexts} ORDER BY i.key, t.id, c.start_offset`;

/** Interviews of persons, each once: the one that is counted. */
function interviewsOf({ source }: Selection, units: readonly number[]): { interviewId: InterviewId; code: string }[] {
  const { sql, projectId, units: all } = source;
  const perWave = new Map<string, z.infer<typeof InterviewRow>>();
  const latest = new Map<string, z.infer<typeof InterviewRow>>();
  for (const row of sql.all(InterviewRow, interviewSql, { projectId })) {
    perWave.set(`${row.respondent_id} ${row.wave_id}`, row);
    latest.set(row.respondent_id, row);
  }
  const found = units.flatMap((unit) => {
    const respondent = all.respondentIds[unit] ?? '';
    const wave = all.waves[all.waveIndex[unit] ?? -1]?.id ?? '';
    return perWave.get(`${respondent} ${wave}`) ?? latest.get(respondent) ?? [];
  });
  const once = new Map(found.map(({ id, code }) => [id, { interviewId: id, code }]));
  return [...once.values()].toSorted((a, b) => a.code.localeCompare(b.code, 'nb', { numeric: true }));
}

/** What these persons said about a theme. */
function wordsOf(
  { source }: Selection,
  units: readonly number[],
  { definition, row }: Asked,
): { textId: TextId; code: string; words: string }[] {
  const { sql, projectId, units: all } = source;
  const wanted = new Set(units);
  const params = { projectId, themeId: row, isOwn: definition.themes === 'own' ? 1 : 0 };
  return sql
    .all(WordsRow, wordsSql, params)
    .filter((each) => all.speakersOf(each.interview_key, each.instance).some((unit) => wanted.has(unit)))
    .map(({ text_id: textId, code, body, start_offset: start, end_offset: end }) => ({
      textId,
      code,
      words: cut(body.slice(start, end), mostWords),
    }));
}

/**
 * Who, or which words, stand behind a cell of a table. Inside only; and not where so few stand there that a look would be a look at a person.
 * @throws AppError NOT_FOUND, CODING_IS_BLIND
 */
export function readBehind(sql: Statements, asked: Asked): Behind {
  const { projectId, definition, row, column } = asked;
  if (definition.rows === 'themes') requireSight(sql, projectId);
  if (definition.base === 'rounds') throw new AppError('NOT_FOUND');
  const { rule } = readProjectFacts(sql, projectId);
  const selection = readSelection(sql, projectId, definition);
  const units = unitsBehind(selection, definition, row, column);

  if (units.length < rule.threshold) return { state: 'too-few', threshold: rule.threshold };
  if (definition.rows === 'themes') {
    const texts = wordsOf(selection, units, asked);
    return { state: 'words', count: texts.length, texts: texts.slice(0, mostListed) };
  }
  const interviews = interviewsOf(selection, units);
  return { state: 'persons', count: interviews.length, interviews: interviews.slice(0, mostListed) };
}
