import { describe, expect, it } from 'vitest';
import type { SqlParams } from '../../electron/core/db/statements.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { GridScope, TextPlace } from '../../shared/contract/coding.ts';
import { makeCodingFixture, type CodingFixture } from './coding-fixture.ts';

const lines = ['Mange venter lenge på svar.', 'Treffstedet er viktig.\n\nIngen vil ha det stengt om sommeren.'];
const transcript = 'Intervjuer: Hvordan gikk det?\nKari ønsket å flytte 😀.\n   \nHun ventet elleve uker.';

function put(core: Core, work: (insert: (table: string, row: SqlParams) => void, id: () => string) => void): void {
  const { workspace } = core.session;
  workspace.operations.run({ ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: true }, () =>
    work(
      (table, row) => workspace.sql.insert(table, row),
      () => workspace.newId(),
    ),
  );
}

/** A meeting with two lines of minutes, and a transcript of the first person's interview. */
async function start(): Promise<{ core: Core; at: CodingFixture }> {
  const core = openCore();
  const at = await makeCodingFixture(core, [{ code: 'R001', body: 'Ventetiden.', age: 2 }]);
  put(core, (insert, id) => {
    const [meeting, item] = [id(), id()];
    insert('meeting', {
      id: meeting,
      project_id: at.projectId,
      kind: 'dialogue-meeting',
      title: 'Dialogmøte',
      status: 'held',
      held_on: '2026-02-03',
    });
    insert('agenda_item', { id: item, meeting_id: meeting, ordinal: 1, title: 'Treffstedet' });
    for (const [ordinal, body] of lines.entries()) {
      const text = id();
      insert('text', {
        id: text,
        project_id: at.projectId,
        kind: 'minutes',
        meeting_id: meeting,
        language: 'nb',
        said_on: '2026-02-03',
        body,
      });
      insert('minute_line', { id: id(), meeting_id: meeting, agenda_item_id: item, ordinal: ordinal + 1, text_id: text });
    }
    const text = id();
    insert('text', { id: text, project_id: at.projectId, kind: 'document', interview_key: 1, language: 'nb', body: transcript });
    const { actorId } = core.session.workspace.sourceFor('fixture');
    insert('document', {
      id: id(),
      project_id: at.projectId,
      text_id: text,
      title: 'Samtale med R001',
      kind: 'transcript',
      added_by: actorId,
      added_at: '2026-02-04T10:00:00.000Z',
    });
    insert('text_turn', { id: id(), text_id: text, start_offset: 0, end_offset: 29, speaker: 'Intervjuer' });
    insert('text_turn', { id: id(), text_id: text, start_offset: 30, end_offset: transcript.length, speaker: 'Kari' });
  });
  return { core, at };
}

function scopeOf(at: CodingFixture, kind: 'minutes' | 'documents', more: Partial<GridScope> = {}): GridScope {
  return { projectId: at.projectId, source: { kind }, ...more };
}

