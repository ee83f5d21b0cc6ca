import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SqlParams } from '../../electron/core/db/statements.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { ClearanceView } from '../../shared/contract/quotes-clearance.ts';
import type { QuoteAttributeKey } from '../../shared/contract/quotes.ts';
import { ReportId, RespondentId } from '../../shared/model/ids.ts';
import { refused } from '../support/refused.ts';
import { makeCodingFixture, textOf, type CodingFixture } from './coding-fixture.ts';
import { id, layGround, merge, twoLaptops } from './merge-fixture.ts';

const words = 'Æ bodde i Fjordvik, og Karin fra Fjordvik hjalp mæ etter brannen i 2019 😀.';

function put(core: Core, table: string, row: SqlParams): void {
  const { workspace } = core.session;
  const intent = { ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false };
  workspace.operations.run(intent, () => workspace.sql.insert(table, row));
}

interface Started extends Disposable {
  readonly core: Core;
  readonly at: CodingFixture;
  readonly quoteId: string;
  readonly get: () => Promise<ClearanceView>;
  /** Decides about everything that is open. */
  readonly decideAll: () => Promise<number>;
  /** Somebody else sits down. */
  readonly other: () => void;
  readonly ageKey: QuoteAttributeKey;
}

/** One quote of R001; six persons, five of them in the same age group, three with a service. */
async function start(): Promise<Started> {
  const core = openCore();
  const others = [2, 3, 4, 5].map((n) => ({ code: `R00${n}`, body: 'Det er greit.', age: 2 }));
  const at = await makeCodingFixture(core, [
    { code: 'R001', body: words, age: 2 },
    ...others,
    { code: 'R006', body: 'Helt greit.', age: 3 },
  ]);
  const { client, session } = core;
  put(core, 'place', { id: session.workspace.newId(), kind: 'municipality', country_code: 'NO', name: 'Fjordvik' });
  const { quoteIds } = await client.quotes.keep({ places: [{ textId: textOf(at, 'R001'), start: 0, end: words.length }] });
  const quoteId = quoteIds[0] ?? '';
  const get = () => client.quotes.get({ quoteId });
  const decideAll = async (): Promise<number> => {
    for (let count = 0; ; count += 1) {
      const open = (await get()).marks.find(({ decision }) => decision === null);
      if (open === undefined) return count;
      await client.quotes.decide({ quoteId, start: open.start, end: open.end, kind: open.kind, decision: 'general-word' });
    }
  };
  const other = (): void => {
    const actorId = session.workspace.newId();
    put(core, 'actor', { id: actorId, user_name: `u${actorId}`, name: 'Solfrid Tangvåg', initials: 'ST' });
    session.workspace.seat(actorId);
  };
  const choice = (await get()).attributes.find(({ value }) => value === '30–49');
  if (choice === undefined) throw new Error('the age is not offered');
  return { core, at, quoteId, get, decideAll, other, ageKey: choice.key, [Symbol.dispose]: () => core[Symbol.dispose]() };
}

