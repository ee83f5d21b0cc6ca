import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import type { SqlParams } from '../../electron/core/db/statements.ts';
import type { Core } from '../../electron/core/open-core.ts';
import type { RefiChoices, RefiImportChoices, RefiInspection, RefiLossNote } from '../../shared/contract/refi.ts';
import { ProjectId, ThemeId, type Ticket } from '../../shared/model/ids.ts';
import { StoredText } from '../../shared/model/text.ts';
import { finish, upload } from './survey-upload-fixture.ts';

export const everything: RefiChoices = { answers: true, values: true, remarks: true, documents: true, minutes: true, identifiers: true };
export const asProposed: RefiImportChoices = { target: { kind: 'proposed' }, language: 'nb', known: 'take', codes: 'proposed' };

export interface GeneratedPerson {
  readonly said: string | null;
  readonly remark: string;
  readonly age: number | 'dont-know' | null;
  readonly chosen: readonly number[] | null;
  readonly score: number | null;
  readonly day: string | null;
  readonly isTwice: boolean;
}

export interface GeneratedCoding {
  readonly person: number;
  readonly theme: number;
  readonly from: number;
  readonly length: number;
  readonly isWhole: boolean;
  readonly coder: number;
  readonly memo: string;
}

export interface GeneratedWorkspace {
  readonly persons: readonly GeneratedPerson[];
  readonly codings: readonly GeneratedCoding[];
  readonly document: string;
}

const sign = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abcdeæøå ventetid.', '\n') },
  { weight: 3, arbitrary: fc.constantFrom('😀', '👩‍👩‍👧', 'e\u0301', 'Å', 'ﬁ', '\u0323\u0307', '<b>&amp;]]>', '"', '\t', '𝄞', '\u2028') },
);
const words = fc
  .array(sign, { minLength: 1, maxLength: 40 })
  .map((parts) => StoredText.parse(parts.join('')))
  .filter((text) => text.trim() !== '');

/** Any small workspace: people with answers of every kind, words with emoji and combining marks, codings anywhere in them, memos. */
export const anyWorkspace: fc.Arbitrary<GeneratedWorkspace> = fc.record({
  persons: fc.array(
    fc.record({
      said: fc.option(words),
      remark: fc.oneof(fc.constant(''), words),
      age: fc.option(fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant('dont-know' as const))),
      chosen: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 4 }).map((codes) => codes.toSorted((a, b) => a - b))),
      score: fc.option(fc.oneof(fc.integer({ min: -5, max: 1e9 }), fc.constantFrom(0.1, 1e-7, 2.5e21, -1.25))),
      day: fc.option(fc.constantFrom('2026-03-19', '2025-10-26', '1999-12-31')),
      isTwice: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  codings: fc.array(
    fc.record({
      person: fc.nat({ max: 4 }),
      theme: fc.nat({ max: 3 }),
      from: fc.nat({ max: 39 }),
      length: fc.integer({ min: 1, max: 20 }),
      isWhole: fc.boolean(),
      coder: fc.nat({ max: 1 }),
      memo: fc.oneof(fc.constant(''), words),
    }),
    { maxLength: 12 },
  ),
  document: words,
});

export interface FilledWorkspace {
  readonly projectId: ProjectId;
  readonly themes: readonly ThemeId[];
  readonly texts: readonly (string | null)[];
}

