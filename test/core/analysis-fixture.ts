import type { SqlParams } from '../../electron/core/db/statements.ts';
import type { Core } from '../../electron/core/open-core.ts';
import { ProjectId, VariableId, WaveId } from '../../shared/model/ids.ts';
import { aPath } from '../support/a-workspace.ts';

/** One stored answer: a code, several codes, a number, or a reason; `state` as entry leaves it. */
export interface Given {
  readonly code?: number;
  readonly txt?: string;
  readonly num?: number;
  readonly missing?: string;
  readonly state?: string;
}

/** One interview. `service` 1–3, `respekt` and `info` on a scale of five, `brukt` several of four, `uker` a number. */
export interface Person {
  readonly code: string;
  readonly wave?: 1 | 2;
  readonly status?: string;
  readonly isWithdrawn?: boolean;
  readonly answers: Readonly<Partial<Record<Asked, Given>>>;
  readonly themes?: readonly string[];
}

export const asked = ['tjeneste', 'respekt', 'info', 'brukt', 'uker'] as const;
export type Asked = (typeof asked)[number];

export interface AnalysisFixture {
  readonly projectId: ProjectId;
  readonly variables: Readonly<Record<Asked, VariableId>>;
  readonly waves: readonly [WaveId, WaveId];
  readonly respondents: ReadonlyMap<string, string>;
}

const types = { tjeneste: 'one', respekt: 'scale', info: 'scale', brukt: 'several', uker: 'number' } as const;
const labels = {
  nb: ['Helt uenig', 'Litt uenig', 'Verken eller', 'Litt enig', 'Helt enig'],
  used: ['Samtaler', 'Dagsenter', 'Treffsted', 'Ingen'],
  services: ['Botjenesten', 'Rustjenesten', 'Dagsenteret'],
};

