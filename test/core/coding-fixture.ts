import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SqlParams } from '../../electron/core/db/statements.ts';
import type { Core } from '../../electron/core/open-core.ts';
import { ProjectId, TextId, ThemeId, VariableId } from '../../shared/model/ids.ts';

/** One person of the fixture and what they said to question 23; null is "prefer not to say". */
export interface Said {
  readonly code: string;
  readonly body: string | null;
  readonly age?: number;
}

export interface CodingFixture {
  readonly projectId: ProjectId;
  readonly variableId: VariableId;
  readonly serviceId: string;
  /** Text ids by participant code. */
  readonly texts: ReadonlyMap<string, TextId>;
  readonly respondents: ReadonlyMap<string, string>;
  /** Themes by name: Tilgang › Ventetid, Åpningstid; Informasjon. */
  readonly themes: { readonly access: ThemeId; readonly waiting: ThemeId; readonly hours: ThemeId; readonly information: ThemeId };
}

/** A new workspace with one project, one open question, two background facts and a small theme tree. */
export async function makeCodingFixture(core: Core, said: readonly Said[]): Promise<CodingFixture> {
  await core.client.workspace.create({ path: join(mkdtempSync(join(tmpdir(), 'rost-coding-')), 'a.rost') });
  const { workspace } = core.session;
  const id = (): string => workspace.newId();
  const ids = { project: id(), wave: id(), form: id(), version: id(), section: id(), open: id(), age: id(), service: id() };
  const texts = new Map<string, TextId>();
  const respondents = new Map<string, string>();
  const intent = { ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false };
  workspace.operations.run(intent, () => {
    const put = (table: string, row: SqlParams): void => workspace.sql.insert(table, row);
    put('project', { id: ids.project, kind: 'user-evaluation', name: 'Fjordvik', status: 'running' });
    put('wave', { id: ids.wave, project_id: ids.project, ordinal: 1, name: '2026' });
    put('service', { id: ids.service, kind: 'treatment', name: 'Rus- og botjenesten' });
    put('questionnaire', { id: ids.form, project_id: ids.project, name: 'Skjema' });
    put('questionnaire_version', { id: ids.version, questionnaire_id: ids.form, number: 1, status: 'in-use', languages: 'nb' });
    put('section', { id: ids.section, version_id: ids.version, ordinal: 1, title: '{"nb":"Om deg"}' });
    put('variable', { id: ids.age, project_id: ids.project, name: 'age', is_background: 1 });
    put('variable', { id: ids.open, project_id: ids.project, name: 'different' });
    const question = { version_id: ids.version, section_id: ids.section };
    const age = id();
    put('question', {
      ...question,
      id: age,
      key: 1,
      variable_id: ids.age,
      ordinal: 1,
      number: '4',
      type: 'one',
      wording: '{"nb":"Hvor gammel er du?"}',
    });
    put('question', {
      ...question,
      id: id(),
      key: 2,
      variable_id: ids.open,
      ordinal: 2,
      number: '23',
      type: 'open',
      wording: '{"nb":"Hva burde vært annerledes?"}',
    });
    put('answer_option', { id: id(), question_id: age, code: 2, ordinal: 1, label: '{"nb":"30–49"}' });
    for (const [index, person] of said.entries()) {
      const respondent = id();
      respondents.set(person.code, respondent);
      put('respondent', { id: respondent, project_id: ids.project, code: person.code });
      put('interview', {
        id: id(),
        key: index + 1,
        project_id: ids.project,
        respondent_id: respondent,
        wave_id: ids.wave,
        version_id: ids.version,
        kind: 'person',
        mode: 'face-to-face',
        language: 'nb',
        service_id: index % 2 === 0 ? ids.service : null,
        status: 'complete',
        started_at: '2026-01-01T10:00:00.000Z',
      });
      if (person.age !== undefined) put('answer', { interview_key: index + 1, question_key: 1, code: person.age });
      if (person.body === null) {
        put('answer', { interview_key: index + 1, question_key: 2, missing: 'prefer-not-to-say' });
        continue;
      }
      const text = id();
      texts.set(person.code, TextId.parse(text));
      put('text', {
        id: text,
        project_id: ids.project,
        kind: 'answer',
        interview_key: index + 1,
        question_key: 2,
        language: 'nb',
        body: person.body,
      });
      put('answer', { interview_key: index + 1, question_key: 2, text_id: text });
    }
  });
  const make = async (term: string, parentId: ThemeId | null = null): Promise<ThemeId> =>
    ThemeId.parse((await core.client.themes.create({ term, language: 'nb', parentId })).themeId);
  const access = await make('Tilgang');
  return {
    projectId: ProjectId.parse(ids.project),
    variableId: VariableId.parse(ids.open),
    serviceId: ids.service,
    texts,
    respondents,
    themes: {
      access,
      waiting: await make('Ventetid', access),
      hours: await make('Åpningstid', access),
      information: await make('Informasjon'),
    },
  };
}

/** The id of a text of the fixture. @throws Error when the person said nothing */
export function textOf(fixture: CodingFixture, code: string): TextId {
  const found = fixture.texts.get(code);
  if (found === undefined) throw new Error(`${code} said nothing`);
  return found;
}