describe('minutes and documents in rows', () => {
  it('shows every paragraph with the meeting and the item of the agenda it stands under [F47]', async () => {
    const { core, at } = await start();
    using _ = core;
    const { rows, total } = await core.client.coding.grid({ ...scopeOf(at, 'minutes'), from: 0, limit: 50 });
    expect(total).toBe(3);
    expect(rows.map((row) => [row.body, row.heading?.title, row.heading?.item, row.heading?.on, row.range === null])).toEqual([
      ['Mange venter lenge på svar.', 'Dialogmøte', 'Treffstedet', '2026-02-03', true],
      ['Treffstedet er viktig.', 'Dialogmøte', 'Treffstedet', '2026-02-03', false],
      ['Ingen vil ha det stengt om sommeren.', 'Dialogmøte', 'Treffstedet', '2026-02-03', false],
    ]);
    const { minutes, documents } = await core.client.coding.questions({ projectId: at.projectId });
    expect({ minutes, documents }).toEqual({ minutes: { meetings: 1, texts: 2, coded: 0 }, documents: { texts: 1, coded: 0 } });
  });

  it('codes a paragraph as that range of its text, also behind an emoji, and the text view shows the same [F46] [F45]', async () => {
    const { core, at } = await start();
    using _ = core;
    const scope = scopeOf(at, 'documents');
    const { rows } = await core.client.coding.grid({ ...scope, from: 0, limit: 50 });
    expect(rows.map((row) => [row.body, row.heading?.item, row.code])).toEqual([
      ['Intervjuer: Hvordan gikk det?', 'Intervjuer', 'R001'],
      ['Kari ønsket å flytte 😀.', 'Kari', 'R001'],
      ['Hun ventet elleve uker.', 'Kari', 'R001'],
    ]);
    const last = rows[2];
    if (last?.textId == null) throw new Error('no third paragraph');
    const place: TextPlace = { textId: last.textId, range: last.range };
    await core.client.coding.apply({ textIds: [], places: [place], themeId: at.themes.waiting });
    const [coding] = (await core.client.texts.read({ textId: last.textId })).codings;
    expect(transcript.slice(coding?.start, coding?.end)).toBe('Hun ventet elleve uker.');
    expect(coding?.isWhole).toBe(false);
    const after = await core.client.coding.grid({ ...scope, from: 0, limit: 50 });
    expect(after.rows.map((row) => row.codings.length)).toEqual([0, 0, 1]);
    // The theme's person is the one whose interview it is.
    const tree = await core.client.themes.tree({ projectId: at.projectId });
    expect(tree.themes.find((theme) => theme.id === at.themes.waiting)?.personCount).toBe(1);
    expect((await core.client.coding.nextRow({ ...scope, from: -1, direction: 'down', needs: 'uncoded' })).index).toBe(0);
    expect((await core.client.coding.nextRow({ ...scope, from: 1, direction: 'down', needs: 'uncoded' })).index).toBeNull();
  });

  it('filters and sorts paragraphs by themselves, and repeats the themes of one on another [F47]', async () => {
    const { core, at } = await start();
    using _ = core;
    const scope = scopeOf(at, 'documents');
    const { places } = await core.client.coding.places(scope);
    const [first, second, third] = places;
    if (first?.range == null || second === undefined || third === undefined) throw new Error('three paragraphs');
    await core.client.coding.apply({ textIds: [], places: [first], themeId: at.themes.information, polarity: 'negative' });
    await core.client.coding.applySame({ textIds: [], places: [third], likeTextId: first.textId, likeRange: first.range });
    const bodies = async (more: Partial<GridScope>): Promise<string[]> =>
      (await core.client.coding.grid({ ...scopeOf(at, 'documents', more), from: 0, limit: 50 })).rows.map((row) => row.body.slice(0, 4));
    expect(await bodies({ filter: { only: 'uncoded' } })).toEqual(['Kari']);
    expect(await bodies({ filter: { polarities: ['negative'] } })).toEqual(['Inte', 'Hun ']);
    expect(await bodies({ filter: { words: 'uker' } })).toEqual(['Hun ']);
    expect(await bodies({ sort: { by: 'length', direction: 'up' } })).toEqual(['Hun ', 'Kari', 'Inte']);
    expect(
      await bodies({
        filter: {
          answers: [
            {
              variableId: (await core.client.coding.columns({ projectId: at.projectId })).columns[0]?.variableId ?? at.variableId,
              codes: [2],
            },
          ],
        },
      }),
    ).toHaveLength(3);
  });

  it('coded blind, nobody learns from the grid what others have put or where they differ [F60]', async () => {
    const { core, at } = await start();
    using _ = core;
    const textId = at.texts.get('R001') ?? '';
    put(core, (insert, id) => {
      const other = id();
      insert('actor', { id: other, name: 'Solfrid', initials: 'ST' });
      insert('coding', {
        id: id(),
        text_id: textId,
        theme_id: at.themes.waiting,
        coder_id: other,
        is_whole: 1,
        start_offset: 0,
        end_offset: 11,
        coded_at: '2026-02-01T10:00:00.000Z',
      });
    });
    const scope: GridScope = { projectId: at.projectId, source: { kind: 'answers', variableIds: [at.variableId] } };
    const count = async (filter: GridScope['filter']): Promise<number> =>
      (await core.client.coding.grid({ ...scope, ...(filter === undefined ? {} : { filter }), from: 0, limit: 9 })).total;
    const [place] = (await core.client.coding.places(scope)).places;
    if (place === undefined) throw new Error('one answer');
    await core.client.coding.apply({ textIds: [], places: [place], themeId: at.themes.information });
    expect([
      await count({ only: 'disagreement' }),
      await count({ themes: [{ themeId: at.themes.waiting, has: true, isBranch: false }] }),
    ]).toEqual([1, 1]);
    expect((await core.client.coding.nextRow({ ...scope, from: -1, direction: 'down', needs: 'attention' })).index).toBe(0);
    put(core, (insert, id) => insert('coding_setting', { id: id(), project_id: at.projectId, is_blind: 1 }));
    expect([
      await count({ only: 'disagreement' }),
      await count({ themes: [{ themeId: at.themes.waiting, has: true, isBranch: false }] }),
    ]).toEqual([0, 0]);
    expect((await core.client.coding.nextRow({ ...scope, from: -1, direction: 'down', needs: 'attention' })).index).toBeNull();
    const { isBlind, coders } = await core.client.coding.columns({ projectId: at.projectId });
    expect([isBlind, coders.length]).toEqual([true, 1]);
    // Mine alone: the other's coding does not show through the count either.
    expect((await core.client.coding.questions({ projectId: at.projectId })).questions[0]?.coded).toBe(1);
  });
});
