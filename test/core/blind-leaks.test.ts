import { copyFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { CoreDeps } from '../../electron/core/deps.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { contract } from '../../shared/contract/index.ts';
import type { MethodMeta } from '../../shared/contract/kit.ts';
import { TextId } from '../../shared/model/ids.ts';
import { makeCodingFixture, textOf, type CodingFixture, type Said } from './coding-fixture.ts';

/** Forty-five answers; what the two coders put on them is below. */
const said: readonly Said[] = Array.from({ length: 45 }, (_, at) => ({
  code: `R${String(at + 1).padStart(3, '0')}`,
  body: at % 2 === 0 ? `Lang ventetid, ${at} uker.\nBrevet var uklart.` : `Brevet var uklart, ${at} ganger. Ventetiden også.`,
  age: 2,
}));

/** Opens a file as somebody, at a moment that is the same in both files. */
function openAs(userName: string, deps: Partial<CoreDeps> = {}): Core {
  let at = Date.parse('2026-03-01T08:00:00Z');
  return openCore({ windowId: userName, deps: { userName, now: () => (at += 1000), ...deps } });
}

/** What I have coded, with a matrix, a kept quote and suggestions, and then both of us code blind. */
async function base(): Promise<{ path: string; at: CodingFixture; ids: Known }> {
  const core = openAs('ingrid');
  const at = await makeCodingFixture(core, said);
  const { coding, framework, quotes, suggestions, texts, agreement } = core.client;
  for (const [place, { code }] of said.slice(0, 30).entries())
    await coding.apply({ textIds: [textOf(at, code)], themeId: place % 2 === 0 ? at.themes.waiting : at.themes.information });
  const textId = textOf(at, 'R001');
  const own = await coding.apply({ textIds: [textId], themeId: at.themes.information, range: { start: 0, end: 13 } });
  await coding.setQuickTheme({ projectId: at.projectId, digit: 1, themeId: at.themes.waiting });
  await texts.writeMemo({ on: { kind: 'text', id: textId }, body: 'Mitt notat' });
  const kept = await quotes.keep({ places: [{ textId, start: 0, end: 13 }] });
  const { frameworkId } = await framework.create({
    projectId: at.projectId,
    name: 'Matrise',
    unit: 'person',
    themeIds: [at.themes.access, at.themes.information],
  });
  await suggestions.setOn({ projectId: at.projectId, isOn: true });
  const note = { projectId: at.projectId, language: 'nb', saidOn: null, interviewId: null } as const;
  const documents: string[] = [];
  for (const title of ['Notat til koding', 'Notat til lesing']) {
    const { textId: id } = await texts.createNote({ ...note, title });
    await texts.write({ textId: id, body: 'Lang ventetid og uklare brev, sa flere.', base: '' });
    documents.push(id);
  }
  await agreement.setBlind({ projectId: at.projectId, isBlind: true });
  const { reportId } = await core.client.reports.create({
    projectId: at.projectId,
    kind: 'other',
    title: 'Rapport',
    language: 'nb',
    template: null,
  });
  const options = { quoteId: kept.quoteIds[0] ?? null };
  await core.client.reports.insert({
    reportId,
    after: null,
    blocks: [{ kind: 'findings' }, { kind: 'methods' }, { kind: 'quote', ...options }],
  });
  const { path } = core.session.workspace;
  core[Symbol.dispose]();
  // The other has been here, and is known; what is written on the project is for everybody.
  const other = openAs('ola');
  await other.client.workspace.open({ path });
  await other.client.texts.writeMemo({ on: { kind: 'project', id: at.projectId }, body: 'Vi koder blindt til påske.' });
  const { sql } = other.session.workspace;
  const actors = sql.all(z.object({ id: z.string() }), "SELECT id FROM actor WHERE user_name IN ('ingrid', 'ola') ORDER BY user_name");
  other[Symbol.dispose]();
  const ids = {
    textId,
    coding: own.codingIds[0] ?? '',
    quote: kept.quoteIds[0] ?? '',
    report: reportId,
    framework: frameworkId,
    row: at.respondents.get('R001') ?? '',
    coders: actors.map(({ id }) => id),
    documents,
  };
  return { path, at, ids };
}

/** What the other one does in the same file: themes on everything, words of their own about it, answers read. */
async function otherCodes(
  path: string,
  at: CodingFixture,
  [coded = '', read = '']: readonly string[],
): Promise<{ coding: string; theme: string }> {
  const core = openAs('ola');
  await core.client.workspace.open({ path });
  const { coding, texts } = core.client;
  const ids: string[] = [];
  for (const [place, { code }] of said.slice(0, 44).entries()) {
    const themeId = place % 3 === 0 ? at.themes.hours : place % 3 === 1 ? at.themes.information : at.themes.waiting;
    const range = place % 2 === 0 ? { range: { start: 0, end: 13 } } : {};
    ids.push(...(await coding.apply({ textIds: [textOf(at, code)], themeId, ...range })).codingIds);
  }
  await coding.setPolarity({ codingIds: ids.slice(0, 10) as never, polarity: 'negative' });
  await coding.noTheme({ textIds: [textOf(at, 'R045')], isOn: true });
  await coding.apply({ textIds: [TextId.parse(coded)], themeId: at.themes.hours });
  await coding.noTheme({ textIds: [TextId.parse(read)], isOn: true });
  const on = ids[0] ?? '';
  await texts.writeMemo({ on: { kind: 'coding', id: on }, body: 'Fordi hun venter' });
  await texts.writeMemo({ on: { kind: 'text', id: textOf(at, 'R002') }, body: 'Tydelig om åpningstid' });
  core[Symbol.dispose]();
  return { coding: on, theme: at.themes.hours };
}

interface Known {
  readonly textId: string;
  readonly coding: string;
  readonly quote: string;
  readonly report: string;
  readonly framework: string;
  readonly row: string;
  readonly coders: readonly string[];
  /** Two texts of their own: one the other codes, one they read. */
  readonly documents: readonly string[];
}

/** What is asked of each query that is about a project, its texts or its themes; several where the answer depends on it. */
function questions(at: CodingFixture, ids: Known, others: { coding: string }): Record<string, readonly object[]> {
  const { projectId, variableId, themes } = at;
  const all = { projectId, from: 0, limit: 50 };
  const source = { kind: 'answers', variableIds: [variableId] };
  const grid = (filter: object): object => ({ projectId, source, filter, from: 0, limit: 100 });
  const filters = [
    {},
    { only: 'uncoded' },
    { only: 'disagreement' },
    { themes: [{ themeId: themes.hours, has: true, isBranch: false }] },
    { themes: [{ themeId: themes.access, has: false, isBranch: true }] },
  ];
  const search = [{}, { themes: [{ themeId: themes.access, isBranch: true }] }, { polarities: ['negative'] }];
  const quotesOf = search.flatMap((each) => ['theme', 'person', 'none'].map((group) => ({ projectId, search: each, group })));
  const matrix = { frameworkId: ids.framework };
  const cell = { ...matrix, rowId: ids.row, themeId: themes.access };
  const table = { kind: 'themes', rows: 'themes', language: 'nb', percent: 'column' };
  const byThemes = { kind: 'crosstab', rows: variableId, columns: 'themes', language: 'nb', percent: 'column' };
  const recurrence = { filter: { projectId }, placeMode: 'as-recorded' };
  const byProject = { projectId };
  return {
    'actions.choices': [byProject],
    'actions.list': [byProject],
    'actions.meetings': [{ text: 'a', projectId }],
    'agreement.coders': [byProject],
    'agreement.compare': [{ projectId, texts: 'all', coderIds: ids.coders, level: 'answer' }],
    'agreement.disagreements': [{ ...all, texts: 'all', coderIds: ids.coders, state: 'open', order: 'characters' }],
    'agreement.disagreement': [{ textId: ids.textId, themeId: themes.waiting, coderIds: ids.coders }],
    'analysis.variables': [byProject],
    'analysis.exhibit': [{ projectId, definition: table }],
    'analysis.insideView': [
      { projectId, definition: table },
      { projectId, definition: byThemes },
    ],
    'analysis.kept': [byProject],
    'archive.overview': [byProject],
    'archive.toPrint': [byProject],
    'archive.paper': [{ kind: 'report', id: ids.report, language: 'nb' }],
    'analysis.tabBook': [
      { projectId, book: { language: 'nb', percent: 'column' }, from: 0, limit: 20 },
      { projectId, book: { columns: 'themes', language: 'nb', percent: 'column' }, from: 0, limit: 20 },
    ],
    'analysis.behind': [
      { projectId, definition: table, row: themes.hours, column: 'all' },
      { projectId, definition: byThemes, row: '1', column: themes.hours },
    ],
    'analysis.screening': [{ projectId, rows: [variableId], language: 'nb' }],
    'analysis.weighting': [{ projectId, language: 'nb' }],
    'autocode.preview': ['text', 'hit'].map((unit) => ({
      rule: { kind: 'words', variants: ['ventetid'], hasForms: true },
      scope: { kind: 'all', projectId },
      unit,
      themeId: themes.information,
      limit: 50,
    })),
    'compare.figures': [{ projectId, by: 'waves', figure: 'top2', places: 'as-recorded', language: 'nb' }],
    'compare.projects': [{ projectId, figure: 'top2', language: 'nb' }],
    'compare.meetings': [{ projectId, of: 'project', language: 'nb' }],
    'coding.questions': [byProject],
    'coding.columns': [byProject],
    'coding.grid': filters.map(grid),
    'coding.places': filters.map((filter) => ({ projectId, source, filter })),
    'coding.ownCodings': [{ themeId: themes.hours, places: said.map(({ code }) => ({ textId: textOf(at, code), range: null })) }],
    'coding.nextRow': ['uncoded', 'attention'].map((needs) => ({ projectId, source, from: 0, direction: 'down', needs })),
    'coding.quickThemes': [byProject],
    'codebook.exportFile': [{ format: 'csv', language: 'nb', separator: ';', hasMark: true }],
    'codebook.exportFacts': [{}],
    'doubleEntry.errorRates': [byProject],
    'exchange.places': [byProject],
    'fieldwork.responseFigures': [byProject],
    'fieldwork.quality': [byProject],
    'fieldwork.statistics': [byProject],
    'fieldwork.interviewIds': [byProject],
    'findings.list': [byProject],
    'findings.find': [{ text: 'a', projectId }],
    'findings.evidenceChoices': [
      { projectId, text: '' },
      { projectId, text: 'Åpningstid' },
    ],
    'framework.list': [byProject],
    'framework.rows': [{ ...matrix, from: 0, limit: 50 }],
    'framework.nextEmpty': [{ ...matrix, row: 0, column: 0 }],
    'framework.quotes': [cell, { ...cell, themeId: themes.information }],
    'framework.placesOf': [{ textId: ids.textId, start: 0, end: 13 }],
    'framework.fileCheck': [matrix],
    'history.list': [{ limit: 100 }],
    'history.next': [{}],
    'interviews.list': [{ projectId, limit: 100 }],
    'interviews.facets': [byProject],
    'interviews.unfinished': [byProject],
    'interviews.interviewers': [byProject],
    'interviews.startForm': [byProject],
    'listening.list': [byProject],
    'meetings.list': [byProject],
    'meetings.timeline': [{ projectId, today: '2026-05-12' }],
    'observations.list': [byProject],
    'patterns.mentions': [{ projectId, scope: 'own' }],
    'patterns.together': [{ projectId, unit: 'person', scope: 'own' }],
    'patterns.saturation': [{ projectId, scope: 'own' }],
    'patterns.joint': [{ projectId, variableId, language: 'nb' }],
    'patterns.cases': [{ projectId, variableId, language: 'nb' }],
    'privacy.protection': [byProject],
    'projects.list': [{}],
    'projects.get': [byProject],
    'projects.navigation': [byProject],
    'projects.overview': [byProject, {}],
    'projects.settings': [byProject],
    'questionnaires.list': [byProject],
    'questionnaires.scales': [byProject],
    'quotes.list': [all],
    'quotes.get': [{ quoteId: ids.quote }],
    'quotes.find': quotesOf.map((each) => ({ ...each, from: 0, limit: 100 })),
    'quotes.counts': quotesOf,
    'quotes.places': quotesOf,
    'quotes.fileCheck': [{ projectId, search: {}, group: 'theme', use: 'internal', attributes: [], language: 'nb' }],
    'rawExport.versions': [byProject],
    'records.list': [{ kind: 'guidelines', projectId }],
    'recurrence.table': [{ ...recurrence, by: 'meetings' }],
    'recurrence.lines': [{ ...recurrence, by: 'meetings', themeId: themes.hours }],
    'recurrence.unmentioned': [recurrence],
    'refi.exportFacts': [
      {
        projectId,
        choices: { answers: true, values: true, remarks: true, documents: true, minutes: true, identifiers: true },
        language: 'nb',
      },
    ],
    'reports.list': [byProject],
    'reports.places': [byProject],
    'reports.document': [{ reportId: ids.report }],
    'reports.blocks': [{ reportId: ids.report }],
    'search.find': ['ventetid', 'venter', 'åpningstid', 'notat', 'Ola', 'hun', 'tydelig'].flatMap((text) =>
      [{}, { projectId }].map((where) => ({ ...where, text, isTyping: false, from: 0, limit: 50 })),
    ),
    'suggestions.forTexts': [{ projectId, textIds: [...at.texts.values()] }],
    'suggestions.withSuggestions': [byProject],
    'suggestions.quality': [byProject],
    'texts.document': ids.documents.map((textId) => ({ textId })),
    'texts.documents': [{}, { isUncoded: true }, { themeId: themes.hours }, { sort: { by: 'segments', direction: 'descending' } }].map(
      (filter) => ({ projectId, limit: 100, ...filter }),
    ),
    'texts.documentCounts': [byProject],
    'texts.read': ['R001', 'R002', 'R044', 'R045'].map((code) => ({ textId: textOf(at, code) })),
    'texts.codings': [{ codingIds: [ids.coding, others.coding] }],
    'texts.memos': [
      { on: { kind: 'text', id: textOf(at, 'R001') } },
      { on: { kind: 'text', id: textOf(at, 'R002') } },
      { on: { kind: 'coding', id: others.coding } },
    ],
    'texts.projectMemos': [all],
    'themes.together': [{ themeId: themes.hours, intoId: themes.information }],
    'themes.segments': [themes.hours, themes.waiting].map((themeId) => ({ themeId, limit: 100 })),
    'themes.crossing': [{ themeId: themes.hours }, { themeId: themes.hours, projectId }],
    'themes.tree': [{}, byProject],
  };
}

/** Queries about a project that need something this file has none of, or a file of somebody's choosing. */
const elsewhere = new Set([
  'fieldwork.listAsked',
  'fieldwork.askedIds',
  'fieldwork.listQuality',
  'rawExport.check',
  'rawExport.checkPackage',
  'papers.paper',
]);

/** Names of what a query takes, through all its shapes. */
function takes(schema: unknown): string[] {
  const json = z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' });
  return [...JSON.stringify(json).matchAll(/"(\w+)":\{/gu)].map(([, name = '']) => name);
}

/** Every query of the contract, with the names of what it takes. */
function queries(): { readonly name: string; readonly takes: readonly string[] }[] {
  return Object.entries(contract).flatMap(([feature, methods]) =>
    Object.entries(methods).flatMap(([method, one]) => {
      // What oRPC keeps of a method under this name.
      const { meta, inputSchema } = (one as { '~orpc': { meta: MethodMeta; inputSchema: unknown } })['~orpc'];
      return meta.kind === 'query' ? [{ name: `${feature}.${method}`, takes: takes(inputSchema) }] : [];
    }),
  );
}

/**
 * Who is at work and how many texts they have been through is told; and whether a theme is used at all, so that nobody removes it, and
 * whether anything stands in a document, so that nobody writes it anew under somebody's codings.
 */
const documented = new Set(['coders', 'isUsed', 'isWorkedOn']);

/** An answer without what is documented. */
function undocumented(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer ?? null, (key, value: unknown) => (documented.has(key) ? undefined : value)));
}