/** Puts a generated workspace into an open, empty one. */
export function fillWorkspace(core: Core, given: GeneratedWorkspace): FilledWorkspace {
  const { workspace } = core.session;
  const id = (): string => workspace.newId();
  const projectId = ProjectId.parse(id());
  const themes = [1, 2, 3, 4].map(() => ThemeId.parse(id()));
  const texts: (string | null)[] = [];
  const mine = workspace.sourceFor('fixture');
  const other = id();
  workspace.sql.insert('actor', { id: other, user_name: null, name: 'Åse Lind', initials: 'ÅL' });
  workspace.operations.run({ ...mine, kind: 'test', labelId: 'test', isUndoable: false }, () => {
    const put = (table: string, row: SqlParams): void => workspace.sql.insert(table, row);
    put('project', { id: projectId, kind: 'user-evaluation', name: 'Fjordvik & «byen»', status: 'running' });
    const waves = ['2025', '2026'].map((name, at) => {
      const waveId = id();
      put('wave', { id: waveId, project_id: projectId, ordinal: at + 1, name });
      return waveId;
    });
    const form = id();
    const version = id();
    const section = id();
    put('questionnaire', { id: form, project_id: projectId, name: 'Skjema' });
    put('questionnaire_version', { id: version, questionnaire_id: form, number: 1, status: 'in-use', languages: 'nb' });
    put('section', { id: section, version_id: version, ordinal: 1, title: '{"nb":"Om deg"}' });
    const ask = (key: number, name: string, type: string, wording: string, options: readonly string[], isIdentifier = false): void => {
      const variable = id();
      const question = id();
      put('variable', { id: variable, project_id: projectId, name, is_background: key === 1 ? 1 : 0, is_identifier: Number(isIdentifier) });
      put('question', {
        id: question,
        key,
        version_id: version,
        section_id: section,
        variable_id: variable,
        ordinal: key,
        number: String(key),
        type,
        wording: JSON.stringify({ nb: wording, sv: `${wording} (sv)` }),
      });
      for (const [at, label] of options.entries())
        put('answer_option', { id: id(), question_id: question, code: at + 1, ordinal: at + 1, label: JSON.stringify({ nb: label }) });
    };
    ask(1, 'alder', 'one', 'Hvor gammel er du?', ['Under 30', '30–49: «midt»', 'Over 49\nog eldre']);
    ask(2, 'annerledes', 'open', 'Hva burde vært annerledes?', []);
    ask(3, 'viktig', 'several', 'Hva er viktig?', ['Tid', 'Sted', 'Folk', 'Annet']);
    ask(4, 'score', 'number', 'Hvor mange ganger?', []);
    ask(5, 'dag', 'date', 'Når begynte det?', []);
    ask(6, 'adresse', 'open', 'Hvor bor du?', [], true);
    let key = 0;
    for (const [at, person] of given.persons.entries()) {
      const respondent = id();
      put('respondent', { id: respondent, project_id: projectId, code: `R00${at + 1}` });
      for (const [turn, waveId] of waves.slice(0, person.isTwice ? 2 : 1).entries()) {
        key += 1;
        put('interview', {
          id: id(),
          key,
          project_id: projectId,
          respondent_id: respondent,
          wave_id: waveId,
          version_id: version,
          kind: 'person',
          mode: 'phone',
          language: 'nb',
          status: 'complete',
          started_at: '2026-01-01T10:00:00.000Z',
        });
        const answer = { interview_key: key };
        if (person.age === 'dont-know') put('answer', { ...answer, question_key: 1, missing: 'dont-know' });
        else if (person.age !== null) put('answer', { ...answer, question_key: 1, code: person.age });
        if (person.chosen !== null) put('answer', { ...answer, question_key: 3, txt: person.chosen.join(' ') });
        if (person.score !== null) put('answer', { ...answer, question_key: 4, num: person.score });
        if (person.day !== null) put('answer', { ...answer, question_key: 5, txt: person.day, sort_on: person.day, precision: 'day' });
        const say = (kind: string, question: number, body: string): string => {
          const text = id();
          put('text', {
            id: text,
            project_id: projectId,
            kind,
            interview_key: key,
            question_key: question,
            language: 'nb',
            speaker_role: 'user',
            body,
          });
          return text;
        };
        if (person.remark !== '') say('remark', 2, person.remark);
        const text = person.said === null ? null : say('answer', 2, person.said);
        if (text !== null) put('answer', { ...answer, question_key: 2, text_id: text });
        if (turn === 0) texts.push(text);
      }
    }
    const document = id();
    put('text', { id: document, project_id: projectId, kind: 'document', language: 'sv', said_on: '2026-02-01', body: given.document });
    put('document', {
      id: id(),
      project_id: projectId,
      text_id: document,
      title: 'Brev',
      kind: 'letter',
      added_by: mine.actorId,
      added_at: '2026-01-02T10:00:00.000Z',
    });
    for (const [at, theme] of themes.entries()) {
      put('theme', {
        id: theme,
        number: `0${at + 1}`,
        parent_id: at > 1 ? (themes[at - 2] ?? null) : null,
        ordinal: at + 1,
        color: at > 1 ? null : at + 1,
        definition: '{}',
      });
      put('theme_term', { id: id(), theme_id: theme, language: 'nb', kind: 'preferred', term: `Tema ${at + 1} & mer` });
    }
    const memo = (place: SqlParams, body: string, by: string): void =>
      put('memo', { id: id(), ...place, body, written_by: by, written_at: '2026-02-03T04:05:06.789Z' });
    memo({ project_id: projectId }, 'Om prosjektet\nog mer', other);
    memo({ theme_id: themes[0] ?? '' }, 'Om temaet', mine.actorId);
    memo({ text_id: document }, 'Om brevet 😀', other);
    const seen = new Set<string>();
    for (const one of given.codings) {
      const text = texts[one.person] ?? null;
      const body = given.persons[one.person]?.said ?? null;
      if (text === null || body === null) continue;
      const points = Array.from(body);
      const start = one.isWhole ? 0 : points.slice(0, one.from).join('').length;
      const end = one.isWhole ? body.length : points.slice(0, one.from + one.length).join('').length;
      const coder = one.coder === 0 ? mine.actorId : other;
      const place = `${text} ${one.theme} ${coder} ${start} ${end}`;
      if (end <= start || seen.has(place)) continue;
      seen.add(place);
      const coding = id();
      put('coding', {
        id: coding,
        text_id: text,
        theme_id: themes[one.theme] ?? '',
        coder_id: coder,
        is_whole: Number(one.isWhole),
        start_offset: start,
        end_offset: end,
        coded_at: '2026-02-04T05:06:07.000Z',
      });
      if (one.memo !== '') memo({ coding_id: coding }, one.memo.trim(), other);
    }
  });
  return { projectId, themes, texts };
}

