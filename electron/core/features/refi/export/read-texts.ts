import { z } from 'zod';
import type { RefiChoices } from '../../../../../shared/contract/refi.ts';
import { Language } from '../../../../../shared/model/text.ts';
import { readQuestions } from '../../../analysis/questions.ts';
import type { Statements } from '../../../db/statements.ts';
import { SourceDocumentKind, TextKind, type NamedId, type TextFacts } from '../descriptions.ts';
import type { LeavingInterview } from './read-people.ts';

const Row = z.object({
  id: z.string(),
  kind: TextKind,
  interview_key: z.int().nullable(),
  question_key: z.int().nullable(),
  instance: z.int(),
  meeting_id: z.string().nullable(),
  language: Language,
  speaker_role: z.string().nullable(),
  said_on: z.string().nullable(),
  body: z.string(),
  title: z.string().nullable(),
  document_kind: SourceDocumentKind.nullable(),
  meeting: z.string().nullable(),
  is_parked: z.int(),
});

/** One text that leaves. */
export interface LeavingText {
  readonly id: string;
  readonly body: string;
  readonly facts: TextFacts;
  /** Whose words; null where no participant's. */
  readonly interview: LeavingInterview | null;
  /** Of the question, as people say it. */
  readonly number: string;
  /** Of a document. */
  readonly title: string | null;
  readonly meeting: NamedId | null;
}

/** Texts of a project, and how many stay by choice. */
export interface LeavingTexts {
  readonly texts: readonly LeavingText[];
  readonly leftOut: number;
  readonly empty: number;
}

// What is parked is no longer asked, and neither are the words beside it.
const textSql = `
SELECT t.id, t.kind, t.interview_key, t.question_key, t.instance, t.meeting_id, t.language, t.speaker_role, t.said_on, t.body,
  d.title, d.kind AS document_kind, m.title AS meeting,
  EXISTS (SELECT 1 FROM answer a WHERE a.interview_key = t.interview_key AND a.question_key = t.question_key AND a.instance = t.instance
    AND a.state IN ('parked', 'invalid-draft') AND t.kind IN ('answer', 'specify')) AS is_parked
FROM text t LEFT JOIN document d ON d.text_id = t.id LEFT JOIN meeting m ON m.id = t.meeting_id LEFT JOIN minute_line l ON l.text_id = t.id
WHERE t.project_id = :projectId ORDER BY t.interview_key IS NULL, t.interview_key, t.question_key, t.instance, t.kind, t.meeting_id, l.ordinal, t.id`;

const choiceOf = {
  answer: 'answers',
  specify: 'answers',
  remark: 'remarks',
  note: 'remarks',
  minutes: 'minutes',
  document: 'documents',
} as const satisfies Record<z.infer<typeof TextKind>, keyof RefiChoices>;

/** Texts of a project that leave: nobody's who has withdrawn, declined or not been finished with. */
export function readTexts(
  sql: Statements,
  projectId: string,
  interviews: readonly LeavingInterview[],
  choices: RefiChoices,
  identifying: ReadonlySet<string>,
): LeavingTexts {
  const byKey = new Map(interviews.map((interview) => [interview.key, interview]));
  const forms = new Map(readQuestions(sql, projectId).forms.map((form) => [form.key, form]));
  const counts = { leftOut: 0, empty: 0 };
  const texts = sql.all(Row, textSql, { projectId }).flatMap((row): LeavingText[] => {
    const interview = row.interview_key === null ? null : (byKey.get(row.interview_key) ?? null);
    if (row.interview_key !== null && interview?.isKept(row.instance) !== true) return [];
    if (row.is_parked === 1) return [];
    if (row.body === '') {
      counts.empty += 1;
      return [];
    }
    const form = row.question_key === null ? undefined : forms.get(row.question_key);
    if (form !== undefined && identifying.has(form.variableId) && !choices.identifiers) return [];
    if (!choices[choiceOf[row.kind]]) {
      counts.leftOut += 1;
      return [];
    }
    return [
      {
        id: row.id,
        body: row.body,
        interview,
        number: form?.number ?? '',
        title: row.title,
        meeting: row.meeting_id === null ? null : { id: row.meeting_id, name: row.meeting ?? '' },
        facts: {
          kind: row.kind,
          variable: form === undefined ? null : { id: form.variableId, name: form.variableName },
          wave: interview?.wave ?? null,
          language: row.language,
          role: row.speaker_role,
          // The day of an interview can tell who was there.
          saidOn: interview === null ? row.said_on : null,
          instance: row.instance,
          document: row.document_kind,
        },
      },
    ];
  });
  return { texts, ...counts };
}
