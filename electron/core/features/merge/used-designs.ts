import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { CurrentRow } from './deleted-projects.ts';
import type { Notice } from './plan.ts';
import type { RowWrite } from './planned-writes.ts';
import { isSameRow, rowIdOf, type Image, type RowReader, type TableShape } from './shapes.ts';
import type { Translation } from './translation.ts';

export interface DesignInput {
  readonly here: Database.Database;
  readonly there: Database.Database;
  readonly shapes: ReadonlyMap<string, TableShape>;
  readonly readers: { readonly here: RowReader; readonly there: RowReader };
  readonly translation: Translation;
  /** What a row here was when the copy last knew it. */
  readonly baseOf: (table: string, rowId: string) => Image | null;
}

/** What a copy brings, less what it would change of questions that people have been asked here. Rows are in the copy's terms. */
export interface WithUsedDesigns {
  readonly rows: readonly CurrentRow[];
  /** Rows as they were asked in the copy, over what was only a draft here. */
  readonly writes: readonly RowWrite[];
  /** True for a row that is left out. */
  readonly isLeftOut: (table: string, rowId: string) => boolean;
  readonly notices: readonly Notice[];
}

/** Whose wording stands. */
type Verdict = 'ours' | 'theirs';

/**
 * Answers stand for the words that they were given to. A version that is in use in one file and still a draft in the other is as it was
 * asked, whatever the draft has become; a version that both have taken into use stays as it is here. The same holds for shared scales.
 * What is left out is counted and said.
 */
export function keepUsedDesigns(input: DesignInput, rows: readonly CurrentRow[]): WithUsedDesigns {
  const [here, there] = [new Designs(input.here), new Designs(input.there)];
  const wasDraft = (id: string): boolean => input.baseOf('questionnaire_version', id)?.['status'] === 'draft';
  const verdicts = new Map<string, Verdict>();
  const twice = new Set<string>();
  for (const [id, ours] of here.versions) {
    const theirs = there.versions.get(id);
    if (theirs === undefined || (ours.is_used === 0 && theirs.is_used === 0)) continue;
    if (ours.is_used === 0 || theirs.is_used === 0) verdicts.set(id, ours.is_used === 1 ? 'ours' : 'theirs');
    else if (wasDraft(id)) {
      verdicts.set(id, 'ours');
      twice.add(id);
    }
  }
  for (const scale of here.scales) {
    if (!there.scales.has(scale)) continue;
    const isTwice = here.usersOf(scale).some((id) => twice.has(id));
    const [ours, theirs] = [here.isUsedScale(scale), there.isUsedScale(scale)];
    if (isTwice || (ours && !theirs)) verdicts.set(scale, 'ours');
    else if (theirs && !ours) verdicts.set(scale, 'theirs');
  }
  if (verdicts.size === 0) return { rows, writes: [], isLeftOut: () => false, notices: [] };
  const ownerOf = ({ row, image }: CurrentRow): string | null => {
    const facts = image ?? row.base ?? {};
    return here.ownerOf(row.table, row.rowId, facts) ?? there.ownerOf(row.table, row.rowId, facts);
  };
  const settled = rows.flatMap((one): { one: CurrentRow; owner: string }[] => {
    const owner = ownerOf(one);
    return owner !== null && verdicts.has(owner) ? [{ one, owner }] : [];
  });
  const leftOut = new Set(
    settled.flatMap(({ one: { row }, owner }) => (verdicts.get(owner) === 'ours' ? `${row.table}:${row.rowId}` : [])),
  );
  const taken = new Set(settled.map(({ one }) => one));
  const replaced = [...verdicts].filter(([, verdict]) => verdict === 'theirs').map(([id]) => ({ id, ...replace(input, here, there, id) }));
  const counts = new Map<string, number>(replaced.map(({ id, lost }) => [id, lost]));
  for (const { one, owner } of settled)
    if (verdicts.get(owner) === 'ours' && differs(input, one)) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return {
    rows: rows.filter((one) => !taken.has(one)),
    writes: replaced.flatMap(({ writes }) => writes),
    isLeftOut: (table, rowId) => leftOut.has(`${table}:${rowId}`),
    notices: [...counts].flatMap(([id, count]) =>
      count === 0
        ? []
        : [{ message: messageOf(verdicts.get(id) ?? 'ours', twice.has(id), here.versions.has(id)), params: { ...here.nameOf(id), count } }],
    ),
  };
}

function messageOf(verdict: Verdict, isTwice: boolean, isVersion: boolean): string {
  if (!isVersion) return verdict === 'ours' ? 'merge.scaleKept' : 'merge.scaleTaken';
  return isTwice ? 'merge.designTwice' : verdict === 'ours' ? 'merge.designKept' : 'merge.designTaken';
}

/** Whether the copy says something else than what stands here; when it was taken into use is no difference in what is asked. */
function differs({ readers, translation }: DesignInput, { row, image }: CurrentRow): boolean {
  const ours = readers.here.row(row.table, row.rowId);
  const theirs = image === null ? null : translation.image(row.table, image);
  return row.table !== 'questionnaire_version' && !isSameRow(ours, theirs);
}

