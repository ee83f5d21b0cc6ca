import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../electron/core/app-error.ts';
import { readProjectFile } from '../../electron/core/features/refi/import/read-project.ts';
import en from '../../shared/messages/generated/en.json' with { type: 'json' };
import { anyWorkspace, asProposed, exportProject, fillWorkspace, importProject } from '../core/refi-fixture.ts';
import { finish, hashTables, openEmptyWorkspace, upload } from '../core/survey-upload-fixture.ts';

/** 5,000 by hand (ROST_LONG=1), fewer in the ordinary run. */
const rounds = process.env['ROST_LONG'] === undefined ? 300 : 5000;

/** A mutated copy: bytes set, cut out or doubled. Of XML, pieces between angle brackets too. */
function mutate(bytes: Buffer, changes: readonly (readonly [number, number, 'set' | 'cut' | 'double' | 'part'])[]): Buffer {
  let changed: Buffer = Buffer.from(bytes);
  for (const [place, byte, how] of changes) {
    const at = place % Math.max(1, changed.length);
    if (how === 'set') changed[at] = byte;
    else if (how === 'cut') changed = Buffer.concat([changed.subarray(0, at), changed.subarray(at + (byte % 40))]);
    else if (how === 'double') changed = Buffer.concat([changed.subarray(0, at), changed.subarray(at, at + byte), changed.subarray(at)]);
    else changed = withoutPart(changed, at);
  }
  return changed;
}

/** Takes one element's tag away, from its angle bracket to the next: names, references and whole branches go astray. */
function withoutPart(xml: Buffer, at: number): Buffer {
  const from = xml.lastIndexOf(60, at);
  const to = xml.indexOf(62, at);
  return from === -1 || to === -1 ? xml : Buffer.concat([xml.subarray(0, from), xml.subarray(to + 1)]);
}

const change = fc.tuple(fc.nat(), fc.nat(255), fc.constantFrom('set' as const, 'cut' as const, 'double' as const, 'part' as const));

test('files with bytes changed anywhere are read or refused in words, never worse [F69] issue 7.12', { timeout: 1_800_000 }, async () => {
  using core = await openEmptyWorkspace();
  const [given = { persons: [], codings: [], document: 'x' }] = fc.sample(anyWorkspace, { numRuns: 1, seed: 12 });
  const { projectId } = fillWorkspace(core, given);
  const { content } = await exportProject(core, projectId);
  const entries = unzipSync(content);
  using other = await openEmptyWorkspace();
  const before = hashTables(other, 'logged');
  const folder = other.session.deps.temporaryFolder;
  const filesBefore = existsSync(folder) ? readdirSync(folder, { recursive: true }).length : 0;
  let read = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(change, { minLength: 1, maxLength: 6 }), async (isPacked, changes) => {
      const xml = mutate(Buffer.from(entries['project.qde'] ?? new Uint8Array()), changes);
      const bytes = isPacked ? mutate(content, changes) : Buffer.from(zipSync({ ...entries, 'project.qde': new Uint8Array(xml) }));
      const ticket = await upload(other, { name: 'x.qdpx', content: bytes });
      try {
        await finish(other.client.refi.inspectProject({ ticket, choices: asProposed }));
        read += 1;
      } catch (error) {
        // What the client gets: a code and a message that is in the catalogues.
        expect(error).toMatchObject({ code: expect.stringMatching(/^FILE_(?:UNREADABLE|TOO_LARGE)$/u) });
        const { data } = error as { data: { message: string } };
        expect(Object.keys(en)).toContain(data.message);
        refused += 1;
      } finally {
        await other.client.refi.discardFile({ ticket });
      }
    }),
    { numRuns: rounds },
  );
  expect(hashTables(other, 'logged')).toEqual(before);
  expect(readdirSync(folder, { recursive: true }).length).toBeLessThanOrEqual(filesBefore + 2);
  expect(read).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
});

test('a file that is taken in although it was changed leaves a whole workspace, or nothing [F69]', { timeout: 1_800_000 }, async () => {
  using core = await openEmptyWorkspace();
  const [given = { persons: [], codings: [], document: 'x' }] = fc.sample(anyWorkspace, { numRuns: 1, seed: 21 });
  const { projectId } = fillWorkspace(core, given);
  const entries = unzipSync((await exportProject(core, projectId)).content);
  using other = await openEmptyWorkspace();
  const before = hashTables(other, 'logged');
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const xml = mutate(
        Buffer.from(entries['project.qde'] ?? new Uint8Array()),
        changes.map(([place, byte]) => [place, byte, 'part'] as const),
      );
      const ticket = await upload(other, {
        name: 'x.qdpx',
        content: Buffer.from(zipSync({ ...entries, 'project.qde': new Uint8Array(xml) })),
      });
      const inspected = await finish(other.client.refi.inspectProject({ ticket, choices: asProposed })).catch(() => null);
      if (inspected === null) return;
      await finish(other.client.refi.importProject({ ticket, choices: asProposed, basis: inspected.output.basis }));
      expect(other.session.workspace.db.pragma('foreign_key_check')).toEqual([]);
      await other.client.history.undo({});
      expect(hashTables(other, 'logged')).toEqual(before);
    }),
    { numRuns: rounds / 10 },
  );
});

