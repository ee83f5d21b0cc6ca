import { expect, test } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { CoreClient } from '../../electron/core/rpc/router.ts';
import type { EnteredValue } from '../../shared/model/answer.ts';
import type { ActionId, InterviewId, ProjectId, TextId, ThemeId } from '../../shared/model/ids.ts';
import type { Question } from '../../shared/model/questionnaire.ts';
import { buildSample } from '../../scripts/sample/build-sample.ts';
import { aPath, contentOf } from '../support/a-workspace.ts';

/** Mulberry32: the same thousand commands for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface World {
  readonly client: CoreClient;
  readonly random: () => number;
  readonly projectId: ProjectId;
  readonly questions: readonly Question[];
  readonly interviews: InterviewId[];
  readonly themes: ThemeId[];
  readonly texts: readonly TextId[];
  readonly actions: readonly ActionId[];
}

function pick<T>(world: World, items: readonly T[]): T {
  const item = items[Math.floor(world.random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

async function aWorld(core: Core, seed: number): Promise<World> {
  const { client } = core;
  const project = (await client.projects.list({})).projects.find((entry) => entry.kind === 'user-evaluation');
  if (project === undefined) throw new Error('the sample has an evaluation');
  const form = await client.interviews.startForm({ projectId: project.id });
  if (form.values === null) throw new Error('the sample has waves and versions');
  const version = await client.questionnaires.version({ versionId: form.values.versionId });
  const rows = (await client.interviews.list({ projectId: project.id, limit: 500 })).rows;
  return {
    client,
    random: randomFrom(seed),
    projectId: project.id,
    questions: version.sections.flatMap((section) => section.questions),
    interviews: rows.filter((row) => row.status === 'started' || row.status === 'partial').map((row) => row.id),
    themes: (await client.themes.tree({})).themes.map((theme) => theme.id),
    // Ids as the file holds them.
    texts: core.session.workspace.db.prepare("SELECT id FROM text WHERE kind = 'answer' ORDER BY id LIMIT 80").pluck().all() as TextId[],
    actions: (await client.actions.list({})).actions.map((action) => action.id),
  };
}

function aValue(world: World, question: Question): EnteredValue {
  const chance = world.random();
  const reason = question.reasons[Math.floor(world.random() * question.reasons.length)];
  if (chance < 0.1 && reason !== undefined) return { kind: 'missing', reason };
  if (chance < 0.15) return { kind: 'clear' };
  if (question.type === 'open') return { kind: 'text', text: `Svar ${Math.floor(world.random() * 1e6)} æøå 👍` };
  if (question.type === 'number') return { kind: 'number', number: Math.floor(world.random() * 60) };
  if (question.type === 'several' || question.type === 'rank')
    return { kind: 'codes', codes: [...new Set([1, 2, 3].map(() => 1 + Math.floor(world.random() * 8)))] };
  return { kind: 'code', code: 1 + Math.floor(world.random() * 4) };
}

/** One command of the contract. What the core refuses for a reason of its own is no failure here: it has changed nothing. */
async function oneCommand(world: World): Promise<void> {
  const { client, random } = world;
  const chance = random();
  const interviewId = pick(world, world.interviews);
  const question = pick(world, world.questions);
  const text = `Ord ${Math.floor(random() * 1e6)}`;
  if (chance < 0.4) await client.interviews.answer({ interviewId, questionId: question.id, value: aValue(world, question) });
  else if (chance < 0.45)
    await client.interviews.remark({ interviewId, questionId: random() < 0.5 ? question.id : null, text: random() < 0.2 ? '' : text });
  else if (chance < 0.48) await startOne(world);
  else if (chance < 0.5) await client.interviews.endPartial({ interviewId });
  else if (chance < 0.72)
    await client.coding.apply({ textIds: [pick(world, world.texts), pick(world, world.texts)], themeId: pick(world, world.themes) });
  else if (chance < 0.78)
    await client.coding.apply({ textIds: [pick(world, world.texts)], themeId: pick(world, world.themes), range: { start: 0, end: 4 } });
  else if (chance < 0.83) await client.coding.noTheme({ textIds: [pick(world, world.texts)], isOn: random() < 0.7 });
  else if (chance < 0.88) await client.themes.rename({ themeId: pick(world, world.themes), term: text, language: 'nb' });
  else if (chance < 0.9) world.themes.push((await client.themes.create({ term: text, language: 'sv' })).themeId);
  else if (chance < 0.93) await client.themes.setSynonyms({ themeId: pick(world, world.themes), language: 'en', synonyms: [text] });
  else if (chance < 0.95)
    await client.coding.setQuickTheme({
      projectId: world.projectId,
      digit: 1 + Math.floor(random() * 9),
      themeId: pick(world, world.themes),
    });
  else if (chance < 0.98)
    await client.actions.setStatus({ actionId: pick(world, world.actions), status: 'under-way', happenedOn: '2025-12-01' });
  else await client.projects.create({ name: text, kind: 'survey', contentLanguage: 'nb' });
}

async function startOne(world: World): Promise<void> {
  const form = await world.client.interviews.startForm({ projectId: world.projectId });
  if (form.values === null) return;
  const started = await world.client.interviews.start({ ...form.values, projectId: world.projectId, consentGivenOn: form.values.heldOn });
  world.interviews.push(started.interviewId);
}

async function repeat(step: () => Promise<unknown>): Promise<number> {
  for (let count = 0; ; count += 1) {
    try {
      await step();
    } catch (error) {
      expect(error).toMatchObject({ code: 'NOTHING_TO_UNDO' });
      return count;
    }
  }
}

test(
  '[F34] [F53] [F54] a thousand random commands, all undone: the start, row for row; all redone: the end; also across a restart',
  { timeout: 180_000 },
  async () => {
    const path = aPath('Fjordvik.rost');
    buildSample(path);
    const first = openCore({ checksRows: false });
    await first.client.workspace.open({ path });
    const world = await aWorld(first, 20_251_208);
    const start = contentOf(first.session.workspace.db);
    let refused = 0;
    for (let n = 0; n < 1000; n += 1)
      await oneCommand(world).catch((error: unknown) => {
        expect([
          'NOT_ASKED',
          'NO_SUCH_CODE',
          'OUT_OF_RANGE',
          'REASON_NEEDED',
          'THEME_EXISTS',
          'NOT_FOUND',
          'RANGE_OUTSIDE_TEXT',
          'REASON_NOT_OFFERED',
          'NO_CONSENT',
        ]).toContain((error as { code: string }).code);
        refused += 1;
      });
    expect(refused).toBeLessThan(500);
    const end = contentOf(first.session.workspace.db);
    expect(end).not.toEqual(start);
    for (let n = 0; n < 150; n += 1) await first.client.history.undo({});
    first[Symbol.dispose]();

    using second = openCore({ checksRows: false });
    await second.client.workspace.open({ path });
    const undone = 150 + (await repeat(() => second.client.history.undo({})));
    expect(undone).toBeGreaterThan(400);
    expect(contentOf(second.session.workspace.db)).toEqual(start);
    const redone = await repeat(() => second.client.history.redo({}));
    expect(redone).toBe(undone);
    expect(contentOf(second.session.workspace.db)).toEqual(end);
  },
);