const about = ['projectId', 'textId', 'textIds', 'codingIds', 'themeId', 'frameworkId', 'quoteId', 'reportId'];

/** What I am told: the answer, or the code of the refusal. */
async function ask({ client }: Core, name: string, input: object): Promise<unknown> {
  const [feature = '', method = ''] = name.split('.');
  // The names come from the contract itself.
  const features = client as unknown as Record<string, Record<string, (input: object) => Promise<unknown>>>;
  return await features[feature]?.[method]?.(input).catch((error: { code?: string; data?: unknown }) => ({ refused: error.code }));
}

test('[F60] issue 5.11: while coders code blind, no answer of the core tells what another has coded', async () => {
  const { path, at, ids } = await base();
  const twin = path.replace(/a\.rost$/u, 'b.rost');
  copyFileSync(path, twin);
  const others = await otherCodes(twin, at, ids.documents);
  const asked = questions(at, ids, others);
  const unasked = queries().filter(
    ({ name, takes: names }) => names.some((each) => about.includes(each)) && asked[name] === undefined && !elsewhere.has(name),
  );
  expect(unasked.map(({ name }) => name)).toEqual([]);
  const told: Record<string, unknown>[] = [];
  for (const file of [path, twin]) {
    // What is named by chance is named alike.
    const me = openAs('ingrid', { random: (count) => new Uint8Array(count), now: () => Date.parse('2026-03-02T08:00:00Z') });
    await me.client.workspace.open({ path: file });
    // What is suggested is told once it has been learnt, however long that takes.
    const { projectId } = at;
    for (const learnt of [
      () => me.client.suggestions.forTexts({ projectId, textIds: [...at.texts.values()] }),
      () => me.client.suggestions.withSuggestions({ projectId }),
    ])
      await expect.poll(async () => (await learnt()).state, { timeout: 60_000 }).not.toBe('learning');
    const answers: Record<string, unknown> = {};
    for (const [name, inputs] of Object.entries(asked))
      for (const [place, input] of inputs.entries()) answers[`${name} ${place}`] = await ask(me, name, input);
    told.push(answers);
    me[Symbol.dispose]();
  }
  const bad = Object.entries(told[0] ?? {}).filter(([, answer]) => (answer as { refused?: string }).refused === 'BAD_MESSAGE');
  expect(bad.map(([name]) => name)).toEqual([]);
  expect(told[0]?.['search.find 0']).toMatchObject({ problem: null });
  for (const [name, answer] of Object.entries(told[0] ?? {}))
    expect.soft(undocumented(told[1]?.[name]), name).toEqual(undocumented(answer));
  // What is documented goes so far and no further.
  const [alone, together] = told.map((each) => each['agreement.coders 0'] as { coders: { isMe: boolean; codings: number | null }[] });
  expect(together?.coders.filter(({ isMe }) => isMe)).toEqual(alone?.coders);
  expect(together?.coders.filter(({ isMe }) => !isMe)).toMatchObject([{ texts: 47, codings: null }]);
}, 120_000);
