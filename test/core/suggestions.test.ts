import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { foldOf } from '../../shared/learning/index.ts';
import { RespondentId, type TextId, type ThemeId } from '../../shared/model/ids.ts';
import { makeCodingFixture, type CodingFixture, type Said } from './coding-fixture.ts';
import { finish, hashTables } from './survey-upload-fixture.ts';

const waiting = ['Ventetiden var altfor lang', 'Måtte vente i måneder på time', 'Lang ventetid før noen ringte', 'Jeg ventet hele våren'];
const information = [
  'Fikk ikke nok informasjon',
  'Brevet med informasjon kom aldri',
  'Mer informasjon på nett, takk',
  'Informasjonen var uklar',
];

/** Persons 0–39 speak of one of two things and get coded; 40–59 are left. Number 59 says something else. */
const said: Said[] = Array.from({ length: 60 }, (_, at) => ({
  code: `R${String(at).padStart(3, '0')}`,
  body: at === 59 ? 'Fin utsikt' : `${(at % 2 === 0 ? waiting : information)[(at >> 1) % 4]}. Nummer ${at}.`,
}));

const textOf = ({ texts }: CodingFixture, at: number): TextId => {
  const id = texts.get(said[at]?.code ?? '');
  if (id === undefined) throw new Error('no such text');
  return id;
};

async function codedFixture(core: Core, count = 40): Promise<CodingFixture> {
  const fixture = await makeCodingFixture(core, said);
  for (const [at, themeId] of [fixture.themes.waiting, fixture.themes.information].entries()) {
    const textIds = Array.from({ length: count }, (_, n) => n)
      .filter((n) => n % 2 === at)
      .map((n) => textOf(fixture, n));
    await core.client.coding.apply({ textIds, themeId });
  }
  return fixture;
}

/** What is suggested once nothing is being learnt any more. */
async function settled(core: Core, { projectId }: CodingFixture, textIds: readonly TextId[]) {
  return expect
    .poll(async () => (await core.client.suggestions.forTexts({ projectId, textIds: [...textIds] })).state, { timeout: 20_000 })
    .not.toBe('learning')
    .then(() => core.client.suggestions.forTexts({ projectId, textIds: [...textIds] }));
}

const all = (fixture: CodingFixture): TextId[] => said.map((_, at) => textOf(fixture, at));

function themesFor(answer: Awaited<ReturnType<typeof settled>>, textId: TextId): ThemeId[] {
  return answer.texts.find((one) => one.textId === textId)?.themes.map(({ themeId }) => themeId) ?? [];
}