describe('clearing a quote', () => {
  it('lists what may tell who it is; one decision for the same word; the cleared wording follows [F65] [R73] issue 5.15', async () => {
    using begun = await start();
    const { core, quoteId, get } = begun;
    const { marks, raw } = await get();
    expect(marks.map(({ start, end, kind, number }) => [number, kind, raw.slice(start, end)])).toEqual([
      [1, 'dialect', 'Æ'],
      [2, 'place', 'Fjordvik'],
      [3, 'name', 'Karin'],
      [2, 'place', 'Fjordvik'],
      [4, 'dialect', 'mæ'],
      [5, 'rare-event', 'brannen'],
      [6, 'date', '2019'],
    ]);
    const decide = async (at: number, decision: 'keep' | 'general-word' | 'remove') => {
      const mark = marks[at];
      if (mark !== undefined) await core.client.quotes.decide({ quoteId, start: mark.start, end: mark.end, kind: mark.kind, decision });
    };
    await decide(0, 'general-word');
    await decide(1, 'general-word');
    await decide(2, 'remove');
    await decide(4, 'keep');
    expect((await get()).cleared).toBe('Jeg bodde i [kommunen], og […] fra [kommunen] hjalp mæ etter brannen i 2019 😀.');
    await core.client.history.undo({});
    await core.client.history.undo({});
    expect((await get()).cleared).toBe('Jeg bodde i [kommunen], og Karin fra [kommunen] hjalp mæ etter brannen i 2019 😀.');
  });

  it('keeps a wording of one’s own through later decisions, and makes it anew when asked', async () => {
    using begun = await start();
    const { core, quoteId, get, decideAll } = begun;
    await core.client.quotes.setClearedBody({ quoteId, body: 'Karin fra Fjordvik hjalp meg.' });
    await decideAll();
    expect(await get()).toMatchObject({ cleared: '[navn] fra [kommunen] hjalp meg.', isOwnWording: true });
    await core.client.quotes.setClearedBody({ quoteId, body: null });
    expect(await get()).toMatchObject({ isOwnWording: false, cleared: expect.stringContaining('[en hendelse]') });
  });

  it('takes a mark made by hand, never across a character or another mark', async () => {
    using begun = await start();
    const { core, quoteId, get } = begun;
    const at = words.indexOf('hjalp');
    const mark = { quoteId, start: at, end: at + 5, kind: 'other' as const };
    await core.client.quotes.decide({ ...mark, decision: 'general-word', generalWord: 'støttet' });
    expect((await get()).marks.find(({ why }) => why === 'by-hand')).toMatchObject({
      start: at,
      end: at + 5,
      decision: 'general-word',
      generalWord: 'støttet',
    });
    expect((await get()).cleared).toContain('støttet mæ');
    const smile = words.indexOf('😀');
    for (const range of [
      { start: smile, end: smile + 1 },
      { start: at + 2, end: at + 7 },
      { start: 10, end: words.length + 1 },
    ])
      await expect(core.client.quotes.decide({ quoteId, ...range, kind: 'other', decision: 'remove' })).rejects.toEqual(
        refused('RANGE_OUTSIDE_TEXT'),
      );
  });

  it('asks about what the scan finds around a word that was decided, and keeps what was decided [F65] [R73]', async () => {
    using begun = await start();
    const { core, quoteId, get, decideAll } = begun;
    await decideAll();
    const before = (await get()).cleared;
    put(core, 'person', { id: core.session.workspace.newId(), name: 'Karin fra Fjordvik' });
    const { marks, raw, cleared, isOwnWording } = await get();
    const open = marks.filter(({ decision }) => decision === null).map(({ start, end, kind }) => [kind, raw.slice(start, end)]);
    expect(open).toEqual([['name', 'fra']]);
    expect([cleared, isOwnWording]).toEqual([before, false]);
    await expect(core.client.quotes.propose({ quoteId })).rejects.toMatchObject({ code: 'QUOTE_UNDECIDED' });
    await decideAll();
    await core.client.quotes.propose({ quoteId });
  });

  it('takes a word out of a wording of one’s own, wherever it stands there by then [F65] [R73]', async () => {
    using begun = await start();
    const { core, quoteId, get } = begun;
    await core.client.quotes.setClearedBody({ quoteId, body: 'Etter 2019 fikk jeg hjelp, mest av Karin. Karina var der ikke.' });
    const name = (await get()).marks.find(({ kind }) => kind === 'name');
    if (name === undefined) throw new Error('the name is not found');
    await core.client.quotes.decide({ quoteId, start: name.start, end: name.end, kind: 'name', decision: 'remove' });
    expect((await get()).cleared).toBe('Etter 2019 fikk jeg hjelp, mest av […]. Karina var der ikke.');
  });

  it('says in words how many share an attribute, and refuses what fewer than the threshold share (E31) [R73]', async () => {
    using begun = await start();
    const { core, quoteId, get, ageKey } = begun;
    const of = async (key: QuoteAttributeKey) => (await get()).attributes.find((one) => one.key === key);
    expect(await of(ageKey)).toMatchObject({ persons: 5, asked: 'unknown', state: 'ok' });
    expect(await of('service')).toMatchObject({ persons: null, asked: null, state: 'too-few' });
    expect(await of('wave')).toMatchObject({ persons: 6, asked: 6, state: 'ok' });
    await expect(core.client.quotes.setAttributes({ quoteId, attributes: ['service'] })).rejects.toEqual(refused('QUOTE_SHARED'));
    await core.client.quotes.setAttributes({ quoteId, attributes: [ageKey, 'wave'] });
    expect((await get()).attributes.filter(({ isChosen }) => isChosen)).toHaveLength(2);
    await core.client.history.undo({});
    expect((await get()).attributes.filter(({ isChosen }) => isChosen)).toHaveLength(0);
  });

  it('goes to a second reader once all is decided, and never to whoever proposed it (E32); then nothing of it is changed', async () => {
    using begun = await start();
    const { core, at, quoteId, get, decideAll, other } = begun;
    const { quotes } = core.client;
    await expect(quotes.propose({ quoteId })).rejects.toEqual(refused('QUOTE_UNDECIDED'));
    await expect(quotes.approve({ quoteId })).rejects.toEqual(refused('QUOTE_NOT_PROPOSED'));
    expect(await decideAll()).toBe(6);
    await quotes.propose({ quoteId });
    await expect(quotes.approve({ quoteId })).rejects.toEqual(refused('QUOTE_SECOND_READER'));
    await expect(quotes.setClearedBody({ quoteId, body: 'Annet' })).rejects.toEqual(refused('QUOTE_NOT_OPEN'));
    expect(await quotes.list({ projectId: at.projectId, from: 0, limit: 10 })).toMatchObject({
      waiting: 0,
      rows: [{ isProposedByMe: true, isWaiting: false }],
    });
    other();
    expect(await quotes.list({ projectId: at.projectId, from: 0, limit: 10 })).toMatchObject({ waiting: 1, rows: [{ isWaiting: true }] });
    await quotes.sendBack({ quoteId, note: 'Brannen kjennes igjen' });
    expect(await get()).toMatchObject({ status: 'raw', note: 'Brannen kjennes igjen' });
    await core.client.history.undo({});
    await quotes.approve({ quoteId });
    expect(await get()).toMatchObject({ status: 'cleared', clearedBy: 'Solfrid Tangvåg', isProposedByMe: false });
    await quotes.withdraw({ quoteId });
    expect(await get()).toMatchObject({ status: 'raw', clearedBy: null });
    await core.client.history.undo({});
    expect((await get()).status).toBe('cleared');
  });

  it('is not cleared when too few share its attributes by then, or the person no longer wants to be quoted', async () => {
    using begun = await start();
    const { core, at, quoteId, get, decideAll, other, ageKey } = begun;
    await decideAll();
    await core.client.quotes.setAttributes({ quoteId, attributes: [ageKey] });
    await core.client.quotes.propose({ quoteId });
    other();
    await core.client.fieldwork.withdraw({ respondentId: RespondentId.parse(at.respondents.get('R005')), withdrawnOn: '2026-02-01' });
    expect((await get()).areAttributesRefused).toBe(true);
    await expect(core.client.quotes.approve({ quoteId })).rejects.toEqual(refused('QUOTE_SHARED'));
    const consent = { id: core.session.workspace.newId(), respondent_id: at.respondents.get('R001') ?? '', scope: 'quotes' };
    put(core, 'consent', { ...consent, given_on: '2026-01-01', withdrawn_on: '2026-02-01' });
    await expect(core.client.quotes.approve({ quoteId })).rejects.toEqual(refused('QUOTE_NO_CONSENT'));
  });

  it('is not cleared while something in it has been found since and nobody has decided [F65] [R73]', async () => {
    using begun = await start();
    const { core, quoteId, decideAll, other } = begun;
    await decideAll();
    await core.client.quotes.propose({ quoteId });
    put(core, 'person', { id: core.session.workspace.newId(), name: 'Fjordvik hjalp' });
    other();
    await expect(core.client.quotes.approve({ quoteId })).rejects.toMatchObject({
      code: 'QUOTE_UNDECIDED',
      data: { params: { count: 1 } },
    });
    await core.client.quotes.sendBack({ quoteId, note: 'Det er mer her.' });
    await decideAll();
    await core.client.quotes.propose({ quoteId });
  });

  it('leaves every report, finding and list at once when the person withdraws [R73]; erasure takes its marks too', async () => {
    using begun = await start();
    const { core, at, quoteId, decideAll, other } = begun;
    const { client, session } = core;
    const { projectId } = at;
    await decideAll();
    await client.quotes.propose({ quoteId });
    other();
    const report = ReportId.parse(session.workspace.newId());
    put(core, 'report', { id: report, project_id: projectId, kind: 'other', title: 'Rapport', language: 'nb' });
    put(core, 'report_block', { id: session.workspace.newId(), report_id: report, ordinal: 1, kind: 'quote', quote_id: quoteId });
    const shown = async () =>
      (await client.reports.document({ reportId: report })).blocks.flatMap(({ parts }) =>
        parts.flatMap((part) => (part.kind === 'quote' ? [part.text] : [])),
      );
    expect(await shown()).toEqual([]);
    await client.quotes.approve({ quoteId });
    expect((await shown())?.[0]).toContain('Jeg bodde i [kommunen]');
    const textId = textOf(at, 'R001');
    const { findingId } = await client.quotes.makeFinding({
      projectId,
      places: [{ textId, start: 0, end: words.length }],
      wording: 'Hjelpen kom',
      language: 'nb',
      today: '2026-01-02',
    });
    const respondentId = RespondentId.parse(at.respondents.get('R001'));
    const evidence = async () =>
      (await client.findings.list({ projectId, limit: 10 })).findings.find(({ id: one }) => one === findingId)?.restsOn.length;
    expect(await evidence()).toBe(1);
    await client.fieldwork.withdraw({ respondentId, withdrawnOn: '2026-02-01' });
    expect(await shown()).toEqual([]);
    expect(await evidence()).toBe(0);
    await expect(client.quotes.get({ quoteId })).rejects.toEqual(refused('NOT_FOUND'));
    expect((await client.quotes.list({ projectId, from: 0, limit: 10 })).counts).toEqual([]);
    for await (const _ of await client.fieldwork.erase({ respondentId, typedCode: 'R001' }));
    const left = session.workspace.db.prepare(
      "SELECT count(*) FROM op_change WHERE table_name IN ('quote', 'quote_mark') AND (before LIKE '%kommunen%' OR after LIKE '%kommunen%')",
    );
    expect([
      session.workspace.db.prepare('SELECT (SELECT count(*) FROM quote) + (SELECT count(*) FROM quote_mark)').pluck().get(),
      left.pluck().get(),
    ]).toEqual([0, 0]);
  });

  it('falls back to "needs a look" when the text is corrected, and can be cleared again', async () => {
    using begun = await start();
    const { core, at, quoteId, get, decideAll, other } = begun;
    await decideAll();
    await core.client.quotes.propose({ quoteId });
    other();
    await core.client.quotes.approve({ quoteId });
    await core.client.texts.correct({ textId: textOf(at, 'R001'), body: words.replace('hjalp', 'støttet'), base: words });
    const looked = await get();
    expect(looked).toMatchObject({ status: 'needs-a-look', clearedBy: null });
    expect(looked.raw).toContain('støttet');
    expect(looked.marks.every(({ decision }) => decision !== null)).toBe(true);
    await core.client.quotes.setClearedBody({ quoteId, body: null });
    expect((await get()).cleared).toContain('støttet');
    await core.client.quotes.propose({ quoteId });
    expect((await get()).status).toBe('proposed');
  });

  it('needs a look too when the text is corrected while it is being cleared', async () => {
    using begun = await start();
    const { core, at, get, decideAll } = begun;
    await core.client.texts.correct({ textId: textOf(at, 'R001'), body: words.replace('hjalp', 'støttet'), base: words });
    expect((await get()).status).toBe('raw');
    await decideAll();
    await core.client.texts.correct({ textId: textOf(at, 'R001'), body: words, base: words.replace('hjalp', 'støttet') });
    expect((await get()).status).toBe('needs-a-look');
  });

  it('is what it was when every step is undone, whatever was done [F65]', { timeout: 60_000 }, async () => {
    using begun = await start();
    const { core, quoteId, get, ageKey } = begun;
    const deed = fc.oneof(
      fc.record({ at: fc.nat(8), decision: fc.constantFrom('keep' as const, 'general-word' as const, 'remove' as const) }),
      fc.record({ body: fc.constantFrom('Karin i Fjordvik', 'Noe annet', null) }),
      fc.record({ attributes: fc.constantFrom<QuoteAttributeKey[]>([], ['wave'], [ageKey], [ageKey, 'wave']) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 6 }), async (deeds) => {
        const before = await get();
        const seq = core.session.workspace.lastOperation();
        for (const one of deeds) {
          const { marks } = await get();
          if ('body' in one) await core.client.quotes.setClearedBody({ quoteId, body: one.body });
          else if ('attributes' in one) await core.client.quotes.setAttributes({ quoteId, attributes: one.attributes });
          else {
            const mark = marks[one.at % marks.length];
            if (mark !== undefined)
              await core.client.quotes.decide({ quoteId, start: mark.start, end: mark.end, kind: mark.kind, decision: one.decision });
          }
        }
        while ((core.session.workspace.operations.nextUndo(core.session.workspace.sourceFor('x'))?.seq ?? 0) > seq)
          await core.client.history.undo({});
        expect(await get()).toEqual(before);
      }),
      { numRuns: 12 },
    );
  });

  it('is one quote with one mark when two laptops marked the same words [R64]', async () => {
    using laptops = await twoLaptops(layGround);
    const { mine, theirs } = laptops;
    const [text] = mine.all('SELECT id FROM text WHERE interview_key IS NOT NULL LIMIT 1').flat();
    if (typeof text !== 'string') throw new Error('no text');
    for (const [laptop, n] of [
      [mine, 70],
      [theirs, 80],
    ] as const) {
      laptop.add('quote', { id: id(n), text_id: text, start_offset: 0, end_offset: 5, status: 'raw' });
      laptop.add('quote_mark', { id: id(n + 1), quote_id: id(n), start_offset: 0, end_offset: 3, kind: 'name', decision: 'keep' });
    }
    await merge(mine, theirs);
    expect(mine.all('SELECT id, status FROM quote')).toEqual([[id(70), 'raw']]);
    expect(mine.all('SELECT quote_id, decision FROM quote_mark')).toEqual([[id(70), 'keep']]);
  });
});
