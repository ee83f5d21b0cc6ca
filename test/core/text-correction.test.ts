import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SqlParams } from '../../electron/core/db/statements.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { Coding } from '../../shared/contract/coding.ts';
import { InterviewId, QuestionId, type TextId } from '../../shared/model/ids.ts';
import { characters } from '../../shared/texts/index.ts';
import { z } from 'zod';
import { markOf } from '../support/a-workspace.ts';
import { makeCodingFixture, textOf, type CodingFixture } from './coding-fixture.ts';

const waiting = 'Ventetiden. Ellve uker uten å høre noe. Jeg trodde de hadde glemt meg 😀.';
const said = [
  { code: 'R001', body: waiting },
  { code: 'R002', body: 'Stengt hele juli. Angsten tar ikke ferie.' },
];

async function start(): Promise<{ core: Core; at: CodingFixture; textId: TextId }> {
  const core = openCore();
  const at = await makeCodingFixture(core, said);
  return { core, at, textId: textOf(at, 'R001') };
}

/** Codes some words of the text. */
async function code(core: Core, at: CodingFixture, words: string, theme = at.themes.waiting): Promise<void> {
  const textId = textOf(at, 'R001');
  const { body } = await core.client.texts.read({ textId });
  const start = body.indexOf(words);
  await core.client.coding.apply({ textIds: [textId], themeId: theme, range: { start, end: start + words.length } });
}

function words(text: { readonly body: string; readonly codings: readonly Coding[] }): string[] {
  return text.codings.map((coding) => `${text.body.slice(coding.start, coding.end)}${coding.isDoubtful ? ' ?' : ''}`);
}

function put(core: Core, table: string, row: SqlParams): void {
  const { workspace } = core.session;
  const intent = { ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: true };
  workspace.operations.run(intent, () => workspace.sql.insert(table, row));
}