/** Words that a field, an attribute or a value of ours could be changed to, and are hard to take in. */
const hardWords = [
  '',
  ' ',
  '0',
  '-1',
  '9'.repeat(12),
  '1e400',
  'x'.repeat(5000),
  'none',
  'rank',
  'consent',
  'repeat',
  'register',
  'option',
  'said',
].concat(['precision', '\u0301', 'a\n  b', '2026-02-31', 'true', 'answer', 'specify', 'minutes', 'document', 'remark']);
const hardPlaces =
  /(?<=^[A-Z][A-Za-z ]*(?: \[[^\]]*\])?: )[^<\n]+|(?<=^[A-Z][A-Za-z ]* \[)[^\]]+(?=\]: )|(?<= (?:name|guid|targetGUID|creatingUser|typeOfVariable)=")[^"]+|(?<=<\w+Value>)[^<]+/gmu;

test('words of ours changed to anything are taken in whole or refused in words [F69]', { timeout: 1_800_000 }, async () => {
  using core = await openEmptyWorkspace();
  const [given = { persons: [], codings: [], document: 'x' }] = fc.sample(anyWorkspace, { numRuns: 1, seed: 21 });
  const { projectId } = fillWorkspace(core, given);
  const entries = unzipSync((await exportProject(core, projectId)).content);
  const xml = Buffer.from(entries['project.qde'] ?? new Uint8Array()).toString();
  const places = [...xml.matchAll(hardPlaces)];
  const hardChange = fc.record({
    at: fc.nat(places.length - 1),
    word: fc.constantFrom(...hardWords),
    from: fc.nat(places.length - 1),
    isOther: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(hardChange, { minLength: 1, maxLength: 4, selector: ({ at }) => at }), async (changes) => {
      let changed = xml;
      for (const { at, word, from, isOther } of changes.toSorted((one, other) => other.at - one.at)) {
        const [place, source] = [places[at], places[from]];
        if (place === undefined || source === undefined) continue;
        const words = isOther ? source[0] : word.replaceAll('"', '');
        changed = `${changed.slice(0, place.index)}${words}${changed.slice(place.index + place[0].length)}`;
      }
      using other = await openEmptyWorkspace();
      const content = Buffer.from(zipSync({ ...entries, 'project.qde': new TextEncoder().encode(changed) }));
      try {
        const { result } = await importProject(other, { name: 'x.qdpx', content });
        expect(other.session.workspace.db.pragma('foreign_key_check')).toEqual([]);
        await exportProject(other, result.projectId);
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^(?:FILE_UNREADABLE|NOTHING_TO_SEND)$/u) });
      }
    }),
    { numRuns: rounds / 10 },
  );
});

test('an archive that means harm is refused, and its names are no paths', async () => {
  using core = await openEmptyWorkspace();
  const folder = core.session.deps.temporaryFolder;
  const xml = (path: string): Uint8Array =>
    new TextEncoder().encode(
      `<Project xmlns="urn:QDA-XML:project:1.0" name="x"><Sources><TextSource guid="T1" name="x" plainTextPath="${path}"/></Sources></Project>`,
    );
  const read = async (content: Uint8Array): Promise<{ code: string; words: number }> => {
    const ticket = await upload(core, { name: 'x.qdpx', content });
    const steps = readProjectFile(join(folder, 'in', ticket), { language: 'nb', nameless: '?', signal: undefined });
    try {
      for (;;) {
        const step = await steps.next();
        if (step.done === true) return { code: 'READ', words: step.value.words.size };
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { code: error.messageId, words: 0 };
    }
  };
  for (const path of ['../../../../etc/passwd', '/etc/passwd', 'absolute:///etc/passwd', 'file:///etc/passwd'])
    expect(await read(zipSync({ 'project.qde': xml(path) }))).toEqual({ code: 'READ', words: 0 });
  // An entry that wants out is only a name.
  expect(await read(zipSync({ 'project.qde': xml('../t.txt'), '../../t.txt': new TextEncoder().encode('x') }))).toEqual({
    code: 'READ',
    words: 0,
  });
  const bomb = zipSync({ 'project.qde': xml('internal://t.txt'), 'sources/t.txt': new Uint8Array(60 * 1024 * 1024) });
  expect(await read(bomb)).toEqual({ code: 'codebookExchange.error.bomb', words: 0 });
  // One entry that very many texts say is theirs unpacks to as much as very many entries.
  const same = Array.from({ length: 300 }, (_, at) => `<TextSource guid="T${at}" name="x" plainTextPath="internal://t.txt"/>`).join('');
  const often = new TextEncoder().encode(`<Project xmlns="urn:QDA-XML:project:1.0" name="x"><Sources>${same}</Sources></Project>`);
  const large = zipSync({ 'project.qde': often, 'sources/t.txt': new Uint8Array(3_900_000).fill(0x61) });
  expect(await read(large)).toEqual({ code: 'codebookExchange.error.bomb', words: 0 });
  const deep = new TextEncoder().encode(`<Project>${'<a>'.repeat(2000)}${'</a>'.repeat(2000)}</Project>`);
  expect(await read(zipSync({ 'project.qde': deep }))).toMatchObject({ code: 'codebookExchange.error.too-deep' });
  expect(await read(zipSync({ 'a/project.qde': xml('x') }))).toMatchObject({ code: 'codebookExchange.error.no-project' });
  expect(await read(zipSync({ 'word/document.xml': xml('x') }))).toMatchObject({ code: 'refi.error.unsupported' });
  expect(await read(readFileSync(import.meta.filename))).toMatchObject({ code: 'codebookExchange.error.no-project' });
});
