import { z } from 'zod';
import type { CompareFigure, ComparedQuestion, ProjectCell } from '../../../../shared/contract/compare.ts';
import type { DisclosureRule } from '../../../../shared/disclosure/index.ts';
import { ProjectId } from '../../../../shared/model/ids.ts';
import { languages, type Language, type LocalisedText } from '../../../../shared/model/text.ts';
import { readQuestions, type QuestionBook } from '../../analysis/questions.ts';
import { countedInterviews } from '../../analysis/units.ts';
import type { Statements } from '../../db/statements.ts';
import type { GateTools } from '../analysis/gate-tools.ts';
import { readProjectFacts, strictest } from '../analysis/project-facts.ts';
import { makeExhibit } from '../analysis/release-exhibit.ts';
import { comparableQuestions, definitionOf, type Comparable } from './questions.ts';

const mostProjects = 50;

const ProjectRow = z.object({ id: ProjectId, name: z.string() });
const BankRow = z.object({ id: z.string(), bank_question_id: z.string() });

export interface ProjectsInput {
  readonly projectId: string;
  readonly figure: CompareFigure;
  readonly language: Language;
  /** UTC, ISO 8601. */
  readonly createdAt: string;
  readonly tools: GateTools;
}

/** What a question is, as far as another may be the same. */
interface Asked {
  readonly question: Comparable;
  readonly bankId: string | null;
  readonly options: readonly { readonly code: number; readonly label: LocalisedText }[];
}

interface Project {
  readonly id: ProjectId;
  readonly name: string;
  readonly rule: DisclosureRule;
  readonly asked: readonly Asked[];
}

/** The project at hand, then the others that have records that count; by name. */
function readProjects(sql: Statements, projectId: string): z.infer<typeof ProjectRow>[] {
  return sql.all(
    ProjectRow,
    `SELECT p.id, p.name FROM project p WHERE p.id = :projectId OR EXISTS (SELECT 1 FROM interview i WHERE i.project_id = p.id AND ${countedInterviews})
     ORDER BY p.id <> :projectId, p.name, p.id LIMIT ${mostProjects}`,
    { projectId },
  );
}

function askedIn(sql: Statements, projectId: string, book: QuestionBook, figure: CompareFigure): readonly Asked[] {
  const rows = sql.all(
    BankRow,
    `SELECT q.id, q.bank_question_id FROM questionnaire f JOIN questionnaire_version n ON n.questionnaire_id = f.id JOIN question q ON q.version_id = n.id
     WHERE f.project_id = :projectId AND q.bank_question_id IS NOT NULL`,
    { projectId },
  );
  const banks = new Map(rows.map((row) => [row.id, row.bank_question_id]));
  return comparableQuestions(book, figure).questions.map((question) => ({
    question,
    bankId: banks.get(question.form.questionId) ?? null,
    options: book.optionsOf(question.variableId),
  }));
}

function plain(text: string): string {
  return text.trim().toLocaleLowerCase('nb').replaceAll(/\s+/gu, ' ');
}

/** Texts in a language that both have: the same, different, or with no such language. */
function sameText(one: LocalisedText, other: LocalisedText): boolean | null {
  const common = languages.filter((language) => (one[language] ?? '') !== '' && (other[language] ?? '') !== '');
  return common.length === 0 ? null : common.every((language) => plain(one[language] ?? '') === plain(other[language] ?? ''));
}

/** The same codes with the same words; words that stand in different languages cannot be held against each other. */
function sameOptions(one: Asked, other: Asked, inOtherLanguage: boolean): boolean {
  if (one.question.form.type !== other.question.form.type || one.options.length !== other.options.length) return false;
  return one.options.every(({ code, label }) => {
    const match = other.options.find((option) => option.code === code);
    return match !== undefined && (sameText(label, match.label) ?? inOtherLanguage);
  });
}

/** A scale that another end is the good one of is another scale. */
function sameDirection(one: Asked, other: Asked): boolean {
  return one.question.form.direction === other.question.form.direction;
}

function matchOf(own: Asked, others: readonly Asked[]): { readonly asked: Asked; readonly by: 'bank' | 'name' } | null {
  const bank = others.find(
    (other) => own.bankId !== null && other.bankId === own.bankId && sameOptions(own, other, true) && sameDirection(own, other),
  );
  if (bank !== undefined) return { asked: bank, by: 'bank' };
  const { variableName } = own.question.form;
  const name = others.find(
    (other) => other.question.form.variableName === variableName && sameOptions(own, other, false) && sameDirection(own, other),
  );
  return name === undefined ? null : { asked: name, by: 'name' };
}

/** Questions of a project that others have asked too, each project's figure from its own records. @throws AppError NOT_FOUND */
export function compareProjects(sql: Statements, input: ProjectsInput) {
  const { projectId, figure, language, createdAt, tools } = input;
  const book = readQuestions(sql, projectId);
  const { figures } = comparableQuestions(book, figure);
  const all = readProjects(sql, projectId).map(({ id, name }): Project => ({
    id,
    name,
    rule: readProjectFacts(sql, id).rule,
    asked: askedIn(sql, id, id === projectId ? book : readQuestions(sql, id), figure),
  }));
  const [own, ...others] = all;
  const found = (own?.asked ?? []).map((asked) => ({ asked, matches: others.map((other) => matchOf(asked, other.asked)) }));
  const isCompared = others.map((_, at) => found.some(({ matches }) => matches[at] !== null));
  const projects = own === undefined ? [] : [own, ...others.filter((_, at) => isCompared[at])];
  const rule = strictest((projects.length > 0 ? projects : all).map((project) => project.rule));
  const cellOf = (project: Project, asked: Asked, by: ProjectCell['by'], first: Asked): ProjectCell => {
    const definition = definitionOf(asked.question, figure, language);
    const { exhibit } = makeExhibit(sql, { projectId: project.id, definition, createdAt, tools, atLeast: rule });
    const { wording } = asked.question.form;
    const isReworded = sameText(first.question.form.wording, wording) === false;
    return { projectId: project.id, definition, exhibit: exhibit.audit.ok ? exhibit : null, wording, isReworded, by };
  };
  const questions = found.flatMap(({ asked, matches }): ComparedQuestion[] => {
    if (own === undefined || matches.every((match) => match === null)) return [];
    const { variableId, form } = asked.question;
    const cells = others.flatMap((other, at) => {
      if (!isCompared[at]) return [];
      const match = matches[at] ?? null;
      return [match === null ? null : cellOf(other, match.asked, match.by, asked)];
    });
    return [{ variableId, wording: form.wording, section: form.sectionTitle, cells: [cellOf(own, asked, 'own', asked), ...cells] }];
  });
  return {
    figures: [...figures],
    projects: projects.map(({ id, name }) => ({ id, name })),
    rule: { threshold: rule.threshold, minimumBase: rule.minimumBase },
    questions,
  };
}
