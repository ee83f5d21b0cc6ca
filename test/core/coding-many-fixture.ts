import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SqlParams } from '../../electron/core/db/statements.ts';
import type { Core } from '../../electron/core/open-core.ts';
import { createChance } from '../../scripts/sample/random.ts';
import type { Polarity } from '../../shared/contract/coding.ts';
import { ActorId, ProjectId, TextId, ThemeId, VariableId } from '../../shared/model/ids.ts';

/** A coding as it was put in. */
export interface PlainCoding {
  readonly theme: string;
  readonly coder: string;
  readonly polarity: Polarity | null;
  readonly isDoubtful: boolean;
}

/** A row of the grid as plain facts: what a person was asked and said, and everything it can be sorted and filtered by. */
export interface PlainRow {
  readonly interview: number;
  readonly question: number;
  readonly code: string;
  readonly textId: TextId | null;
  readonly body: string;
  readonly service: string | null;
  readonly place: string | null;
  readonly wave: string;
  readonly interviewer: string | null;
  readonly age: number | null;
  readonly visits: number | null;
  readonly troubles: readonly number[] | null;
  readonly codings: readonly PlainCoding[];
  readonly readers: readonly string[];
}

export interface ManyAnswers {
  readonly projectId: ProjectId;
  readonly questions: readonly VariableId[];
  readonly variables: { readonly age: VariableId; readonly visits: VariableId; readonly troubles: VariableId };
  readonly services: readonly string[];
  readonly places: readonly string[];
  readonly waves: readonly string[];
  readonly coders: readonly ActorId[];
  /** Two branches of a parent and two themes each. */
  readonly themes: readonly { readonly id: ThemeId; readonly parent: ThemeId | null }[];
  readonly rows: readonly PlainRow[];
}

const words = ['Ventetiden', 'brevene', 'maten', 'Åpningstidene', 'samtalen', 'huset', 'ære', 'søvn', 'fastlegen', 'uker'];
const polarities = ['positive', 'negative', 'mixed', 'neutral', 'suggestion', null] as const;

