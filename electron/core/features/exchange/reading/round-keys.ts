import { spellingKey } from './value-forms.ts';

/**
 * The columns of a sheet of rounds that tie its rows to others, as positions. `own` is the row's number, that rounds within it point
 * to; `parent` the number of the row that it lies in. `table` names the sheet of that row. `interview`: the interview's number, which
 * holds where `parent` is empty. `check`: the interview's own mark, in both sheets.
 */
export interface RoundKeys {
  readonly own: number | null;
  readonly parent: number | null;
  readonly table: number | null;
  readonly interview: number | null;
  readonly check: { readonly column: number; readonly header: string } | null;
}

/** The columns of the sheet with the interviews that rounds point to. */
export interface InterviewKeys {
  readonly own: number | null;
  readonly check: (header: string) => number | null;
  /** Says which interviews were with a group. */
  readonly kind: number | null;
}

/** Marks of a submission in KoboToolbox's own sheet, and what a round's sheet calls the same. */
const submissionMarks = [
  ['_submission__id', '_id'],
  ['_submission__uuid', '_uuid'],
] as const;

function finder(headers: readonly (readonly string[])[]): (name: string) => number | null {
  const names = headers.map((header) => spellingKey(header.find((text) => text !== '') ?? ''));
  return (name) => {
    const at = names.indexOf(name);
    return at < 0 ? null : at;
  };
}

/** The keys of a sheet of rounds by its headers, one list of texts per column; null for a sheet that is none. */
export function roundKeysOf(headers: readonly (readonly string[])[]): RoundKeys | null {
  const find = finder(headers);
  const [round, interview] = [find('round_key'), find('interview')];
  if (round !== null && interview !== null) return { own: round, parent: find('parent_key'), table: null, interview, check: null };
  const parent = find('_parent_index');
  const [check = null] = submissionMarks.flatMap(([inRound, header]) => {
    const column = find(inRound);
    return column === null ? [] : [{ column, header }];
  });
  // A sheet that only says whose its rows are is tied to interviews alone.
  if (parent === null) return null;
  return { own: find('_index'), parent, table: find('_parent_table_name'), interview: null, check };
}

/** The keys of the sheet with the interviews, for rounds that are tied in the same way. */
export function interviewKeysOf(headers: readonly (readonly string[])[], { interview }: RoundKeys): InterviewKeys {
  const find = finder(headers);
  return interview === null
    ? { own: find('_index'), check: find, kind: null }
    : { own: find('interview'), check: () => null, kind: find('kind') };
}

const knownFacts: ReadonlySet<string> = new Set([
  '_index',
  '_parent_index',
  '_parent_table_name',
  'interview',
  'round_key',
  'parent_key',
  'ordinal',
]);

/** Whether a column of a sheet of rounds is no answer: a key, or what the tool says of the interview. */
export function isRoundFact(header: readonly string[], { interview }: RoundKeys): boolean {
  const name = spellingKey(header.find((text) => text !== '') ?? '');
  if (interview === null) return name.startsWith('_submission_') || (knownFacts.has(name) && name.startsWith('_'));
  return knownFacts.has(name) || name === 'weight';
}

/** Whether the headers are those of the program's own export: of interviews, or of rounds. */
export function isOwnExport(headers: readonly (readonly string[])[]): boolean {
  const find = finder(headers);
  return find('interview') !== null && (find('round_key') !== null || find('participant') !== null);
}
