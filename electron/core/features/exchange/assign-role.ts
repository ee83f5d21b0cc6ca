import type { AssignedRole } from '../../../../shared/contract/exchange.ts';
import type { ColumnMapping, ConfirmedReading, FileCodings, FileQuestion, SurveyMapping } from '../../../../shared/model/survey-file.ts';
import type { Call } from '../../rpc/call.ts';
import { createCodingsProfiler, withoutCodings } from './codings/propose-codings.ts';
import { createColumnProfiler, type ColumnProfile } from './reading/column-profile.ts';
import { readSurveyRows } from './reading/index.ts';
import { missingWords, openMissing, orderOptions, substantive } from './reading/propose-options.ts';
import { proposeSingle } from './reading/propose-question.ts';
import { refineSavQuestion } from './reading/propose-sav.ts';
import { readSavDictionary } from './reading/read-sav.ts';
import { eachBatch, type ReadingProgress } from './survey-upload.ts';

interface RoleInput {
  readonly ticket: string;
  readonly reading: ConfirmedReading;
  readonly mapping: SurveyMapping;
  readonly column: number;
  readonly role: AssignedRole;
}

/**
 * The mapping with one question made into something else. The columns are read through, because options come from what they
 * hold. A column with too many different texts to be options becomes an open question instead; the answer shows it.
 * @throws AppError TICKET_UNKNOWN, FILE_UNREADABLE, FILE_TOO_LARGE, CANCELLED
 */
export async function* assignRole(
  { session, signal }: Call,
  input: RoleInput,
): AsyncGenerator<ReadingProgress, { mapping: SurveyMapping }> {
  const { path } = session.blobs.received(input.ticket);
  const { mapping, column, role, reading } = input;
  const old = mapping.questions.find(({ columns }) => columns.includes(column));
  const block = mapping.codings?.find(({ columns }) => columns.includes(column));
  const columns = (old?.columns ?? block?.columns ?? [column]).toSorted((a, b) => a - b);
  if (role === 'skip' || role === 'respondentCode') return { mapping: replaceQuestions(mapping, columns, [], role) };
  if (role === 'themes') {
    const found = yield* lookForThemes({ path, reading, signal }, mapping, columns, {
      old: old ?? null,
      label: old?.label ?? block?.label,
    });
    // Columns that hold no themes stay what they were.
    return { mapping: found === null ? mapping : withCodings(mapping, columns, found) };
  }
  const profiler = createColumnProfiler(mapping.decimalSign, () => false);
  yield* eachBatch(
    readSurveyRows(path, reading, signal),
    (batch) => {
      for (const cells of batch.rows) profiler.add(columns.map((at) => cells[at] ?? ''));
    },
    signal,
  );
  // The profiler counted the chosen columns only, so its places are theirs.
  const headers = columns.map((at) => mapping.columns[at]?.header ?? []);
  const rowCount = Math.max(1, ...headers.map((texts) => texts.length));
  const profiles = profiler
    .finish(Array.from({ length: rowCount }, (_, row) => headers.map((texts) => texts[row] ?? '')))
    .map((profile, at): ColumnProfile => ({ ...profile, column: columns[at] ?? 0 }));
  const questions =
    role === 'apart'
      ? profiles
          .filter(({ filled }) => filled > 0)
          .map((profile) => proposeSingle(profile, ownLabel(profile), null, { decimalSign: mapping.decimalSign, dateForm: null }))
      : profiles.slice(0, 1).map((profile) => makeQuestion(profile, old?.label ?? ownLabel(profile), role, mapping));
  // An SPSS file knows the codes of its options itself.
  const dictionary = reading.format === 'sav' && (role === 'apart' || role === 'closed') ? await readSavDictionary(path, signal) : null;
  const refined = dictionary === null ? questions : questions.map((question) => refineSavQuestion(dictionary, question, profiles));
  return { mapping: replaceQuestions(mapping, columns, refined, 'skip') };
}