/** A workspace with so many interviews and two open questions each, coded by two, all of it also in hand as plain facts. */
export async function makeManyAnswers(core: Core, interviews: number): Promise<ManyAnswers> {
  await core.client.workspace.create({ path: join(mkdtempSync(join(tmpdir(), 'rost-many-')), 'a.rost') });
  const { workspace } = core.session;
  const chance = createChance(20_000);
  const id = (): string => workspace.newId();
  const [projectId, form, version, section] = [id(), id(), id(), id()];
  const ids = (count: number): string[] => Array.from({ length: count }, id);
  const [services, places, waves, coders] = [ids(3), ids(4), ids(2), ids(3)];
  const variables = { first: id(), second: id(), age: id(), visits: id(), troubles: id() };
  const themeIds = ids(6);
  const themes = themeIds.map((theme, at) => ({ id: theme, parent: at < 2 ? null : (themeIds[at % 2] ?? null) }));
  const rows: PlainRow[] = [];
  workspace.operations.run({ ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false }, (operation) => {
    const batch = operation.asBatch({ kind: 'test', fileName: '', fileSha256: '', mapping: {}, rowCount: interviews });
    const put = (table: string, row: SqlParams): void => workspace.sql.insert(table, row);
    put('project', { id: projectId, kind: 'user-evaluation', name: 'Fjordvik', status: 'running' });
    for (const [at, wave] of waves.entries()) put('wave', { id: wave, project_id: projectId, ordinal: at + 1, name: `${2025 + at}` });
    for (const [at, service] of services.entries()) put('service', { id: service, kind: 'treatment', name: `Tjeneste ${at + 1}` });
    for (const [at, place] of places.entries())
      put('place', { id: place, kind: 'municipality', country_code: 'NO', name: `Sted ${at + 1}` });
    for (const [at, coder] of coders.entries()) put('actor', { id: coder, name: `Koder ${at + 1}`, initials: `K${at + 1}` });
    for (const [at, theme] of themes.entries())
      put('theme', { id: theme.id, number: `T${at + 1}`, parent_id: theme.parent, ordinal: at, definition: '{}' });
    put('questionnaire', { id: form, project_id: projectId, name: 'Skjema' });
    put('questionnaire_version', { id: version, questionnaire_id: form, number: 1, status: 'in-use', languages: 'nb' });
    put('section', { id: section, version_id: version, ordinal: 1, title: '{"nb":"Om deg"}' });
    const asked = [
      { key: 1, variable: variables.first, type: 'open', number: '23' },
      { key: 2, variable: variables.second, type: 'open', number: '24' },
      { key: 3, variable: variables.age, type: 'one', number: '4' },
      { key: 4, variable: variables.visits, type: 'number', number: '5' },
      { key: 5, variable: variables.troubles, type: 'several', number: '6' },
    ] as const;
    for (const { key, variable, type, number } of asked) {
      const question = id();
      put('variable', { id: variable, project_id: projectId, name: `v${key}`, is_background: key > 2 ? 1 : 0 });
      put('question', {
        id: question,
        key,
        version_id: version,
        section_id: section,
        variable_id: variable,
        ordinal: key,
        number,
        type,
        wording: `{"nb":"Spørsmål ${number}"}`,
      });
      // The codes are offered in an order of their own.
      if (type !== 'open' && type !== 'number')
        for (const [ordinal, code] of [3, 1, 2, 5, 4].entries())
          put('answer_option', { id: id(), question_id: question, code, ordinal, label: `{"nb":"Svar ${code}"}` });
    }
    const some = <T>(items: readonly T[]): T | null => items[chance.below(items.length + 1)] ?? null;
    for (let interview = 1; interview <= interviews; interview++) {
      const respondent = id();
      const code = `R${String(interview).padStart(5, '0')}`;
      const facts = {
        service: some(services),
        place: some(places),
        wave: waves[chance.below(waves.length)] ?? '',
        interviewer: some(coders),
        age: chance.below(8) === 0 ? null : 1 + chance.below(5),
        visits: chance.below(6) === 0 ? null : chance.below(40),
        troubles: chance.below(6) === 0 ? null : [1, 2, 3, 4, 5].filter(() => chance.below(4) === 0),
      };
      put('respondent', { id: respondent, project_id: projectId, code, batch_id: batch });
      put('interview', {
        id: id(),
        key: interview,
        project_id: projectId,
        respondent_id: respondent,
        wave_id: facts.wave,
        version_id: version,
        kind: 'person',
        mode: 'face-to-face',
        language: 'nb',
        interviewer_id: facts.interviewer,
        place_id: facts.place,
        service_id: facts.service,
        status: 'complete',
        started_at: '2026-01-01T10:00:00.000Z',
        batch_id: batch,
      });
      if (facts.age !== null) put('answer', { interview_key: interview, question_key: 3, code: facts.age });
      if (facts.visits !== null) put('answer', { interview_key: interview, question_key: 4, num: facts.visits });
      if (facts.troubles !== null) put('answer', { interview_key: interview, question_key: 5, txt: facts.troubles.join(' ') });
      for (const question of [1, 2]) {
        const body = Array.from({ length: chance.below(5) }, () => words[chance.below(words.length)] ?? '').join(' ');
        const textId = body === '' ? null : id();
        if (textId !== null) {
          const text = { id: textId, project_id: projectId, kind: 'answer', interview_key: interview, question_key: question, body };
          put('text', { ...text, language: 'nb', batch_id: batch });
          put('answer', { interview_key: interview, question_key: question, text_id: textId });
        }
        const codings =
          textId === null
            ? []
            : themes
                .filter(() => chance.below(10) === 0)
                .flatMap((theme) =>
                  coders
                    .slice(0, 2)
                    .filter(() => chance.below(3) > 0)
                    .map((coder) => ({
                      theme: theme.id,
                      coder,
                      polarity: polarities[chance.below(polarities.length)] ?? null,
                      isDoubtful: chance.below(30) === 0,
                    })),
                );
        for (const coding of codings)
          put('coding', {
            id: id(),
            text_id: textId,
            theme_id: coding.theme,
            coder_id: coding.coder,
            is_whole: 1,
            start_offset: 0,
            end_offset: body.length,
            polarity: coding.polarity,
            is_doubtful: coding.isDoubtful ? 1 : 0,
            coded_at: '2026-02-01T10:00:00.000Z',
            batch_id: batch,
          });
        const readers =
          textId === null
            ? []
            : coders.slice(0, 2).filter((coder) => chance.below(12) === 0 && codings.every((one) => one.coder !== coder));
        for (const reader of readers)
          put('text_reading', { id: id(), text_id: textId, coder_id: reader, state: 'no-theme', read_at: '2026-02-01T10:00:00.000Z' });
        rows.push({ interview, question, code, textId: textId === null ? null : TextId.parse(textId), body, ...facts, codings, readers });
      }
    }
  });
  return {
    projectId: ProjectId.parse(projectId),
    questions: [VariableId.parse(variables.first), VariableId.parse(variables.second)],
    variables: {
      age: VariableId.parse(variables.age),
      visits: VariableId.parse(variables.visits),
      troubles: VariableId.parse(variables.troubles),
    },
    services,
    places,
    waves,
    coders: coders.map((coder) => ActorId.parse(coder)),
    themes: themes.map((theme) => ({ id: ThemeId.parse(theme.id), parent: theme.parent === null ? null : ThemeId.parse(theme.parent) })),
    rows,
  };
}