/** Makes a version, or a scale, here what it is in the copy; `lost` counts what somebody had changed here. */
function replace(
  { shapes, readers, translation, baseOf }: DesignInput,
  here: Designs,
  there: Designs,
  id: string,
): { readonly writes: readonly RowWrite[]; readonly lost: number } {
  const ours = new Map(here.rowsOf(readers.here, id, shapes));
  const theirs = new Map(
    there.rowsOf(readers.there, id, shapes).map(([name, { table, image }]) => [name, { table, image: translation.image(table, image) }]),
  );
  const writes: RowWrite[] = [];
  let lost = 0;
  for (const name of new Set([...ours.keys(), ...theirs.keys()])) {
    const [from, to] = [ours.get(name), theirs.get(name)];
    const table = from?.table ?? to?.table ?? '';
    const rowId = name.slice(table.length + 1);
    if (isSameRow(from?.image ?? null, to?.image ?? null)) continue;
    writes.push({ table, rowId, from: from?.image ?? null, to: to?.image ?? null });
    if (!isSameRow(baseOf(table, rowId), from?.image ?? null)) lost += 1;
  }
  return { writes: [...writes, ...variableWrites({ readers, translation }, ours, theirs)], lost };
}

type Rows = ReadonlyMap<string, { readonly table: string; readonly image: Image }>;

/** What questions measure comes with them, and goes with the last of them. */
function variableWrites({ readers, translation }: Pick<DesignInput, 'readers' | 'translation'>, ours: Rows, theirs: Rows): RowWrite[] {
  const variablesIn = (rows: Rows): Set<string> =>
    new Set([...rows.values()].flatMap(({ table, image }) => (table === 'question' ? String(image['variable_id']) : [])));
  const [before, after] = [variablesIn(ours), variablesIn(theirs)];
  const comes = [...after].flatMap((rowId): RowWrite[] => {
    const to = readers.there.row('variable', rowId);
    return to === null || readers.here.row('variable', rowId) !== null
      ? []
      : [{ table: 'variable', rowId, from: null, to: translation.image('variable', to) }];
  });
  const goes = [...before].flatMap((rowId): RowWrite[] => {
    const users = readers.here.where('question', { variable_id: rowId });
    const from = readers.here.row('variable', rowId);
    const isFree = !after.has(rowId) && users.every((question) => ours.has(`question:${String(question['id'])}`));
    return from !== null && isFree ? [{ table: 'variable', rowId, from, to: null }] : [];
  });
  return [...comes, ...goes];
}

const VersionRow = z.object({ id: z.string(), name: z.string(), number: z.int(), is_used: z.int() });
const versionSql = `
SELECT questionnaire_version.id, name, number,
  status <> 'draft' OR EXISTS (SELECT 1 FROM interview WHERE interview.version_id = questionnaire_version.id) AS is_used
FROM questionnaire_version JOIN questionnaire ON questionnaire.id = questionnaire_version.questionnaire_id`;
const QuestionRow = z.object({ id: z.string(), version_id: z.string(), scale_id: z.string().nullable() });
const ScaleRow = z.object({ id: z.string(), name: z.string() });

/** Questionnaires and scales of one file: what belongs to which, and what is in use. */
class Designs {
  readonly versions: ReadonlyMap<string, z.infer<typeof VersionRow>>;
  readonly #questions: ReadonlyMap<string, z.infer<typeof QuestionRow>>;
  readonly #scales: ReadonlyMap<string, string>;
  readonly #users: ReadonlyMap<string | null, readonly z.infer<typeof QuestionRow>[]>;

  constructor(db: Database.Database) {
    const read = <T>(schema: z.ZodType<T>, text: string): T[] => z.array(schema).parse(db.prepare(text).all());
    this.versions = new Map(read(VersionRow, versionSql).map((row) => [row.id, row]));
    const questions = read(QuestionRow, 'SELECT id, version_id, scale_id FROM question');
    this.#questions = new Map(questions.map((row) => [row.id, row]));
    this.#scales = new Map(read(ScaleRow, 'SELECT id, name FROM scale').map((row) => [row.id, row.name]));
    this.#users = Map.groupBy(questions, (question) => question.scale_id);
  }

  get scales(): ReadonlySet<string> {
    return new Set(this.#scales.keys());
  }

  usersOf(scale: string): readonly string[] {
    return (this.#users.get(scale) ?? []).map((question) => question.version_id);
  }

  isUsedScale(scale: string): boolean {
    return this.usersOf(scale).some((id) => this.versions.get(id)?.is_used === 1);
  }

  nameOf(id: string): { name: string; number: number } {
    const version = this.versions.get(id);
    return { name: version?.name ?? this.#scales.get(id) ?? '', number: version?.number ?? 0 };
  }

  /** The version or scale that a row is part of; null where it is part of none, or its question is not in this file. */
  ownerOf(table: string, rowId: string, row: Image): string | null {
    if (table === 'questionnaire_version' || table === 'scale') return rowId;
    if (table === 'section' || table === 'question') return String(row['version_id']);
    if (table !== 'answer_option' && table !== 'question_check') return null;
    const scale = row['scale_id'] ?? null;
    return scale === null ? (this.#questions.get(String(row['question_id']))?.version_id ?? null) : String(scale);
  }

  /** All rows of a version or a scale, by "table:id". */
  rowsOf(
    reader: RowReader,
    id: string,
    shapes: ReadonlyMap<string, TableShape>,
  ): (readonly [name: string, row: { readonly table: string; readonly image: Image }])[] {
    const of = (table: string, where: Readonly<Record<string, string>>) => {
      const shape = shapes.get(table);
      if (shape === undefined) return [];
      return reader.where(table, where).map((image) => [`${table}:${rowIdOf(shape, image)}`, { table, image }] as const);
    };
    if (!this.versions.has(id)) return [...of('scale', { id }), ...of('answer_option', { scale_id: id })];
    const questions = [...this.#questions.values()].filter((question) => question.version_id === id);
    return [
      ...of('questionnaire_version', { id }),
      ...of('section', { version_id: id }),
      ...of('question', { version_id: id }),
      ...questions.flatMap((question) => [
        ...of('answer_option', { question_id: question.id }),
        ...of('question_check', { question_id: question.id }),
      ]),
    ];
  }
}