/** A new workspace with one project, two waves, five questions, a small theme tree and the given interviews. */
export async function makeAnalysisFixture(core: Core, people: readonly Person[], project: SqlParams = {}): Promise<AnalysisFixture> {
  await core.client.workspace.create({ path: aPath() });
  const { workspace } = core.session;
  const id = (): string => workspace.newId();
  const ids = {
    project: id(),
    wave1: id(),
    wave2: id(),
    form: id(),
    version: id(),
    background: id(),
    section: id(),
    scale: id(),
    question: id(),
  };
  const variables = Object.fromEntries(asked.map((name) => [name, id()]));
  const themes: Record<string, string> = { Tilgang: id(), Ventetid: id(), Informasjon: id() };
  const respondents = new Map<string, string>();
  const intent = { ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false };
  workspace.operations.run(intent, () => {
    const put = (table: string, row: SqlParams): void => workspace.sql.insert(table, row);
    put('project', { id: ids.project, kind: 'user-evaluation', name: 'Bruker Spør Bruker', status: 'running', ...project });
    put('wave', { id: ids.wave1, project_id: ids.project, ordinal: 1, name: 'Våren 2023', frame_count: 400, frame_precision: 'about' });
    put('wave', { id: ids.wave2, project_id: ids.project, ordinal: 2, name: 'Våren 2025', frame_count: 200, frame_precision: 'exact' });
    put('questionnaire', { id: ids.form, project_id: ids.project, name: 'Skjema' });
    put('questionnaire_version', { id: ids.version, questionnaire_id: ids.form, number: 1, status: 'in-use', languages: 'nb' });
    put('section', { id: ids.background, version_id: ids.version, ordinal: 1, title: '{"nb":"Om deg"}' });
    put('section', { id: ids.section, version_id: ids.version, ordinal: 2, title: '{"nb":"Å bli møtt"}' });
    put('scale', { id: ids.scale, name: 'enighet', direction: 'rising', neutral_code: 3 });
    labels.nb.forEach((label, at) =>
      put('answer_option', { id: id(), scale_id: ids.scale, code: at + 1, ordinal: at, label: JSON.stringify({ nb: label }) }),
    );
    asked.forEach((name, at) => {
      const question = id();
      put('variable', { id: variables[name] ?? '', project_id: ids.project, name, is_background: name === 'tjeneste' ? 1 : 0 });
      put('question', {
        id: question,
        key: at + 1,
        version_id: ids.version,
        section_id: name === 'tjeneste' ? ids.background : ids.section,
        variable_id: variables[name] ?? '',
        ordinal: at,
        number: String(at + 1),
        type: types[name],
        wording: JSON.stringify({ nb: `Spørsmål om ${name}` }),
        scale_id: types[name] === 'scale' ? ids.scale : null,
        relevant: name === 'uker' ? '${q1} = 1' : null,
      });
      const own = name === 'tjeneste' ? labels.services : name === 'brukt' ? labels.used : [];
      own.forEach((label, code) =>
        put('answer_option', { id: id(), question_id: question, code: code + 1, ordinal: code, label: JSON.stringify({ nb: label }) }),
      );
    });
    Object.entries(themes).forEach(([name, theme], at) => {
      put('theme', {
        id: theme,
        number: `0${at + 1}`,
        parent_id: name === 'Ventetid' ? (themes['Tilgang'] ?? '') : null,
        ordinal: at,
        definition: '{}',
      });
      put('theme_term', { id: id(), theme_id: theme, language: 'nb', kind: 'preferred', term: name });
    });
    const coder = intent.actorId;
    people.forEach((person, index) => {
      const key = index + 1;
      const respondent = respondents.get(person.code) ?? id();
      if (!respondents.has(person.code))
        put('respondent', {
          id: respondent,
          project_id: ids.project,
          code: person.code,
          withdrawn_at: person.isWithdrawn === true ? '2025-01-01T00:00:00.000Z' : null,
        });
      respondents.set(person.code, respondent);
      put('interview', {
        id: id(),
        key,
        project_id: ids.project,
        respondent_id: respondent,
        wave_id: person.wave === 2 ? ids.wave2 : ids.wave1,
        version_id: ids.version,
        kind: 'person',
        mode: 'face-to-face',
        language: 'nb',
        status: person.status ?? 'complete',
        started_at: '2025-01-01T10:00:00.000Z',
      });
      asked.forEach((name, at) => {
        const given = person.answers[name];
        if (given !== undefined)
          put('answer', {
            interview_key: key,
            question_key: at + 1,
            code: given.code ?? null,
            num: given.num ?? null,
            txt: given.txt ?? null,
            missing: given.missing ?? null,
            state: given.state ?? null,
          });
      });
      if (person.themes === undefined) return;
      const text = id();
      put('text', {
        id: text,
        project_id: ids.project,
        kind: 'remark',
        interview_key: key,
        question_key: 2,
        language: 'nb',
        body: 'Ventet lenge.',
      });
      for (const theme of person.themes)
        put('coding', {
          id: id(),
          text_id: text,
          theme_id: themes[theme] ?? '',
          coder_id: coder,
          is_whole: 1,
          start_offset: 0,
          end_offset: 13,
          coded_at: '2025-01-02T10:00:00.000Z',
        });
    });
  });
  return {
    projectId: ProjectId.parse(ids.project),
    // Object.fromEntries forgets the keys; every name of `asked` was put in above.
    variables: Object.fromEntries(
      asked.map((name) => [name, VariableId.parse(variables[name])]),
    ) as unknown as AnalysisFixture['variables'],
    waves: [WaveId.parse(ids.wave1), WaveId.parse(ids.wave2)],
    respondents,
  };
}

/** Numbers from a seed, so that a failure can be seen again (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const reasons = ['dont-know', 'prefer-not-to-say', 'not-applicable', 'skipped', 'illegible', 'not-recorded'] as const;

/** Invented interviews with all kinds of answers, absences and states. */
export function somePeople(count: number, seed: number): Person[] {
  const next = seeded(seed);
  const upTo = (n: number): number => 1 + Math.floor(next() * n);
  return Array.from({ length: count }, (_, at): Person => {
    const scale = (): Given =>
      next() < 0.15
        ? { missing: reasons[upTo(reasons.length) - 1] ?? 'skipped' }
        : { code: Math.min(5, upTo(3) + upTo(3) - 1), ...(next() < 0.05 ? { state: 'parked' } : {}) };
    return {
      code: `R${at + 1}`,
      wave: at % 2 === 0 ? 1 : 2,
      status: next() < 0.1 ? 'started' : next() < 0.2 ? 'verified' : 'complete',
      isWithdrawn: next() < 0.06,
      answers: {
        tjeneste: next() < 0.05 ? { missing: 'prefer-not-to-say' } : { code: next() < 0.15 ? 3 : upTo(2) },
        respekt: scale(),
        ...(next() < 0.9 ? { info: scale() } : {}),
        brukt: next() < 0.1 ? { missing: 'dont-know' } : { txt: [1, 2, 3].filter(() => next() < 0.4).join(' ') || '4' },
        ...(next() < 0.5 ? { uker: { num: Math.floor(next() * 40) } } : {}),
      },
      ...(next() < 0.6 ? { themes: ['Tilgang', 'Ventetid', 'Informasjon'].filter(() => next() < 0.5) } : {}),
    };
  });
}
