import { z } from 'zod';
import type { AgreementScope, Disagreement } from '../../../../shared/contract/agreement.ts';
import { commonSpans, lengthOf } from '../../../../shared/statistics/agreement/index.ts';
import type { Statements } from '../../db/statements.ts';
import { readMaterial, type ReadText } from './read-material.ts';

const FactRow = z.object({
  id: z.string(),
  kind: z.enum(['answer', 'remark', 'specify', 'note', 'minutes', 'document']),
  code: z.string().nullable(),
  number: z.string().nullable(),
  title: z.string().nullable(),
});
const SettledRow = z.object({ text_id: z.string(), theme_id: z.string() });

const factSql = `
SELECT text.id, text.kind, respondent.code, question.number, coalesce(document.title, meeting.title) AS title
FROM json_each(:textIds) AS wanted JOIN text ON text.id = wanted.value
LEFT JOIN interview ON interview.key = text.interview_key LEFT JOIN respondent ON respondent.id = interview.respondent_id
LEFT JOIN question ON question.key = text.question_key LEFT JOIN meeting ON meeting.id = text.meeting_id
LEFT JOIN document ON document.text_id = text.id`;

/** A theme on a text where two coders marked different words, or that they have settled. */
interface Found {
  readonly text: ReadText;
  readonly themeId: string;
  readonly characters: number;
  readonly isOnlyOne: boolean;
  readonly isSettled: boolean;
}

export interface DisagreementPage {
  readonly state: 'open' | 'settled';
  readonly order: 'characters' | 'persons';
  readonly from: number;
  readonly limit: number;
}

type PlainDisagreement = z.input<typeof Disagreement>;

/** Where two coders differ on texts both have read: by theme and text, the largest first. */
export function listDisagreements(
  sql: Statements,
  scope: AgreementScope,
  coderIds: readonly [string, string],
  page: DisagreementPage,
): { rows: PlainDisagreement[]; open: number; settled: number } {
  const { texts } = readMaterial(sql, scope, coderIds);
  const settled = new Set(sql.all(SettledRow, 'SELECT text_id, theme_id FROM consensus').map((row) => keyOf(row.text_id, row.theme_id)));
  const found = texts.flatMap((text) =>
    [...text.themes].flatMap(([themeId, [first = [], second = []]]): Found[] => {
      const both = lengthOf(commonSpans(first, second));
      const characters = lengthOf(first) + lengthOf(second) - 2 * both;
      const isSettled = settled.has(keyOf(text.id, themeId));
      if (characters === 0 && !isSettled) return [];
      return [{ text, themeId, characters, isOnlyOne: first.length === 0 || second.length === 0, isSettled }];
    }),
  );
  const persons = personsByTheme(found);
  const shown = found.filter((one) => one.isSettled === (page.state === 'settled'));
  const ofTheme = (one: Found): number => (page.order === 'persons' ? (persons.get(one.themeId)?.size ?? 0) : 0);
  const sorted = shown.toSorted(
    (a, b) =>
      ofTheme(b) - ofTheme(a) ||
      (page.order === 'persons' ? compareIds(a.themeId, b.themeId) : 0) ||
      b.characters - a.characters ||
      compareIds(a.text.id, b.text.id) ||
      compareIds(a.themeId, b.themeId),
  );
  return {
    rows: describe(sql, sorted.slice(page.from, page.from + page.limit), persons),
    open: found.filter((one) => !one.isSettled).length,
    settled: found.filter((one) => one.isSettled).length,
  };
}

function keyOf(textId: string, themeId: string): string {
  return `${textId} ${themeId}`;
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Persons on whose texts the two differ, by theme. */
function personsByTheme(found: readonly Found[]): ReadonlyMap<string, ReadonlySet<string>> {
  const persons = new Map<string, Set<string>>();
  for (const { text, themeId, characters } of found) {
    if (text.personId === null || characters === 0) continue;
    const known = persons.get(themeId) ?? new Set();
    persons.set(themeId, known.add(text.personId));
  }
  return persons;
}

function describe(sql: Statements, page: readonly Found[], persons: ReadonlyMap<string, ReadonlySet<string>>): PlainDisagreement[] {
  const textIds = JSON.stringify([...new Set(page.map((one) => one.text.id))]);
  const facts = new Map(sql.all(FactRow, factSql, { textIds }).map((row) => [row.id, row]));
  return page.flatMap(({ text, themeId, characters, isOnlyOne, isSettled }) => {
    const row = facts.get(text.id);
    if (row === undefined) return [];
    const { kind, code, number, title } = row;
    return [
      { textId: text.id, themeId, kind, code, number, title, characters, isOnlyOne, persons: persons.get(themeId)?.size ?? 0, isSettled },
    ];
  });
}