function ownLabel({ header }: ColumnProfile): string {
  return header.findLast((text) => text !== '') ?? '';
}

/** How the columns write themes; null where they hold something else. */
async function* lookForThemes(
  { path, reading, signal }: { readonly path: string; readonly reading: ConfirmedReading; readonly signal: AbortSignal | undefined },
  mapping: SurveyMapping,
  columns: readonly number[],
  { old, label }: { readonly old: FileQuestion | null; readonly label: string | undefined },
): AsyncGenerator<ReadingProgress, FileCodings | null> {
  const headers = columns.map((at) => mapping.columns[at]?.header.findLast((text) => text !== '') ?? '');
  const profiler = createCodingsProfiler(mapping, columns, { headers, old, label: label ?? headers[0] ?? '' });
  yield* eachBatch(
    readSurveyRows(path, reading, signal),
    (batch) => {
      for (const cells of batch.rows) profiler.add(cells);
    },
    signal,
  );
  return profiler.finish();
}

/** The mapping with columns that hold themes instead of what they held. */
function withCodings(mapping: SurveyMapping, columns: readonly number[], block: FileCodings): SurveyMapping {
  const rest = replaceQuestions(mapping, columns, [], 'skip');
  const codings = [...(rest.codings ?? []), block].toSorted((a, b) => Math.min(...a.columns) - Math.min(...b.columns));
  const entries = rest.columns.map((entry): ColumnMapping => (columns.includes(entry.column) ? { ...entry, role: 'themes' } : entry));
  return { ...rest, codings, columns: entries };
}

/** The question that one column becomes when a person has said what it is. */
function makeQuestion(
  profile: ColumnProfile,
  label: string,
  role: Exclude<AssignedRole, 'skip' | 'respondentCode' | 'apart' | 'themes'>,
  mapping: SurveyMapping,
): FileQuestion {
  const proposed = proposeSingle(profile, label, null, { decimalSign: mapping.decimalSign, dateForm: null });
  if (proposed.kind === role) return proposed;
  const base = { key: proposed.key, label, group: null, columns: [profile.column], missing: missingWords(profile.values) };
  if (role === 'number') return { kind: 'number', ...base };
  if (role === 'date') return { kind: 'date', ...base, dateForm: 'dmy', ambiguous: true };
  const values = profile.values === null ? [] : substantive(profile.values);
  if (role === 'open' || values.length === 0) return { kind: 'open', ...base, missing: openMissing(base.missing) };
  const { options, scale } = orderOptions(values);
  if (role === 'multiple') return { kind: 'multiple', ...base, form: 'separated', separator: ';', options, specifyColumn: null };
  return { kind: 'closed', ...base, options, scale, specifyColumn: null };
}

/** The mapping with the questions of some columns exchanged for others; columns left without one get `rest` as their role. */
export function replaceQuestions(
  mapping: SurveyMapping,
  columns: readonly number[],
  questions: readonly FileQuestion[],
  rest: 'skip' | 'respondentCode',
): SurveyMapping {
  const kept = mapping.questions.filter((question) => !question.columns.some((column) => columns.includes(column)));
  const all = [...kept, ...questions].toSorted((a, b) => Math.min(...a.columns) - Math.min(...b.columns));
  const [first] = columns;
  const mapped = mapping.columns.map((entry): ColumnMapping => {
    const question = questions.find((candidate) => candidate.columns.includes(entry.column));
    if (question !== undefined) return { ...entry, role: question.kind, questionKey: question.key };
    if (columns.includes(entry.column))
      return { ...entry, role: rest === 'respondentCode' && entry.column !== first ? 'skip' : rest, questionKey: null };
    // There is one participant code: a new one takes the place of the old.
    return rest === 'respondentCode' && entry.role === 'respondentCode' ? { ...entry, role: 'skip' } : entry;
  });
  return { ...withoutCodings(mapping, columns), columns: mapped, questions: all };
}