/** An exported project, as a download gives it. */
export async function exportProject(
  core: Core,
  projectId: ProjectId,
  choices: Partial<RefiChoices> = {},
): Promise<{ name: string; content: Buffer; losses: RefiLossNote[] }> {
  const { output } = await finish(
    core.client.refi.exportProject({
      projectId,
      choices: { ...everything, ...choices },
      language: 'nb',
      recipient: 'Universitetet',
      purpose: 'Felles analyse',
      acceptsRisk: true,
    }),
  );
  return {
    name: output.fileName,
    content: readFileSync(join(core.session.deps.temporaryFolder, 'out', output.ticket)),
    losses: output.losses,
  };
}

/** What a file would come to. */
export async function inspectProject(
  core: Core,
  from: string | { readonly name: string; readonly content: string | Uint8Array },
  choices: Partial<RefiImportChoices> = {},
): Promise<{ ticket: Ticket; inspection: RefiInspection }> {
  const ticket = await upload(core, from);
  const { output } = await finish(core.client.refi.inspectProject({ ticket, choices: { ...asProposed, ...choices } }));
  return { ticket, inspection: output };
}

/** Looks a file through and takes it in as it is proposed, or as chosen. */
export async function importProject(core: Core, from: Parameters<typeof inspectProject>[1], choices: Partial<RefiImportChoices> = {}) {
  const { ticket, inspection } = await inspectProject(core, from, choices);
  const input = { ticket, choices: { ...asProposed, ...choices }, basis: inspection.basis };
  return { inspection, result: (await finish(core.client.refi.importProject(input))).output };
}

const Row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** Everything of a workspace that a project file carries, by ids that it carries. */
export function carriedPart(core: Core): Record<string, unknown[]> {
  const all = (sql: string): unknown[] => core.session.workspace.sql.all(Row, sql);
  return {
    project: all('SELECT id, name, kind FROM project'),
    persons: all('SELECT id, code FROM respondent ORDER BY id'),
    waves: all('SELECT wave.id, wave.name FROM wave WHERE id IN (SELECT wave_id FROM interview) ORDER BY wave.id'),
    texts:
      all(`SELECT text.id, text.kind, text.language, text.speaker_role, text.said_on, text.body, respondent.code, wave.name AS wave, variable.id AS variable,
      document.kind AS document FROM text LEFT JOIN interview ON interview.key = text.interview_key LEFT JOIN respondent ON respondent.id = interview.respondent_id
      LEFT JOIN wave ON wave.id = interview.wave_id LEFT JOIN question ON question.key = text.question_key LEFT JOIN variable ON variable.id = question.variable_id
      LEFT JOIN document ON document.text_id = text.id ORDER BY text.id`),
    codings: all(
      `SELECT coding.id, text_id, theme_id, actor.name AS coder, is_whole, start_offset, end_offset, coded_at FROM coding JOIN actor ON actor.id = coder_id ORDER BY coding.id`,
    ),
    memos: all(
      'SELECT memo.id, project_id, text_id, coding_id, theme_id, body, actor.name AS author, written_at FROM memo JOIN actor ON actor.id = written_by ORDER BY memo.id',
    ),
    themes: all('SELECT id, number, parent_id, color, definition FROM theme ORDER BY id'),
    terms: all('SELECT theme_id, language, kind, term FROM theme_term ORDER BY theme_id'),
    answers:
      all(`SELECT respondent.code, wave.name AS wave, variable.id AS variable, variable.name, answer.code AS value, num, txt, missing, sort_on, precision, answer.text_id
      FROM answer JOIN interview ON interview.key = answer.interview_key JOIN respondent ON respondent.id = interview.respondent_id JOIN wave ON wave.id = interview.wave_id
      JOIN question ON question.key = answer.question_key JOIN variable ON variable.id = question.variable_id ORDER BY 1, 2, 3`),
    questions:
      all(`SELECT variable.id, variable.name, question.type, variable.is_background, variable.is_identifier FROM variable JOIN question ON question.variable_id = variable.id
      WHERE EXISTS (SELECT 1 FROM answer WHERE answer.question_key = question.key) ORDER BY variable.id`),
  };
}
