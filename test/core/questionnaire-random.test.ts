import { expect, test } from 'vitest';
import { openCore } from '../../electron/core/open-core.ts';
import type { CoreClient } from '../../electron/core/rpc/router.ts';
import type { ProjectId, QuestionId, VersionId } from '../../shared/model/ids.ts';
import { QuestionType, type Question, type QuestionnaireVersion } from '../../shared/model/questionnaire.ts';
import { contentOf } from '../support/a-workspace.ts';
import { aDraft, anOption, questionsIn } from './questionnaire-fixture.ts';

/** Mulberry32: the same commands for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Dice {
  readonly random: () => number;
  readonly pick: <T>(items: readonly T[]) => T | undefined;
  readonly word: () => string;
}

function diceFrom(seed: number): Dice {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  return { random, pick, word: () => `ord ${Math.floor(random() * 50)}` };
}

interface World {
  readonly client: CoreClient;
  readonly dice: Dice;
  readonly projectId: ProjectId;
  readonly version: QuestionnaireVersion;
  readonly questions: readonly Question[];
}

/** One command of the designer or the bank on the version as it is now. */
async function oneCommand(world: World): Promise<unknown> {
  const { client, dice, version, questions } = world;
  const { random, pick, word } = dice;
  const section = pick(version.sections);
  const question = pick(questions);
  const neighbour = pick(questions)?.id ?? null;
  if (section === undefined) return undefined;
  const { id: sectionId } = section;
  const { id: versionId } = version;
  const chance = random();
  const parentId = random() < 0.3 ? (pick(section.questions.filter(({ type }) => type === 'repeat'))?.id ?? null) : null;
  const designer = client.questionnaires;
  if (question === undefined || chance < 0.2)
    return designer.addQuestion({
      sectionId,
      afterId: neighbour,
      parentId,
      question: { type: pick(QuestionType.options) ?? 'open', wording: { nb: word() } },
    });
  const { id: questionId } = question;
  if (chance < 0.5) return designer.changeQuestion({ questionId, changes: aChange(world, questions) });
  if (chance < 0.6) return designer.moveQuestion({ questionId, sectionId, afterId: neighbour, parentId });
  if (chance < 0.66) return designer.duplicateQuestion({ questionId });
  if (chance < 0.74) return designer.removeQuestion({ questionId });
  if (chance < 0.78) return designer.addSection({ versionId, title: { nb: word() }, afterId: random() < 0.5 ? sectionId : null });
  if (chance < 0.82) return designer.moveSection({ sectionId, afterId: pick(version.sections)?.id ?? null });
  if (chance < 0.84) return designer.removeSection({ sectionId });
  if (chance < 0.87) return designer.changeSection({ sectionId, relevant: `\${${question.name}} = 1` });
  if (chance < 0.9)
    return client.bank.use({ versionId, sectionId, afterId: neighbour, bankQuestionIds: ['rost.kan_velge.1', 'rost.rolle.1'] });
  if (chance < 0.93) return client.bank.keep({ questionId, topic: word(), source: '', licence: '' });
  if (chance < 0.95) return aScale(world);
  if (chance < 0.97) return designer.takeIntoUse({ versionId });
  if (chance < 0.985) return designer.copy({ versionId, projectId: world.projectId, name: word() });
  return designer.setLanguages({ versionId, languages: random() < 0.5 ? ['nb', 'sv'] : ['nb'] });
}

function aChange({ dice: { random, pick, word } }: World, questions: readonly Question[]): object {
  const other = pick(questions);
  const changes = [
    { wording: { nb: word() } },
    { type: pick(QuestionType.options) },
    { name: `v${Math.floor(random() * 40)}` },
    { relevant: `\${${other?.name ?? 'a'}} = 1 and \${q${other?.number ?? '1'}} = 2` },
    { options: [1, 2, 3].slice(Math.floor(random() * 3)).map((code) => anOption(code + Math.floor(random() * 2), word())) },
    { checks: [{ severity: 'soft', expression: `. > \${${other?.name ?? 'a'}}`, message: { nb: word() } }] },
    { isIdentifier: random() < 0.5, isBackground: random() < 0.5, label: { nb: word() } },
    { minimum: random() * 10, maximum: random() * 100 },
  ];
  return pick(changes) ?? {};
}

async function aScale({ client, dice: { random, pick, word }, projectId }: World): Promise<unknown> {
  const { scales } = await client.questionnaires.scales({ projectId });
  const scaleId = random() < 0.6 ? (pick(scales)?.id ?? null) : null;
  return client.questionnaires.saveScale({
    projectId,
    scaleId,
    name: word(),
    direction: 'rising',
    neutralCode: null,
    options: [anOption(1, word()), anOption(2, word())],
  });
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

/** What must always hold of a version: its order is dense, its numbers are those of its outline, repeats stand before what is in them. */
function expectWhole(questions: readonly Question[]): void {
  const seen = new Set<QuestionId>();
  const counts = new Map<QuestionId | null, number>();
  for (const { id, parentId, type, number } of questions) {
    expect(parentId === null || seen.has(parentId)).toBe(true);
    seen.add(id);
    if (type === 'note') {
      expect(number).toBe('');
      continue;
    }
    counts.set(parentId, (counts.get(parentId) ?? 0) + 1);
    const above = questions.find((question) => question.id === parentId);
    expect(number).toBe(`${above === undefined ? '' : `${above.number}.`}${counts.get(parentId) ?? 0}`);
  }
}

test(
  '[F6] [F15] [R55] random commands of the designer: whole at every step, undone to the start and redone to the end, row for row',
  { timeout: 120_000 },
  async () => {
    using core = openCore({ checksRows: false });
    const draft = await aDraft(core);
    const { client, session } = core;
    const dice = diceFrom(20_251_121);
    await client.questionnaires.addQuestion({
      sectionId: draft.sectionId,
      afterId: null,
      parentId: null,
      question: { type: 'open', wording: { nb: 'Først' } },
    });
    const marks = [contentOf(session.workspace.db)];
    let versionId: VersionId = draft.versionId;
    for (let n = 0; n < 180; n += 1) {
      const version = await client.questionnaires.version({ versionId });
      const questions = await questionsIn(core, versionId);
      expectWhole(questions);
      await client.questionnaires.problems({ versionId });
      await oneCommand({ client, dice, projectId: draft.projectId, version, questions }).catch((error: unknown) => {
        expect(['NOT_FOUND', 'NAME_TAKEN', 'LAST_SECTION', 'DESIGN_PROBLEMS', 'VERSION_IN_USE']).toContain(
          (error as { code: string }).code,
        );
      });
      const { status } = await client.questionnaires.version({ versionId });
      if (status !== 'draft') ({ versionId } = await client.questionnaires.newVersion({ versionId }));
    }
    marks.push(contentOf(session.workspace.db));
    expect(marks[1]).not.toEqual(marks[0]);
    const undone = await repeat(() => client.history.undo({}));
    expect(undone).toBeGreaterThan(80);
    // What every new workspace holds: the register of places.
    expect(Object.keys(contentOf(session.workspace.db))).toEqual(['place', 'place_change']);
    expect(await repeat(() => client.history.redo({}))).toBe(undone);
    expect(contentOf(session.workspace.db)).toEqual(marks[1]);
  },
);
