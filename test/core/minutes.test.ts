import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ThemeId } from '../../shared/model/ids.ts';
import { aMeeting, meetingDay, put, type Meeting } from './minutes-fixture.ts';

let meeting: Meeting;
beforeEach(async () => {
  meeting = await aMeeting();
});
afterEach(() => meeting[Symbol.dispose]());

const bodies = async (): Promise<string[]> => (await meeting.read()).lines.map((line) => line.body);
const write = (lineId: string, body: string, seen: string | null, who = meeting.client) =>
  who.minutes.write({
    meetingId: meeting.meetingId,
    caret: body.length,
    step: put(lineId, body, { seen, agendaItemId: meeting.items[0] ?? null }),
  });

/** A theme the project can be coded with. */
async function aTheme(term = 'Ventetid'): Promise<ThemeId> {
  return (await meeting.client.themes.create({ term, language: 'nb', isWantedAnyway: false })).themeId;
}

describe('the text of the minutes', () => {
  test('lines stand in the order of the agenda, each with its words in a text of the meeting’s project', async () => {
    await meeting.line('Om pårørende.', 1);
    await meeting.line('Møtet åpnet.');
    await meeting.line('Alle sa hvem de er.');
    expect(await bodies()).toEqual(['Møtet åpnet.', 'Alle sa hvem de er.', 'Om pårørende.']);
    expect(meeting.rows('SELECT DISTINCT kind, project_id, meeting_id FROM text')).toEqual([
      { kind: 'minutes', project_id: meeting.projectId, meeting_id: meeting.meetingId },
    ]);
  });

  test('typing in one line is one step of undo', async () => {
    const id = await meeting.line('Vi');
    for (const [seen, body] of [
      ['Vi', 'Vi ringte'],
      ['Vi ringte', 'Vi ringte alle'],
    ] as const)
      await write(id, body, seen);
    expect(
      (await meeting.client.history.list({ limit: 10 })).entries.filter((entry) => entry.labelId === 'minutes.write.undo'),
    ).toHaveLength(1);
    await meeting.client.history.undo({});
    expect(await bodies()).toEqual([]);
    await meeting.client.history.redo({});
    expect(await bodies()).toEqual(['Vi ringte alle']);
  });

  test('a line put between two others takes a place of its own, four hundred times over', async () => {
    const first = await meeting.line('først');
    const last = await meeting.line('sist');
    const made = Array.from({ length: 400 }, () => crypto.randomUUID());
    for (const [index, lineId] of made.entries())
      await meeting.client.minutes.edit({
        meetingId: meeting.meetingId,
        deed: 'paste',
        steps: [
          put(lineId, `linje ${index}`, {
            agendaItemId: meeting.items[0] ?? null,
            after: index % 2 === 0 ? first : (made[index - 1] ?? first),
          }),
        ],
      });
    const { lines } = await meeting.read();
    expect(lines).toHaveLength(402);
    expect([lines[0]?.id, lines.at(-1)?.id]).toEqual([first, last]);
    const place = new Map(lines.map((line, index) => [line.id, index]));
    for (let index = 1; index < made.length; index += 2)
      expect(place.get(made[index] ?? '')).toBe((place.get(made[index - 1] ?? '') ?? 0) + 1);
  });

  test('the line and the place in it where the writer was is there again, and makes no step', async () => {
    await meeting.line('Ett');
    const id = await meeting.line('To ord');
    const steps = (await meeting.client.history.list({ limit: 50 })).entries.length;
    await meeting.client.minutes.stay({ meetingId: meeting.meetingId, lineId: id, caret: 2 });
    expect((await meeting.read()).at).toEqual({ lineId: id, caret: 2 });
    expect((await meeting.client.history.list({ limit: 50 })).entries).toHaveLength(steps);
  });

  test('changing minutes that have been sent says so', async () => {
    const id = await meeting.line('Ett');
    await meeting.client.minutes.finish({ meetingId: meeting.meetingId, heldOn: meetingDay });
    meeting.change("UPDATE meeting SET status = 'minutes-sent'");
    await write(id, 'Ett, rettet', 'Ett');
    expect((await meeting.read()).status).toBe('changed-after-sending');
    await meeting.client.history.undo({});
    expect((await meeting.read()).status).toBe('minutes-sent');
  });
});

