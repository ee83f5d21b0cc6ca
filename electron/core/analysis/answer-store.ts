import { answersChanged, readAnswerMark, type AnswerMark, type ChangedAnswer } from '../db/answer-changes.ts';
import type { Statements } from '../db/statements.ts';
import { canLoadAll, loadAll, loadAnswer, loadQuestion } from './load-answers.ts';
import { givenOf, QuestionAnswers, type AnswerRow, type GivenInside } from './question-answers.ts';

/** Places of interviews in the columns of a project, in the order they were met. A place is never given to another interview. */
export interface Places {
  readonly of: Map<number, number>;
  readonly keys: number[];
}

/** Kept at most, in bytes; the columns that were asked for longest ago go first. */
const mostBytes = 256 * 2 ** 20;
/** After this many questions one by one, all of a project are read in one pass. */
const fewQuestions = 3;

/**
 * The answers of an open workspace as columns, read when they are first asked for and kept for as long as they are true. Before every
 * use the list of changed answers is looked at: what has changed is read anew, answer by answer, whoever changed it and also when a
 * transaction was rolled back; where nobody can say what has changed, everything is.
 */
export class AnswerStore {
  readonly #sql: Statements;
  readonly #columns = new Map<number, QuestionAnswers>();
  readonly #projectOf = new Map<number, string>();
  readonly #places = new Map<string, Places>();
  #mark: AnswerMark | null = null;
  #stamp = 0;

  constructor(sql: Statements) {
    this.#sql = sql;
  }

  /** Places of a project's interviews; new ones are added. */
  placesOf(projectId: string): Places {
    const known = this.#places.get(projectId) ?? { of: new Map<number, number>(), keys: [] };
    this.#places.set(projectId, known);
    return known;
  }

  /** The answers to a question. `others` are the keys of the project's questions that tables may ask for as well. */
  answersTo(projectId: string, questionKey: number, others: readonly number[]): QuestionAnswers {
    if (!this.#catchUp()) return this.#read(projectId, questionKey);
    const known = this.#columns.get(questionKey);
    if (known !== undefined) {
      // The latest used stands last.
      this.#columns.delete(questionKey);
      this.#columns.set(questionKey, known);
      return known;
    }
    const own = [...this.#projectOf].filter(([key, project]) => project === projectId && this.#columns.has(key)).length;
    if (own >= fewQuestions && others.length > own + 1 && canLoadAll([questionKey, ...others]))
      this.#readAll(projectId, [...others, questionKey]);
    const column = this.#columns.get(questionKey) ?? this.#read(projectId, questionKey);
    this.#keep(projectId, questionKey, column);
    return column;
  }

  /** Brings what is kept up to date; false in the middle of an import, when nothing can be kept. */
  #catchUp(): boolean {
    const mark = readAnswerMark(this.#sql);
    if (mark === null) return false;
    const changed = this.#mark === null ? null : answersChanged(this.#sql, this.#mark, mark);
    this.#mark = mark;
    if (changed === null) {
      this.#columns.clear();
      this.#projectOf.clear();
      this.#places.clear();
    } else if (changed.length > 0) this.#patch(changed);
    return true;
  }

  #patch(changed: readonly ChangedAnswer[]): void {
    for (const [questionKey, ofQuestion] of Map.groupBy(changed, (each) => each.questionKey)) {
      const column = this.#columns.get(questionKey);
      const projectId = this.#projectOf.get(questionKey);
      if (column === undefined || projectId === undefined) continue;
      column.stamp = this.#nextStamp();
      for (const interviewKey of new Set(ofQuestion.map((each) => each.interviewKey)))
        this.#fill(column, projectId, interviewKey, loadAnswer(this.#sql, projectId, questionKey, interviewKey));
    }
  }

  #nextStamp(): number {
    this.#stamp += 1;
    return this.#stamp;
  }

  /** Writes what one interview says to a question over what stood there. */
  #fill(column: QuestionAnswers, projectId: string, interviewKey: number, rows: readonly AnswerRow[]): void {
    const place = placeOf(this.placesOf(projectId), interviewKey);
    column.clear(place);
    column.inside.delete(interviewKey);
    for (const row of rows) add(column, place, interviewKey, row);
  }

  #read(projectId: string, questionKey: number): QuestionAnswers {
    const places = this.placesOf(projectId);
    const column = new QuestionAnswers(places.keys.length, this.#nextStamp());
    for (const row of loadQuestion(this.#sql, projectId, questionKey))
      add(column, placeOf(places, row.interview_key), row.interview_key, row);
    return column;
  }

  #readAll(projectId: string, questionKeys: readonly number[]): void {
    const places = this.placesOf(projectId);
    const wanted: (QuestionAnswers | undefined)[] = [];
    for (const key of questionKeys) if (!this.#columns.has(key)) wanted[key] = new QuestionAnswers(places.keys.length, this.#nextStamp());
    loadAll(
      this.#sql,
      projectId,
      (question, interview, number) => wanted[question]?.putNumber(placeOf(places, interview), number),
      (question, interview, instance, given) => {
        const column = wanted[question];
        if (column === undefined) return;
        if (instance === 0) column.put(placeOf(places, interview), given);
        else addInside(column, interview, { ...given, instance });
      },
    );
    for (const [key, column] of wanted.entries()) if (column !== undefined) this.#keep(projectId, key, column);
  }

  #keep(projectId: string, questionKey: number, column: QuestionAnswers): void {
    this.#columns.set(questionKey, column);
    this.#projectOf.set(questionKey, projectId);
    let bytes = 0;
    for (const kept of this.#columns.values()) bytes += kept.bytes;
    for (const [key, kept] of this.#columns) {
      if (bytes <= mostBytes || key === questionKey) break;
      bytes -= kept.bytes;
      this.#columns.delete(key);
    }
  }
}

/** The place of an interview, a new one when it has none. */
export function placeOf(places: Places, interviewKey: number): number {
  const known = places.of.get(interviewKey);
  if (known !== undefined) return known;
  const place = places.keys.push(interviewKey) - 1;
  places.of.set(interviewKey, place);
  return place;
}

function add(column: QuestionAnswers, place: number, interviewKey: number, row: AnswerRow): void {
  if (row.instance === 0) column.put(place, givenOf(row));
  else addInside(column, interviewKey, { ...givenOf(row), instance: row.instance });
}

function addInside(column: QuestionAnswers, interviewKey: number, given: GivenInside): void {
  column.inside.set(interviewKey, [...(column.inside.get(interviewKey) ?? []), given]);
}
