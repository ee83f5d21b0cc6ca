import { z } from 'zod';
import type { QuoteAttributeKey } from '../../../../shared/contract/quotes.ts';
import { attributeKindOf, type AttributeKind, type KnownOf } from '../../../../shared/disclosure/index.ts';
import { localised, type Language, type LocalisedText } from '../../../../shared/model/text.ts';
import { readGroups } from '../../analysis/group-persons.ts';
import type { Statements } from '../../db/statements.ts';
import { wordsIn } from '../../words.ts';
import { readBackground, readColumns } from '../coding/background.ts';

/** Something that may be told of whoever said something. */
export interface AttributeEntry {
  readonly key: QuoteAttributeKey;
  readonly kind: AttributeKind;
  /** A variable's own name; the key where it is none. */
  readonly name: string;
  readonly label: string;
  readonly valueLabel: (value: string) => string;
}

/** What is known of whoever gave an answer: of the interview at its end, of the person's own answers otherwise. */
export interface AttributeBook {
  readonly entries: readonly AttributeEntry[];
  /** Everybody who takes part, each once, with what is known in any of their interviews. */
  readonly persons: readonly KnownOf[];
  readonly knownOf: (interviewKey: number, instance: number) => KnownOf;
}

const InterviewRow = z.object({
  key: z.int(),
  respondent_id: z.string(),
  is_group: z.int(),
  place_id: z.string().nullable(),
  area_id: z.string().nullable(),
  service_id: z.string().nullable(),
  wave_id: z.string(),
});
const interviewSql = `
SELECT interview.key, interview.respondent_id, interview.kind = 'group' AS is_group, interview.place_id, place.parent_id AS area_id,
  interview.service_id, interview.wave_id
FROM interview JOIN respondent ON respondent.id = interview.respondent_id AND respondent.withdrawn_at IS NULL
LEFT JOIN place ON place.id = interview.place_id
WHERE interview.project_id = :projectId AND interview.status NOT IN ('withdrawn', 'declined')`;

const NameRow = z.object({ id: z.string(), name: z.string() });
const namesSql = `SELECT id, name FROM place UNION ALL SELECT id, name FROM service UNION ALL SELECT id, name FROM wave`;

const facts = ['place', 'area', 'service', 'wave'] as const;
const kinds: Readonly<Record<(typeof facts)[number], AttributeKind>> = { place: 'place', area: 'place', service: 'other', wave: 'other' };

/** What may be told of persons of a project, and of whom it holds. Identifying questions are not among it. */
export function readAttributeBook(sql: Statements, projectId: string, language: Language): AttributeBook {
  const words = wordsIn(language);
  const names = new Map(sql.all(NameRow, namesSql).map(({ id, name }) => [id, name]));
  const columns = readColumns(sql, projectId).filter(({ options }) => options.length > 0);
  const entries: AttributeEntry[] = [
    ...facts.map((key) => ({
      key,
      kind: kinds[key],
      name: key,
      label: words(`quotes.attribute.${key}`),
      valueLabel: (id: string) => names.get(id) ?? '',
    })),
    ...columns.map((column) => {
      // The contract's texts are of every language; here they are read in one.
      const title = column.title as LocalisedText;
      const labels = new Map(column.options.map(({ code, label }) => [String(code), localised(label as LocalisedText, language)]));
      return {
        // Ids of variables come from the file.
        key: column.variableId as QuoteAttributeKey,
        kind: attributeKindOf([column.name, ...Object.values(title)]),
        name: column.name,
        label: localised(title, language),
        valueLabel: (code: string) => labels.get(code) ?? code,
      };
    }),
  ];
  const interviews = sql.all(InterviewRow, interviewSql, { projectId });
  const byKey = new Map(interviews.map((row) => [row.key, row]));
  const variables = columns.map(({ variableId }) => variableId);
  const background = readBackground(sql, variables, [...byKey.keys()]);
  const knownOf = (interviewKey: number, instance: number): KnownOf => {
    const row = byKey.get(interviewKey);
    if (row === undefined) return new Map();
    const values = background(interviewKey, instance);
    return new Map(
      [
        ['place', row.place_id] as const,
        ['area', row.area_id] as const,
        ['service', row.service_id] as const,
        ['wave', row.wave_id] as const,
        ...variables.map((id, at) => [id, values[at] ?? null] as const),
      ].flatMap(([key, value]): [string, string[]][] => {
        if (value === null) return [];
        const all = Array.isArray(value) ? value.map(String) : [String(value)];
        return all.length === 0 ? [] : [[key, all]];
      }),
    );
  };
  return { entries, persons: readPersons(sql, projectId, interviews, knownOf), knownOf };
}

/** Persons of groups one by one; what one person told in several interviews together. */
function readPersons(
  sql: Statements,
  projectId: string,
  interviews: readonly z.infer<typeof InterviewRow>[],
  knownOf: AttributeBook['knownOf'],
): KnownOf[] {
  const groupOf = readGroups(sql, projectId);
  const persons = new Map<string, Map<string, string[]>>();
  for (const { key, respondent_id: respondentId, is_group: isGroup } of interviews) {
    for (const instance of isGroup === 1 ? groupOf(key).persons : [0]) {
      const id = `${respondentId} ${instance}`;
      const known = persons.get(id) ?? new Map<string, string[]>();
      persons.set(id, known);
      for (const [name, values] of knownOf(key, instance)) known.set(name, [...new Set([...(known.get(name) ?? []), ...values])]);
    }
  }
  return [...persons.values()];
}