describe('two windows', () => {
  test('lines merge by line', async () => {
    const mine = await meeting.line('mitt');
    const theirs = await meeting.line('deres');
    await write(theirs, 'deres, og mer', 'deres', meeting.other);
    expect(await write(mine, 'mitt, og mer', 'mitt')).toEqual({ conflict: null });
    expect(await bodies()).toEqual(['mitt, og mer', 'deres, og mer']);
  });

  test('in the same line the later writer is told, and both stand in the file', async () => {
    const id = await meeting.line('Vi ringte');
    await write(id, 'Vi ringte alle', 'Vi ringte', meeting.other);
    const { conflict } = await write(id, 'Vi ringte noen', 'Vi ringte');
    expect(conflict).toMatchObject({ lineId: id, theirs: 'Vi ringte alle' });
    expect(await bodies()).toEqual(['Vi ringte alle', 'Vi ringte noen']);
    expect((await meeting.read()).lines[1]?.id).toBe(conflict?.ownLineId);
  });

  test('words written in a line that the other window took away are not lost', async () => {
    const id = await meeting.line('Vi ringte');
    await meeting.other.minutes.edit({ meetingId: meeting.meetingId, deed: 'remove', steps: [{ do: 'remove', lineId: id }] });
    expect(await write(id, 'Vi ringte alle', 'Vi ringte')).toEqual({ conflict: null });
    expect(await bodies()).toEqual(['Vi ringte alle']);
  });

  test('a line of another meeting is not written in', async () => {
    const id = await meeting.line('Ett');
    const another = meeting.core.session.workspace.newId();
    meeting.change(
      `INSERT INTO meeting (id, project_id, kind, title, status) SELECT :another, project_id, 'panel', 'Panel', 'planned' FROM meeting`,
      { another },
    );
    meeting.change('UPDATE minute_line SET meeting_id = :another', { another });
    await expect(write(id, 'To', 'Ett')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('lines and the codings of their words', () => {
  const codings = () =>
    meeting.rows(
      `SELECT minute_line.id, start_offset AS start, end_offset AS "end", is_whole, is_doubtful, certainty, reason
       FROM coding JOIN minute_line ON minute_line.text_id = coding.text_id ORDER BY coding.id`,
    );

  test('[R61] a theme codes the line, explicit or inferred with a reason, and the line is marked', async () => {
    const id = await meeting.line('Det tok så lang tid at hun ga opp.');
    const themeId = await aTheme();
    await meeting.client.minutes.code({ lineId: id, themeId, isInferred: true, reason: 'tid uten å si vente' });
    const [line] = (await meeting.read()).lines;
    expect(line).toMatchObject({ mark: 'theme', themes: [{ id: themeId, isInferred: true, reason: 'tid uten å si vente' }] });
    await meeting.client.minutes.mark({ lineId: id, mark: null });
    expect((await meeting.read()).lines[0]).toMatchObject({ mark: null, themes: [] });
  });

  test('[R70] the theme tree sees the words of the minutes like any text', async () => {
    const id = await meeting.line('Ventetiden er lang.');
    const themeId = await aTheme();
    await meeting.client.minutes.code({ lineId: id, themeId });
    const [line] = (await meeting.read()).lines;
    if (line === undefined) throw new Error('no line');
    const text = await meeting.client.texts.read({ textId: line.textId });
    expect(text.body).toBe('Ventetiden er lang.');
  });

  test('a correction moves segments along, and one that was cut is doubtful', async () => {
    const id = await meeting.line('Vi venter lenge.');
    const [line] = (await meeting.read()).lines;
    const themeId = await aTheme();
    if (line === undefined) throw new Error('no line');
    await meeting.client.coding.apply({ textIds: [line.textId], themeId, range: { start: 3, end: 9 } });
    await write(id, 'Nå sier de at vi venter lenge.', 'Vi venter lenge.');
    expect(codings()).toMatchObject([{ start: 17, end: 23, is_doubtful: 0 }]);
    await write(id, 'Nå sier de at viter lenge.', 'Nå sier de at vi venter lenge.');
    expect(codings()).toMatchObject([{ is_doubtful: 1 }]);
  });

  test('a coded line that is emptied and written anew keeps its theme', async () => {
    const id = await meeting.line('Vi venter.');
    await meeting.client.minutes.code({ lineId: id, themeId: await aTheme() });
    await write(id, '', 'Vi venter.');
    await write(id, 'De venter lenge.', '');
    expect(codings()).toMatchObject([{ start: 0, end: 16, is_whole: 1, is_doubtful: 0 }]);
  });

  test('joining lines takes the codings of the second along, and splitting brings them to the new one', async () => {
    const first = await meeting.line('Vi kom.');
    const second = await meeting.line('Ingen svarte.');
    await meeting.client.minutes.code({ lineId: second, themeId: await aTheme() });
    const { meetingId } = meeting;
    await meeting.client.minutes.edit({
      meetingId,
      deed: 'join',
      steps: [put(first, 'Vi kom. Ingen svarte.', { seen: 'Vi kom.' }), { do: 'remove', lineId: second, into: { lineId: first, at: 8 } }],
    });
    expect(codings()).toMatchObject([{ id: first, start: 8, end: 21, is_whole: 0 }]);
    const third = crypto.randomUUID();
    await meeting.client.minutes.edit({
      meetingId,
      deed: 'split',
      steps: [
        put(third, 'Ingen svarte.', { agendaItemId: meeting.items[0] ?? null, after: first, from: { lineId: first, at: 8 } }),
        put(first, 'Vi kom.', { seen: 'Vi kom. Ingen svarte.' }),
      ],
    });
    expect(codings()).toMatchObject([{ id: third, start: 0, end: 13 }]);
    expect(await bodies()).toEqual(['Vi kom.', 'Ingen svarte.']);
  });
});

describe('marked lines', () => {
  const count = (table: string) => meeting.rows(`SELECT count(*) AS n FROM ${table}`)[0]?.['n'];

  test('an action becomes a record with owner, due in words and parties, and follows the words while the minutes are taken', async () => {
    const id = await meeting.line('Lage felles forslag');
    await meeting.client.minutes.mark({ lineId: id, mark: 'action' });
    const due = { asSaid: 'innen jul', sortOn: '2026-12-24', precision: 'about' as const };
    await meeting.client.minutes.agree({ lineId: id, action: { ownerOrganisationId: meeting.organisationId, due } });
    await meeting.client.minutes.agree({ lineId: id, action: { parties: 'brukerrådet' } });
    await write(id, 'Lage felles forslag til kveldsåpent', 'Lage felles forslag');
    const { actions, lines } = await meeting.read();
    expect(actions).toMatchObject([
      { wording: 'Lage felles forslag til kveldsåpent', owner: 'Mental Helse Fjordvik', due, parties: 'brukerrådet', status: 'agreed' },
    ]);
    expect(lines[0]?.actionId).toBe(actions[0]?.id);
    await meeting.client.minutes.finish({ meetingId: meeting.meetingId, heldOn: meetingDay });
    await write(id, 'Lage et forslag', 'Lage felles forslag til kveldsåpent');
    expect((await meeting.read()).actions[0]?.wording).toBe('Lage felles forslag til kveldsåpent');
    expect(meeting.rows('SELECT agreed_on FROM action')).toEqual([{ agreed_on: meetingDay }]);
  });

  test.each(['finding', 'good-example', 'challenge', 'idea', 'question-raised', 'information'] as const)(
    '[R16] [R17] a line marked %s becomes a record, and the same key takes both off',
    async (mark) => {
      const id = await meeting.line('Bussen går ikke etter klokka åtte.');
      await meeting.client.minutes.mark({ lineId: id, mark });
      const table = mark === 'finding' ? 'finding' : 'observation';
      expect(count(table)).toBe(1);
      expect(await meeting.client.minutes.mark({ lineId: id, mark: null })).toEqual({ kept: [] });
      expect([count(table), count(`${table}_event`)]).toEqual([0, 0]);
      await meeting.client.history.undo({});
      expect(count(table)).toBe(1);
    },
  );

  test('an unmarked action somebody has worked on stays, and is named', async () => {
    const id = await meeting.line('Ringe alle');
    await meeting.client.minutes.mark({ lineId: id, mark: 'action' });
    const [action] = (await meeting.read()).actions;
    if (action === undefined) throw new Error('no action');
    await meeting.client.actions.setStatus({ actionId: action.id, status: 'under-way', happenedOn: meetingDay });
    expect(await meeting.client.minutes.mark({ lineId: id, mark: null })).toEqual({ kept: [action.code] });
    expect((await meeting.read()).actions).toHaveLength(1);
    expect((await meeting.read()).lines[0]).toMatchObject({ mark: null, actionId: null });
  });

  test('a line that is marked before it has words becomes a record with its first ones', async () => {
    const id = await meeting.line('');
    await meeting.client.minutes.mark({ lineId: id, mark: 'action' });
    expect(count('action')).toBe(0);
    await write(id, 'Ringe alle', '');
    expect((await meeting.read()).actions).toMatchObject([{ wording: 'Ringe alle' }]);
  });

  test('a line taken away takes its record along, and undo brings both back', async () => {
    const id = await meeting.line('Kortere vei hjem');
    await meeting.client.minutes.mark({ lineId: id, mark: 'idea' });
    await meeting.client.minutes.edit({ meetingId: meeting.meetingId, deed: 'remove', steps: [{ do: 'remove', lineId: id }] });
    expect([count('minute_line'), count('text'), count('observation')]).toEqual([0, 0, 0]);
    await meeting.client.history.undo({});
    expect((await meeting.read()).lines).toMatchObject([{ body: 'Kortere vei hjem', mark: 'idea' }]);
    expect(count('observation')).toBe(1);
  });

  test('marks taken off and put on again bring the action’s fields back', async () => {
    const id = await meeting.line('Ringe alle');
    const action = {
      ownerOrganisationId: null,
      ownerPersonId: null,
      ownerAsSaid: 'enhetsleder',
      parties: null,
      due: { asSaid: 'før sommeren', sortOn: '2026-06-20', precision: 'season' as const },
    };
    await meeting.client.minutes.mark({ lineId: id, mark: 'action', action });
    expect((await meeting.read()).actions).toMatchObject([{ owner: 'enhetsleder', due: { asSaid: 'før sommeren' } }]);
  });

  test('[R68] [R74] who said a line and whose view it is go to the record too', async () => {
    const id = await meeting.line('Pårørende får vite det sist.');
    await meeting.client.minutes.mark({ lineId: id, mark: 'challenge' });
    await meeting.client.minutes.attribute({
      lineId: id,
      attribution: 'body',
      bodyId: meeting.bodyId,
      organisationId: null,
      perspective: 'relatives',
    });
    expect((await meeting.read()).lines[0]).toMatchObject({
      attribution: 'body',
      attributedBody: { name: 'Brukerrådet' },
      perspective: 'relatives',
    });
    expect(meeting.rows('SELECT attribution, perspective FROM observation')).toEqual([{ attribution: 'body', perspective: 'relatives' }]);
    expect(meeting.rows('SELECT speaker_role FROM text')).toEqual([{ speaker_role: 'relative' }]);
    await meeting.client.minutes.attribute({
      lineId: id,
      attribution: 'one-participant',
      bodyId: meeting.bodyId,
      organisationId: null,
      perspective: null,
    });
    expect((await meeting.read()).lines[0]).toMatchObject({ attribution: 'one-participant', attributedBody: null, perspective: null });
  });
});

describe('the course of a meeting', () => {
  test('[R6] [R7] held on another day than planned, the clock goes along, also over the change to summer time', async () => {
    const { client, meetingId } = meeting;
    await client.meetings.change({ meetingId, fields: { times: { from: '13:00', to: '16:00' } } });
    await client.minutes.finish({ meetingId, heldOn: '2026-03-30' });
    expect(meeting.rows('SELECT starts_at, ends_at FROM meeting')).toEqual([
      { starts_at: '2026-03-30T11:00:00.000Z', ends_at: '2026-03-30T14:00:00.000Z' },
    ]);
  });

  test('opened on the day it is under way, finished it was held that day, and both are undone by name', async () => {
    const { client, meetingId } = meeting;
    expect(await client.minutes.begin({ meetingId, on: meetingDay })).toEqual({ status: 'in-session' });
    await meeting.line('Ett');
    expect(await client.minutes.finish({ meetingId, heldOn: meetingDay })).toEqual({ status: 'held' });
    expect(await meeting.read()).toMatchObject({ status: 'held', held: { on: meetingDay, precision: 'day' } });
    expect(meeting.rows('SELECT said_on FROM text')).toEqual([{ said_on: meetingDay }]);
    await client.history.undo({});
    expect(await meeting.read()).toMatchObject({ status: 'in-session', held: null });
  });

  test('items are done one by one, and a question that was sent out is discussed or not', async () => {
    const { client } = meeting;
    await client.minutes.setItemDone({ itemId: meeting.items[0] ?? '', isDone: true });
    await client.minutes.setDiscussed({ meetingId: meeting.meetingId, questionId: meeting.questionId, wasDiscussed: true });
    const { agenda, sheets } = await meeting.read();
    expect(agenda.map((item) => item.isDone)).toEqual([true, false, false]);
    expect(sheets[0]?.questions).toMatchObject([{ wasDiscussed: true }]);
  });
});