describe('correcting a text', () => {
  it('moves codings, quotes with their marks, and turns; undo brings words and places back in one step [F53] [F55]', async () => {
    const { core, at, textId } = await start();
    using _ = core;
    await code(core, at, 'Ellve uker');
    await code(core, at, 'glemt meg 😀', at.themes.information);
    const { workspace } = core.session;
    const quote = workspace.newId();
    const place = waiting.indexOf('Jeg trodde');
    put(core, 'quote', { id: quote, text_id: textId, start_offset: place, end_offset: waiting.length, status: 'cleared' });
    put(core, 'quote_mark', { id: workspace.newId(), quote_id: quote, start_offset: 4, end_offset: 10, kind: 'other' });
    put(core, 'text_turn', { id: workspace.newId(), text_id: textId, start_offset: 12, end_offset: waiting.length, speaker: 'R001' });
    const before = markOf(workspace.db);
    const corrected = waiting.replace('Ellve', 'Elleve').replace('hadde glemt', 'helt hadde glemt');
    const { text, doubtful, conflict } = await core.client.texts.correct({ textId, body: corrected, base: waiting });
    expect(words(text)).toEqual(['Elleve uker', 'glemt meg 😀']);
    expect([doubtful, conflict]).toEqual([[], null]);
    expect(text.turns.map((turn) => [corrected.slice(turn.start, turn.end), turn.speaker])).toEqual([[corrected.slice(12), 'R001']]);
    const stood = workspace.sql.get(
      z.object({ start: z.int(), end: z.int(), status: z.string(), mark: z.int() }),
      `SELECT quote.start_offset AS start, quote.end_offset AS "end", status, quote_mark.start_offset AS mark
       FROM quote JOIN quote_mark ON quote_id = quote.id WHERE quote.id = :quote`,
      { quote },
    );
    expect(stood).toEqual({ start: place + 1, end: corrected.length, status: 'needs-a-look', mark: 4 });
    await core.client.history.undo({});
    expect(markOf(workspace.db)).toBe(before);
  });

  it('leaves a quote cleared whose own words did not change', async () => {
    const { core, textId } = await start();
    using _ = core;
    const quote = core.session.workspace.newId();
    put(core, 'quote', { id: quote, text_id: textId, start_offset: 0, end_offset: 11, status: 'cleared' });
    await core.client.texts.correct({ textId, body: waiting.replace('Ellve', 'Elleve'), base: waiting });
    const status = core.session.workspace.sql.get(z.object({ status: z.string() }), 'SELECT status FROM quote WHERE id = :quote', {
      quote,
    });
    expect(status).toEqual({ status: 'cleared' });
  });

  it('lists a segment whose words went as doubtful, until it is kept, moved or taken off [F55]', async () => {
    const { core, at, textId } = await start();
    using _ = core;
    await code(core, at, 'Ellve uker uten å høre noe.');
    await code(core, at, 'Jeg trodde', at.themes.information);
    const body = 'Ventetiden. Jeg trodde de hadde glemt meg 😀.';
    const { text, doubtful } = await core.client.texts.correct({ textId, body, base: waiting });
    const [gone, other] = text.codings;
    if (gone === undefined || other === undefined) throw new Error('a coding was lost');
    expect(doubtful).toEqual([gone.id]);
    expect([gone.isDoubtful, other.isDoubtful]).toEqual([true, false]);
    expect(gone.end).toBeGreaterThan(gone.start);
    await core.client.texts.settleDoubtful({ codingIds: [gone.id] });
    expect((await core.client.texts.read({ textId })).codings[0]?.isDoubtful).toBe(false);
    await core.client.history.undo({});
    await core.client.coding.setRange({ codingId: gone.id, range: { start: 0, end: 10 } });
    const { codings } = await core.client.texts.codings({ codingIds: [gone.id] });
    expect(codings).toMatchObject([{ id: gone.id, isDoubtful: false, start: 0, end: 10 }]);
  });

  it('keeps whole answers whole, and counts the person the same [F55]', async () => {
    const { core, at, textId } = await start();
    using _ = core;
    await core.client.coding.apply({ textIds: [textId], themeId: at.themes.waiting });
    const { text } = await core.client.texts.correct({ textId, body: `${waiting} Takk.`, base: waiting });
    expect(text.codings).toMatchObject([{ isWhole: true, start: 0, end: waiting.length + 6, isDoubtful: false }]);
  });

  it('puts two corrections together when they are apart, and hands both back when they are not', async () => {
    const { core, textId } = await start();
    using _ = core;
    const mine = waiting.replace('Ellve', 'Elleve');
    await core.client.texts.correct({ textId, body: waiting.replace('glemt', 'oversett'), base: waiting });
    const apart = await core.client.texts.correct({ textId, body: mine, base: waiting });
    expect(apart.conflict).toBeNull();
    expect(apart.text.body).toBe(mine.replace('glemt', 'oversett'));
    const clash = await core.client.texts.correct({ textId, body: waiting.replace('Ellve', 'Tolv'), base: waiting });
    expect(clash.conflict?.at).toMatch(/^\d{4}-/u);
    expect(clash.text.body).toBe(apart.text.body);
    expect((await core.client.texts.read({ textId })).body).toBe(apart.text.body);
  });

  it('keeps with a finished interview that an answer was changed', async () => {
    const { core, textId } = await start();
    using _ = core;
    await core.client.texts.correct({ textId, body: waiting.replace('Ellve', 'Elleve'), base: waiting });
    const { n } = core.session.workspace.sql.get(z.object({ n: z.int() }), 'SELECT count(*) AS n FROM interview_change') ?? { n: 0 };
    expect(n).toBe(1);
  });

  it('moves codings with the answer that is changed in entry as well [F55]', async () => {
    const { core, at, textId } = await start();
    using _ = core;
    await code(core, at, 'glemt meg');
    const ids = core.session.workspace.sql.get(
      z.object({ interviewId: InterviewId, questionId: QuestionId }),
      'SELECT interview.id AS interviewId, question.id AS questionId FROM interview, question WHERE interview.key = 1 AND question.key = 2',
    );
    if (ids === undefined) throw new Error('no interview');
    const text = waiting.replace('Ellve', 'Elleve').replace('meg', 'meg helt');
    await core.client.interviews.answer({ ...ids, instance: 0, value: { kind: 'text', text }, changeReason: 'other' });
    expect(words(await core.client.texts.read({ textId }))).toEqual(['glemt meg']);
  });

  it('refuses minutes, an empty text, and the text of somebody who has withdrawn', async () => {
    const { core, at, textId } = await start();
    using _ = core;
    const { workspace } = core.session;
    const line = workspace.newId();
    put(core, 'text', { id: line, project_id: at.projectId, kind: 'minutes', language: 'nb', body: 'Vi ble enige.' });
    // An id just made.
    const minutes = { textId: line as TextId, body: 'Vi var enige.', base: 'Vi ble enige.' };
    await expect(core.client.texts.correct(minutes)).rejects.toMatchObject({ code: 'IN_MINUTES' });
    await expect(core.client.texts.correct({ textId, body: '  ', base: waiting })).rejects.toMatchObject({ code: 'BAD_MESSAGE' });
    workspace.operations.run({ ...workspace.sourceFor('f'), kind: 'test', labelId: 'test', isUndoable: true }, () =>
      workspace.sql.run("UPDATE respondent SET withdrawn_at = '2026-02-01T10:00:00.000Z' WHERE code = 'R001'"),
    );
    await expect(core.client.texts.correct({ textId, body: 'Noe.', base: waiting })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(core.client.texts.read({ textId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('any corrections of a coded text', () => {
  const piece = fc.constantFrom('vente', '😀', 'e\u0301', ' ', '\n', 'brevet', '👩‍👩‍👧', '.', 'å');
  const edit = fc.tuple(fc.nat(60), fc.nat(12), fc.array(piece, { maxLength: 4 }));

  it('lose no segment, split no character, and are undone to the start [F53] [F55]', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 4 }),
        async (edits, ranges) => {
          const { core, at, textId } = await start();
          using _ = core;
          const themes = Object.values(at.themes);
          const starts = edgesOf(waiting);
          for (const [index, [from, length]] of ranges.entries()) {
            const themeId = themes[index % themes.length] ?? at.themes.waiting;
            const range = { start: starts[from % (starts.length - 1)] ?? 0, end: 0 };
            range.end = starts.find((edge) => edge >= range.start + length) ?? waiting.length;
            await core.client.coding.apply({ textIds: [textId], themeId, range });
          }
          const before = markOf(core.session.workspace.db);
          let { body, codings } = await core.client.texts.read({ textId });
          const ids = codings.map((coding) => coding.id);
          let steps = 0;
          for (const [place, taken, written] of edits) {
            const edges = edgesOf(body);
            const from = edges[place % edges.length] ?? 0;
            const to = edges.find((edge) => edge >= from + taken) ?? body.length;
            const next = `${body.slice(0, from)}${written.join('')}${body.slice(to)}`.normalize('NFC');
            if (next.trim() === '' || next === body) continue;
            ({ body, codings } = (await core.client.texts.correct({ textId, body: next, base: body })).text);
            steps += 1;
            expect(codings.map((coding) => coding.id)).toEqual(ids);
            const possible = new Set(edgesOf(body));
            for (const { start, end } of codings) expect(possible.has(start) && possible.has(end) && end > start).toBe(true);
          }
          for (let step = 0; step < steps; step += 1) await core.client.history.undo({});
          expect(markOf(core.session.workspace.db)).toBe(before);
        },
      ),
      { numRuns: 12 },
    );
  });
});

function edgesOf(text: string): number[] {
  let at = 0;
  return [0, ...characters(text).map((character) => (at += character.length))];
}