describe('suggestions', () => {
  it('are off until somebody switches them on, and then stand on uncoded answers only, with their words', async () => {
    using core = openCore();
    const fixture = await codedFixture(core);
    const { projectId } = fixture;
    expect(await core.client.suggestions.forTexts({ projectId, textIds: all(fixture) })).toMatchObject({
      isOn: false,
      state: 'off',
      texts: [],
    });
    await core.client.suggestions.setOn({ projectId, isOn: true });
    const before = hashTables(core, 'logged');
    const answer = await settled(core, fixture, all(fixture));
    expect(answer).toMatchObject({ isOn: true, state: 'ready', learnt: { texts: 40, persons: 40, changedSince: 0 } });
    expect(answer.texts.length).toBeGreaterThan(15);
    const uncoded = new Set(Array.from({ length: 20 }, (_, at) => textOf(fixture, 40 + at)));
    for (const { textId, themes } of answer.texts) {
      expect(uncoded.has(textId)).toBe(true);
      const at = all(fixture).indexOf(textId);
      const body = said[at]?.body ?? '';
      expect(themes[0]?.themeId).toBe(at % 2 === 0 ? fixture.themes.waiting : fixture.themes.information);
      for (const { sureness, words } of themes) {
        expect(sureness).toBeGreaterThanOrEqual(0.3);
        expect(words.length).toBeGreaterThan(0);
        for (const { start, end } of words) expect(body.slice(start, end)).toMatch(/^\p{L}+$/u);
      }
    }
    expect(themesFor(answer, textOf(fixture, 59))).toEqual([]);
    // Nothing of it is anywhere in the file: it cannot be counted or exported.
    expect(hashTables(core, 'logged')).toEqual(before);
    expect((await core.client.history.list({ limit: 1 })).entries[0]?.labelId).toBe('suggestions.setOn.undo');
    const listed = await expect
      .poll(async () => core.client.suggestions.withSuggestions({ projectId, variableId: fixture.variableId }), { timeout: 20_000 })
      .toMatchObject({ state: 'ready' })
      .then(() => core.client.suggestions.withSuggestions({ projectId, variableId: fixture.variableId }));
    expect(listed.textIds.toSorted()).toEqual(answer.texts.map(({ textId }) => textId).toSorted());
    await core.client.history.undo({});
    expect((await core.client.suggestions.forTexts({ projectId, textIds: all(fixture) })).state).toBe('off');
  }, 60_000);

  it('become codings that say so when they are accepted, and never come back when they are dismissed', async () => {
    using core = openCore();
    const fixture = await codedFixture(core);
    const { projectId } = fixture;
    await core.client.suggestions.setOn({ projectId, isOn: true });
    await settled(core, fixture, all(fixture));
    const [first, second] = [textOf(fixture, 40), textOf(fixture, 42)];
    const themeId = fixture.themes.waiting;
    expect(await core.client.suggestions.accept({ textId: first, themeId })).toMatchObject({
      textId: first,
      codings: [{ themeId, origin: 'accepted-suggestion', isWhole: true, isMine: true }],
    });
    await core.client.suggestions.reject({ textId: second, themeId });
    const now = await settled(core, fixture, all(fixture));
    expect(themesFor(now, first)).not.toContain(themeId);
    expect(themesFor(now, second)).not.toContain(themeId);
    // More coding, and it is learnt anew: what was dismissed stays away.
    await core.client.coding.apply({ textIds: [44, 46, 48, 50, 52, 54].map((at) => textOf(fixture, at)), themeId });
    await settled(core, fixture, all(fixture));
    await expect
      .poll(async () => (await core.client.suggestions.forTexts({ projectId, textIds: [second] })).learnt, { timeout: 20_000 })
      .toMatchObject({ texts: 47, changedSince: 0 });
    expect(themesFor(await settled(core, fixture, all(fixture)), second)).not.toContain(themeId);
    expect((await core.client.suggestions.withSuggestions({ projectId })).textIds).not.toContain(second);
    await core.client.history.undo({});
    await core.client.history.undo({});
    expect(themesFor(await settled(core, fixture, all(fixture)), second)).toContain(themeId);
    await core.client.history.undo({});
    expect(themesFor(await settled(core, fixture, all(fixture)), first)).toContain(themeId);
  }, 60_000);

  it('any accepting and dismissing, undone, leaves the file as it was', async () => {
    using core = openCore();
    const fixture = await codedFixture(core);
    await core.client.suggestions.setOn({ projectId: fixture.projectId, isOn: true });
    const deed = fc.record({ at: fc.integer({ min: 40, max: 59 }), isWaiting: fc.boolean(), isAccepted: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 12 }), async (deeds) => {
        const before = hashTables(core, 'logged');
        const latest = async () => (await core.client.history.list({ limit: 1 })).entries[0]?.seq ?? 0;
        let changes = 0;
        for (const { at, isWaiting, isAccepted } of deeds) {
          const pair = { textId: textOf(fixture, at), themeId: isWaiting ? fixture.themes.waiting : fixture.themes.information };
          const seq = await latest();
          await (isAccepted ? core.client.suggestions.accept(pair) : core.client.suggestions.reject(pair));
          // What stands there already is no change, and so no step.
          if ((await latest()) > seq) changes += 1;
        }
        for (let n = 0; n < changes; n += 1) await core.client.history.undo({});
        expect(hashTables(core, 'logged')).toEqual(before);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('wait until ten persons have a theme, and say so', async () => {
    using core = openCore();
    const fixture = await codedFixture(core, 18);
    await core.client.suggestions.setOn({ projectId: fixture.projectId, isOn: true });
    expect(await settled(core, fixture, all(fixture))).toMatchObject({ state: 'too-little', learnt: { texts: 18 }, texts: [] });
    expect(await core.client.suggestions.quality({ projectId: fixture.projectId })).toMatchObject({
      measured: null,
      fewestPersons: 10,
      themes: [{ persons: 9, isSuggested: false, measured: null, words: [] }, { persons: 9 }],
    });
  });

  it('are not learnt from anybody who has withdrawn, from that moment on', async () => {
    using core = openCore();
    const fixture = await codedFixture(core);
    await core.client.suggestions.setOn({ projectId: fixture.projectId, isOn: true });
    expect((await settled(core, fixture, all(fixture))).learnt?.persons).toBe(40);
    const { workspace } = core.session;
    const gone = [...fixture.respondents.values()].slice(0, 22);
    workspace.operations.run({ ...workspace.sourceFor('test'), kind: 'test', labelId: 'test', isUndoable: true }, () => {
      for (const id of gone) workspace.sql.run("UPDATE respondent SET withdrawn_at = '2026-05-01T08:00:00.000Z' WHERE id = :id", { id });
    });
    // What was known of them is not used once more, not even while the rest is learnt.
    expect(await core.client.suggestions.forTexts({ projectId: fixture.projectId, textIds: all(fixture) })).toMatchObject({
      state: 'learning',
      texts: [],
    });
    expect(await settled(core, fixture, all(fixture))).toMatchObject({ state: 'too-little', learnt: { persons: 18 } });
  });

  it('are not learnt from anybody who declined or was erased, from that moment on', async () => {
    using core = openCore();
    const fixture = await codedFixture(core);
    const { projectId } = fixture;
    await core.client.suggestions.setOn({ projectId, isOn: true });
    expect((await settled(core, fixture, all(fixture))).learnt?.persons).toBe(40);
    const { workspace } = core.session;
    workspace.operations.run({ ...workspace.sourceFor('test'), kind: 'test', labelId: 'test', isUndoable: true }, () => {
      workspace.sql.run("UPDATE interview SET status = 'declined' WHERE respondent_id = :id", {
        id: fixture.respondents.get('R038') ?? '',
      });
    });
    expect((await core.client.suggestions.forTexts({ projectId, textIds: all(fixture) })).state).toBe('learning');
    expect(await settled(core, fixture, all(fixture))).toMatchObject({ learnt: { persons: 39 } });
    const respondentId = RespondentId.parse(fixture.respondents.get('R039'));
    await finish(core.client.fieldwork.erase({ respondentId, typedCode: 'R039' }));
    expect((await core.client.suggestions.forTexts({ projectId, textIds: all(fixture) })).state).toBe('learning');
    expect(await settled(core, fixture, all(fixture))).toMatchObject({ learnt: { persons: 38 } });
  });

  it('that were dismissed go with the words of whoever is erased, from the log too', async () => {
    using core = openCore();
    const fixture = await codedFixture(core);
    await core.client.suggestions.reject({ textId: textOf(fixture, 40), themeId: fixture.themes.waiting });
    const respondentId = RespondentId.parse(fixture.respondents.get('R040'));
    const count = (): unknown => core.session.workspace.db.prepare('SELECT count(*) FROM suggestion_rejection').pluck().get();
    const images = (): unknown =>
      core.session.workspace.db.prepare("SELECT count(*) FROM op_change WHERE table_name = 'suggestion_rejection'").pluck().get();
    expect([count(), images()]).toEqual([1, 1]);
    await finish(core.client.fieldwork.erase({ respondentId, typedCode: 'R040' }));
    expect([count(), images()]).toEqual([0, 0]);
  });

  it('come from the asker alone where coding is blind', async () => {
    using core = openCore();
    const fixture = await codedFixture(core);
    const { projectId } = fixture;
    const { workspace } = core.session;
    const other = workspace.newId();
    workspace.sql.insert('actor', { id: other, user_name: 'kari', name: 'Kari', initials: 'KA' });
    workspace.operations.run({ ...workspace.sourceFor('test'), kind: 'test', labelId: 'test', isUndoable: true }, () => {
      workspace.sql.insert('coding_setting', { id: workspace.newId(), project_id: projectId, is_suggesting: 1, is_blind: 1 });
      workspace.sql.run('UPDATE coding SET coder_id = :other WHERE theme_id = :themeId', { other, themeId: fixture.themes.information });
    });
    const answer = await settled(core, fixture, all(fixture));
    expect(answer.learnt).toMatchObject({ texts: 20, persons: 20 });
    expect(new Set(answer.texts.flatMap(({ themes }) => themes.map(({ themeId }) => themeId)))).not.toContain(fixture.themes.information);
    expect(await core.client.suggestions.quality({ projectId })).toMatchObject({ isOwnOnly: true });
  });

  it('are measured on people held out, theme by theme, and not on what was suggested', async () => {
    using core = openCore();
    const fixture = await codedFixture(core);
    const { projectId } = fixture;
    await core.client.suggestions.setOn({ projectId, isOn: true });
    await settled(core, fixture, all(fixture));
    const quality = await core.client.suggestions.quality({ projectId });
    expect(quality.measured).toMatchObject({ texts: 40, persons: 40, overall: { coded: 40, codedPersons: 40 } });
    expect(quality.themes.map(({ persons, isSuggested, measured }) => [persons, isSuggested, measured?.codedPersons])).toEqual([
      [20, true, 20],
      [20, true, 20],
    ]);
    const waitingWords = quality.themes.find(({ themeId }) => themeId === fixture.themes.waiting)?.words.map(({ text }) => text) ?? [];
    expect(waitingWords.some((word) => word.startsWith('vent'))).toBe(true);
    expect(new Set([...fixture.respondents.values()].slice(0, 40).map(foldOf)).size).toBeGreaterThan(1);
    for (const at of [40, 42, 44, 46, 48, 50])
      await core.client.suggestions.accept({ textId: textOf(fixture, at), themeId: fixture.themes.waiting });
    await expect
      .poll(async () => (await core.client.suggestions.quality({ projectId })).learnt, { timeout: 20_000 })
      .toMatchObject({ texts: 46, changedSince: 0 });
    expect((await core.client.suggestions.quality({ projectId })).measured).toMatchObject({ texts: 40 });
  });
});
