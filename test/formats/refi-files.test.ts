import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeIn, toCodePoints } from '../../electron/core/features/refi/positions.ts';
import { XmlParts } from '../../electron/core/features/refi/import/xml-parts.ts';
import { decimal } from '../../electron/core/features/refi/export/read-values.ts';
import { readXml } from '../../electron/core/documents/xml.ts';
import { anyWorkspace, everything, exportProject, fillWorkspace, importProject, inspectProject } from '../core/refi-fixture.ts';
import { hashTables, openEmptyWorkspace, pluck } from '../core/survey-upload-fixture.ts';
import { buildZip } from './zip-fixture.ts';

const folder = join(import.meta.dirname, '../../../shared/data/refi');
const hasFiles = existsSync(join(folder, 'Project.xsd'));
if (!hasFiles) console.warn('skipped: ../shared/data/refi is absent, so the schema and files by other programs are not tried');
const hasXmllint = existsSync('/usr/bin/xmllint');
if (!hasXmllint) console.warn('skipped: xmllint is not installed, so projects are not held against the schema');

/** Fails with what is wrong where, when any of them is not valid. */
function validate(files: readonly Uint8Array[]): void {
  const temporary = mkdtempSync(join(tmpdir(), 'rost-xsd-'));
  try {
    const paths = files.map((content, at) => {
      const path = join(temporary, `${at}.qde`);
      writeFileSync(path, content);
      return path;
    });
    execFileSync('xmllint', ['--nonet', '--noout', '--schema', join(folder, 'Project.xsd'), ...paths], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

const qde = (content: Buffer): Uint8Array => unzipSync(content)['project.qde'] ?? new Uint8Array();

describe.skipIf(!hasFiles || !hasXmllint)('a project as we write it', () => {
  test('is valid by the schema of the standard, whatever it holds [F67] [F69] issue 7.8', { timeout: 60_000 }, async () => {
    const files: Uint8Array[] = [];
    for (const given of fc.sample(anyWorkspace, { numRuns: 8, seed: 7 })) {
      using core = await openEmptyWorkspace();
      const { projectId } = fillWorkspace(core, given);
      files.push(qde((await exportProject(core, projectId)).content));
    }
    validate(files);
  });

  test('is valid with nothing but its themes, and with nothing but one note: nothing empty is in it', async () => {
    using core = await openEmptyWorkspace();
    const { projectId } = fillWorkspace(core, { persons: [], codings: [], document: 'Brev' });
    const nothing = { answers: false, values: false, remarks: false, documents: false, minutes: false, identifiers: false };
    const { content } = await exportProject(core, projectId, nothing);
    validate([qde(content)]);
    const xml = strFromU8(qde(content));
    for (const name of ['Variables', 'Cases', 'Sources', 'Links', 'Sets', 'Graphs']) expect(xml).not.toContain(`<${name}`);
  });
});

describe('a project as we write it', () => {
  test('obeys the rules that others broke [F67] [F69] [R12]', async () => {
    using core = await openEmptyWorkspace();
    const [given = { persons: [], codings: [], document: '' }] = fc.sample(anyWorkspace, { numRuns: 1, seed: 3 });
    const { projectId } = fillWorkspace(core, given);
    const { content } = await exportProject(core, projectId);
    const entries = unzipSync(content);
    expect(Object.keys(entries)[0]).toBe('project.qde');
    const xml = strFromU8(qde(content));
    expect(xml).not.toMatch(/basePath|currentPath|richTextPath|PlainTextContent|\/home\/|\/tmp\//u);
    for (const [, path = ''] of xml.matchAll(/plainTextPath="([^"]+)"/gu)) {
      expect(path).toMatch(/^internal:\/\/[0-9a-f-]{36}\.txt$/u);
      const bytes = entries[`sources/${path.slice('internal://'.length)}`];
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      expect(text).not.toMatch(/\r|^\uFEFF/u);
    }
    expect(xml.match(/<FloatValue>[^<]*[eE,][^<]*</u)).toBeNull();
    // A memo is a note with its author and time.
    expect(xml).toMatch(
      /<Note guid="[^"]+" name="Om prosjektet og mer" plainTextPath="[^"]+" creatingUser="[^"]+" creationDateTime="2026-02-03T04:05:06\.789Z"\/>/u,
    );
  });

  test('counts code points, with the end exclusive [F69]', async () => {
    using core = await openEmptyWorkspace();
    const said = '😀😀 ventetid 𝄞 lang';
    const person = { said, remark: '', age: null, chosen: null, score: null, day: null, isTwice: false };
    const codings = [{ person: 0, theme: 0, from: 3, length: 8, isWhole: false, coder: 0, memo: '' }];
    const { projectId } = fillWorkspace(core, { persons: [person], codings, document: 'Brev' });
    const xml = strFromU8(qde((await exportProject(core, projectId)).content));
    expect(xml).toMatch(/name="ventetid" startPosition="3" endPosition="11"/u);
  });

  test('leaves identifying questions and everything else out that is not asked for, and tells it [F71] [R12]', async () => {
    using core = await openEmptyWorkspace();
    const person = { said: 'Noe', remark: 'En merknad', age: 1, chosen: null, score: null, day: null, isTwice: false };
    const { projectId } = fillWorkspace(core, { persons: [person], codings: [], document: 'Brevet' });
    const { sql, operations, newId } = core.session.workspace;
    operations.run({ ...core.session.workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false }, () => {
      const text = {
        id: newId(),
        project_id: projectId,
        kind: 'answer',
        interview_key: 1,
        question_key: 6,
        language: 'nb',
        body: 'Storgata 1',
      };
      sql.insert('text', text);
      sql.insert('answer', { interview_key: 1, question_key: 6, text_id: text.id });
    });
    const open = await exportProject(core, projectId, { ...everything, identifiers: false, remarks: false, documents: false });
    const all = Object.values(unzipSync(open.content))
      .map((bytes) => strFromU8(bytes))
      .join('\n');
    expect(all).not.toMatch(/Storgata|En merknad|Brevet/u);
    expect(open.losses.map(({ code, count }) => [code, count])).toEqual(
      expect.arrayContaining([
        ['identifier', 1],
        ['left-out', 2],
      ]),
    );
    const asked = await exportProject(core, projectId);
    expect(
      Object.values(unzipSync(asked.content))
        .map((bytes) => strFromU8(bytes))
        .join('\n'),
    ).toContain('Storgata 1');
  });

  test('never holds anybody who has withdrawn, and stands in the register [R12]', async () => {
    using core = await openEmptyWorkspace();
    const person = { said: 'Et vitnemål', remark: 'Merknad', age: 1, chosen: null, score: null, day: null, isTwice: false };
    const codings = [{ person: 0, theme: 0, from: 0, length: 4, isWhole: false, coder: 0, memo: 'Notat om vitnemål' }];
    const { projectId } = fillWorkspace(core, { persons: [person, { ...person, said: 'En annen' }], codings, document: 'Brev' });
    const { sql, operations } = core.session.workspace;
    operations.run({ ...core.session.workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false }, () =>
      sql.run("UPDATE respondent SET withdrawn_at = '2026-03-01T00:00:00.000Z' WHERE code = 'R001'"),
    );
    const { content } = await exportProject(core, projectId);
    const all = Object.values(unzipSync(content))
      .map((bytes) => strFromU8(bytes))
      .join('\n');
    expect(all).not.toMatch(/vitnemål|R001/u);
    expect(all).toContain('En annen');
    expect(pluck(core, "SELECT format || ' ' || recipient || ' ' || json_extract(definition, '$.purpose') FROM release")).toBe(
      'qdpx Universitetet Felles analyse',
    );
  });

  test.each([
    [1e-7, '0.0000001'],
    [-2.5e-9, '-0.0000000025'],
    [2.5e21, '2500000000000000000000'],
    [1.25, '1.25'],
    [0, '0'],
  ])('writes %d without exponent', (number, text) => {
    expect(decimal(number)).toBe(text);
    expect(Number(decimal(number))).toBe(number);
  });
});

describe.skipIf(!hasFiles)('projects by other programs', () => {
  test.each(readdirSync(hasFiles ? folder : '.').filter((name) => name.endsWith('.qdpx')))(
    '%s comes in with a report of what does not [F69] [F71] issue 7.8',
    async (name) => {
      using core = await openEmptyWorkspace();
      const before = hashTables(core, 'logged');
      const { inspection, result } = await importProject(core, join(folder, name));
      expect(inspection.isOwn).toBe(false);
      expect(result.outcome.codings.made + result.outcome.codings.left).toBe(inspection.counts.codings);
      await core.client.history.undo({});
      expect(hashTables(core, 'logged')).toEqual(before);
    },
  );

  test('have their codings where the words are [F69]', async () => {
    using core = await openEmptyWorkspace();
    const { inspection, result } = await importProject(core, join(folder, 'qc-demo.qdpx'));
    expect(inspection.counts).toMatchObject({ codings: 205, texts: 2 });
    expect(result.outcome.codings).toEqual({ made: 205, changed: 0, same: 0, left: 0 });
    expect(inspection.notes).toMatchObject([{ code: 'path', isLost: false, count: 2 }]);
    // Every selection of that program is a whole line.
    const rows = core.session.workspace.db
      .prepare(
        'SELECT substr(body, start_offset, 1) AS before, substr(body, end_offset, 1) AS last FROM coding JOIN text ON text.id = text_id',
      )
      .all() as { before: string; last: string }[];
    expect(rows.filter(({ before, last }) => !['', '\n'].includes(before) || last !== '\n').length).toBeLessThan(10);
    const again = await inspectProject(core, join(folder, 'qc-demo.qdpx'), { target: { kind: 'project', projectId: result.projectId } });
    expect(again.inspection.isSame).toBe(true);
  });
});

/** A foreign project with everything that foreign programs write. */
const foreign = (inside: string, users = '<Users><User guid="{AAAAAAAA-0000-4000-8000-000000000001}" name="Kim"/></Users>'): string =>
  `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:0:4" name="Andre" origin="X 1">${users}
<CodeBook><Codes><Code guid="AAAAAAAA-0000-4000-8000-0000000000C1" name="Ventetid" isCodable="true" color="#058"><NoteRef targetGUID="AAAAAAAA-0000-4000-8000-0000000000F9"/></Code></Codes></CodeBook>${inside}</Project>`;

const zipOf = (xml: string, files: Record<string, string | Buffer> = {}, name = 'Andre.qde'): Buffer =>
  buildZip([{ name, content: xml }, ...Object.entries(files).map(([path, content]) => ({ name: path, content }))]);

describe('a foreign project is read as well as it goes', () => {
  test('with another name for its file, folders in capitals, no schemes, braces, positions on CRLF [F69] [F71]', async () => {
    using core = await openEmptyWorkspace();
    const text = 'Linje én\r\nLang ventetid her\r\nslutt 😀 på';
    // One for each line end: "ventetid" begins at 8 + 1 + 5.
    const selection = `<PlainTextSelection guid="s1" name="ventetid" startPosition="14" endPosition="22" creatingUser="aaaaaaaa-0000-4000-8000-000000000001" creationDateTime="2026-01-02T03:04:05+01:00">
<Coding guid="c1"><CodeRef targetGUID="{aaaaaaaa-0000-4000-8000-0000000000c1}"/><NoteRef targetGUID="F1"/></Coding></PlainTextSelection>
<PlainTextSelection guid="s2" name="" startPosition="9" endPosition="9"><NoteRef targetGUID="F2"/></PlainTextSelection>
<PlainTextSelection guid="s3" startPosition="26" endPosition="26"><Coding guid="c2"><CodeRef targetGUID="aaaaaaaa-0000-4000-8000-0000000000c1"/></Coding></PlainTextSelection>
<PlainTextSelection guid="s4" startPosition="900" endPosition="905"><Coding guid="c3"><CodeRef targetGUID="aaaaaaaa-0000-4000-8000-0000000000c1"/></Coding></PlainTextSelection>
<PlainTextSelection guid="s5" startPosition="9" endPosition="13"><Description>En kommentar</Description></PlainTextSelection>`;
    const xml = foreign(`<Sources><TextSource guid="T1" name="Samtale" plainTextPath="Intervju 1.txt">${selection}</TextSource>
<TextSource guid="T2" name="Rik" richTextPath="internal://T2.docx"/><PictureSource guid="P1" name="foto.jpg" path="internal://p.jpg"/>
<PDFSource guid="D1" name="Rapport.pdf" path="internal://d.pdf"><Representation guid="D2" plainTextPath="internal://d.txt"><PlainTextSelection guid="s6" startPosition="0" endPosition="5"><Coding guid="c6"><CodeRef targetGUID="aaaaaaaa-0000-4000-8000-0000000000c1"/></Coding></PlainTextSelection></Representation></PDFSource></Sources>
<Notes><Note guid="F1" name="n" creatingUser="AAAAAAAA-0000-4000-8000-000000000001" creationDateTime="2026-01-01T00:00:00Z"><PlainTextContent>Til kodingen</PlainTextContent></Note>
<Note guid="F2"><PlainTextContent>Til et sted uten ord</PlainTextContent></Note><Note guid="F3" name="løs"><PlainTextContent>Hører ikke til noe</PlainTextContent></Note>
<Note guid="F4"><PlainTextContent>Fra en lenke</PlainTextContent></Note></Notes>
<Links><Link guid="L1" name="merknad" originGUID="s1" targetGUID="F4"/><Link guid="L2" name="pil" originGUID="T1" targetGUID="T2"/></Links>
<Sets><Set guid="S1" name="Utvalg"/></Sets><Graphs><Graph guid="G1" name="Kart"/></Graphs>`);
    const { inspection } = await importProject(core, {
      name: 'Andre.qdpx',
      content: zipOf(xml, { 'Sources/intervju 1.TXT': text, 'sources/d.txt': 'Ordene i PDF' }),
    });
    const counts = Object.fromEntries(inspection.notes.map(({ code, count }) => [code, count]));
    expect(counts).toMatchObject({
      'project-file': 1,
      path: 1,
      'lines-as-one': 1,
      'rich-only': 1,
      media: 1,
      'pdf-as-text': 1,
      'selection-empty': 1,
      'selection-outside': 1,
      'memo-moved': 2,
      'note-of-nobody': 1,
      'note-missing': 1,
      link: 1,
      set: 1,
      graph: 1,
    });
    expect(inspection.themeNotes.map(({ code }) => code)).toEqual(expect.arrayContaining(['namespace', 'colour-nearest']));
    expect(
      pluck(
        core,
        "SELECT group_concat(substr(body, start_offset + 1, end_offset - start_offset), '|') FROM (SELECT * FROM coding JOIN text ON text.id = text_id ORDER BY body)",
      ),
    ).toBe('ventetid|Orden');
    expect(pluck(core, "SELECT actor.name || ' ' || coded_at FROM coding JOIN actor ON actor.id = coder_id WHERE start_offset > 0")).toBe(
      'Kim 2026-01-02T02:04:05.000Z',
    );
    expect(pluck(core, "SELECT group_concat(body, '|') FROM (SELECT body FROM memo ORDER BY body)")).toBe(
      'En kommentar|Fra en lenke|Hører ikke til noe|Til et sted uten ord|Til kodingen',
    );
    expect(
      pluck(core, "SELECT actor.name || ' ' || written_at FROM memo JOIN actor ON actor.id = written_by WHERE body = 'Til kodingen'"),
    ).toBe('Kim 2026-01-01T00:00:00.000Z');
    expect(pluck(core, "SELECT coding_id IS NOT NULL FROM memo WHERE body = 'Fra en lenke'")).toBe(1);
    expect(pluck(core, 'SELECT instr(body, char(13)) FROM text')).toBe(0);
  });

  test.each([
    ['code points as written', 'a\r\n😀 ventetid', 5, 13, 'lines-as-two'],
    ['line ends as one', 'a\r\n😀 ventetid', 4, 12, 'lines-as-one'],
    ['UTF-16 units', 'å😀 ventetid', 4, 12, 'utf16-units'],
  ])('with positions in %s, told [F69]', async (_how, text, start, end, code) => {
    using core = await openEmptyWorkspace();
    const xml = foreign(
      `<Sources><TextSource guid="T1" name="x" plainTextPath="internal://t.txt"><PlainTextSelection guid="s1" name="ventetid" startPosition="${start}" endPosition="${end}"><Coding guid="c1"><CodeRef targetGUID="aaaaaaaa-0000-4000-8000-0000000000c1"/></Coding></PlainTextSelection></TextSource></Sources>`,
    );
    const { inspection } = await importProject(core, { name: 'x.qdpx', content: zipOf(xml, { 'sources/t.txt': text }) });
    const [row] = core.session.workspace.db
      .prepare('SELECT body, start_offset AS s, end_offset AS e FROM coding JOIN text ON text.id = text_id')
      .all() as { body: string; s: number; e: number }[];
    expect(row?.body.slice(row.s, row.e)).toBe('ventetid');
    expect(inspection.notes.map((note) => note.code)).toContain(code);
  });

  test('with people and their answers: new codes for names, a question for each variable [F69]', async () => {
    using core = await openEmptyWorkspace();
    const values = (age: string, happy: string, since: string): string =>
      `<VariableValue><VariableRef targetGUID="V1"/><IntegerValue>${age}</IntegerValue></VariableValue><VariableValue><VariableRef targetGUID="V2"/><BooleanValue>${happy}</BooleanValue></VariableValue><VariableValue><VariableRef targetGUID="V3"/><DateValue>${since}</DateValue></VariableValue><VariableValue><VariableRef targetGUID="V4"/><TextValue>Noe å si</TextValue></VariableValue><VariableValue><VariableRef targetGUID="V5"/></VariableValue>`;
    const xml =
      foreign(`<Variables><Variable guid="V1" name="Alder (år)" typeOfVariable="Integer"/><Variable guid="V2" name="Fornøyd" typeOfVariable="Boolean"/><Variable guid="V3" name="Siden" typeOfVariable="Date"/><Variable guid="V4" name="Merknad" typeOfVariable="Text"/><Variable guid="V5" name="Vekt" typeOfVariable="Float"/></Variables>
<Cases><Case guid="K1" name="Ola Nordmann">${values('41', 'true', '2024-05-06')}<SourceRef targetGUID="T1"/></Case><Case guid="K2" name="Kari Nordmann">${values('x', '0', '2024-13-06')}<SelectionRef targetGUID="s1"/></Case></Cases>
<Sources><TextSource guid="T1" name="Samtale"><PlainTextContent>Hele samtalen</PlainTextContent><Coding guid="c1"><CodeRef targetGUID="K2"/></Coding></TextSource></Sources>`);
    const { inspection, result } = await importProject(core, { name: 'x.qdpx', content: zipOf(xml) });
    expect(inspection).toMatchObject({ codes: 'new', names: ['Ola Nordmann', 'Kari Nordmann'] });
    expect(result.outcome).toMatchObject({
      persons: { made: 2 },
      questions: { made: 5 },
      values: { made: 6, left: 2 },
      texts: { made: 1 },
    });
    expect(inspection.notes.map(({ code }) => code)).toEqual(expect.arrayContaining(['new-code', 'case-selection', 'value-unfit']));
    expect(pluck(core, 'SELECT group_concat(code) FROM respondent')).toBe('R001,R002');
    const dump = core.session.workspace.db.prepare('SELECT * FROM respondent').all();
    expect(JSON.stringify(dump)).not.toContain('Nordmann');
    expect(
      pluck(
        core,
        "SELECT group_concat(name || ':' || type, ' ') FROM (SELECT variable.name, question.type FROM question JOIN variable ON variable.id = variable_id ORDER BY question.ordinal)",
      ),
    ).toBe('alder_ar:number Fornøyd:yes-no Siden:date Merknad:open Vekt:number');
    expect(pluck(core, 'SELECT num FROM answer WHERE num IS NOT NULL')).toBe(41);
    expect(pluck(core, 'SELECT group_concat(code) FROM (SELECT code FROM answer WHERE code IS NOT NULL ORDER BY interview_key)')).toBe(
      '1,2',
    );
    expect(pluck(core, "SELECT interview_key FROM text WHERE kind = 'document'")).toBe(1);
  });

  test('and nobody who has withdrawn here comes back with it [R12]', async () => {
    using core = await openEmptyWorkspace();
    const person = { said: 'Et vitnemål', remark: '', age: 1, chosen: null, score: null, day: null, isTwice: false };
    const codings = [{ person: 0, theme: 0, from: 0, length: 4, isWhole: false, coder: 0, memo: 'Om det' }];
    const { projectId } = fillWorkspace(core, { persons: [person], codings, document: 'Brev' });
    const file = await exportProject(core, projectId);
    const { sql, operations } = core.session.workspace;
    operations.run({ ...core.session.workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false }, () => {
      for (const table of ['memo', 'coding', 'answer']) sql.run(`DELETE FROM ${table}`);
      sql.run("DELETE FROM text WHERE kind = 'answer'");
      sql.run("UPDATE respondent SET withdrawn_at = '2026-03-01T00:00:00.000Z'");
    });
    const { inspection } = await importProject(core, file);
    expect(inspection.notes).toMatchObject([{ code: 'withdrawn', isLost: true, count: 2 }]);
    expect(pluck(core, "SELECT count(*) FROM text WHERE body LIKE '%vitnemål%'")).toBe(0);
    expect(pluck(core, "SELECT count(*) FROM memo WHERE body = 'Om det'")).toBe(0);
  });
});

describe('places in a text', () => {
  const plain = { unit: 'code-point', lines: 'as-written' } as const;

  test('are exact where the text can be stored as it is, also between a letter and its accent [F69]', () => {
    const text = 'x\u0323\u0307 😀 y';
    expect(text.normalize('NFC')).not.toBe(text);
    const stored = text.normalize('NFC');
    const all = Array.from({ length: Array.from(stored).length + 1 }, (_, at) => at);
    const { body, places } = placeIn(stored, all, plain);
    expect(body).toBe(stored);
    expect(toCodePoints(stored, places as number[])).toEqual(all);
  });

  test('move with their letters where it has to be composed, and are none beyond its end', () => {
    const text = 'e\u0301n\r\ntime\u0000 😀';
    const { body, places, isCleaned } = placeIn(text, [0, 2, 3, 5, 9, 10, 12, 99, -1], plain);
    expect(body).toBe('én\ntime 😀');
    expect(places).toEqual([0, 1, 2, 3, 7, 7, 10, null, null]);
    expect(isCleaned).toBe(true);
  });

  test('are found in one pass, however many accents stand in a row', () => {
    const text = `e${'\u0301'.repeat(400_000)}\r\n`;
    const { places } = placeIn(
      text,
      Array.from({ length: 20_000 }, (_, at) => at + 1),
      plain,
    );
    expect(new Set(places).size).toBe(1);
  });
});

describe('parts of a document', () => {
  test('are handed over one by one, whole, and never the codebook', async () => {
    const told: string[] = [];
    const parts = new XmlParts((path, part) => told.push(`${path.join('/')} ${part.name} ${part.children.length}`));
    await readXml(
      [
        Buffer.from(
          '<P><Users><User/><User><x/></User></Users><CodeBook><Codes><Code/></Codes></CodeBook><Description>a</Description></P>',
        ),
      ],
      { open: (element) => parts.open(element), close: () => parts.close(), text: (text) => parts.text(text) },
      { bytes: 1e6, depth: 10, elements: 100 },
    );
    expect(told).toEqual(['P/Users User 0', 'P/Users User 1', 'P Description 0']);
  });
});
