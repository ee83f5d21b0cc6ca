import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { isReadingError } from '../../electron/core/features/exchange/reading/index.ts';
import { readBook } from '../../electron/core/features/xlsform/read-book.ts';
import { plainText } from '../../shared/limesurvey/structure.ts';
import { readRelevance, type NameMeaning } from '../../shared/limesurvey/relevance.ts';
import { QuestionnaireSpec } from '../../shared/model/questionnaire-spec.ts';
import { readForm, type ReadForm } from '../../shared/xlsform/index.ts';
import { newSurvey, oldSurvey } from './limesurvey-fixture.ts';
import { words } from './xlsform-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'rost-lss-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let counter = 0;
function fileOf(content: Uint8Array | string): string {
  const path = join(folder, `file-${(counter += 1)}.lss`);
  writeFileSync(path, content);
  return path;
}

async function readLss(content: string): Promise<ReadForm> {
  const { format, book } = await readBook(fileOf(content));
  expect(format).toBe('lss');
  return readForm(book, { name: 'Skjema', words, fallback: 'nb' });
}

function questionsOf({ spec }: ReadForm) {
  return new Map(spec.sections.flatMap(({ questions }) => questions).map((question) => [question.name, question]));
}

describe('a LimeSurvey structure file', () => {
  it('becomes a questionnaire: groups as sections, types, answers, languages, what must be answered', async () => {
    const form = await readLss(newSurvey);
    expect(form.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(QuestionnaireSpec.parse(form.spec)).toEqual(form.spec);
    expect(form.spec.name).toBe('Brukerne i Fjordvik');
    expect(form.spec.sections.map(({ title }) => title)).toEqual([
      { nb: 'Om deg', sv: 'Om dig' },
      { nb: 'Om tjenesten', sv: 'Om tjänsten' },
    ]);
    const questions = questionsOf(form);
    expect([...questions].map(([name, { type }]) => `${name} ${type}`)).toEqual([
      'alder number',
      'tjeneste one',
      'stotte several',
      'tilfreds_SQ001 scale',
      'tilfreds_SQ002 scale',
      'hjelp one',
      'viktig rank',
      'fortell open',
      'dato date',
      'takk note',
    ]);
    expect(questions.get('tjeneste')?.wording).toEqual({ nb: 'Hvilken tjeneste bruker du mest?', sv: 'Vilken tjänst använder du mest?' });
    expect(questions.get('alder')).toMatchObject({ isRequired: true, minimum: 16, maximum: 110, decimals: 0 });
    expect(questions.get('stotte')?.options.map(({ name, isExclusive, asksWhat }) => [name, isExclusive, asksWhat])).toEqual([
      ['SQ001', false, false],
      ['SQ002', false, false],
      ['SQ003', true, false],
      ['other', false, true],
    ]);
    const scale = form.spec.scales.find(({ key }) => key === questions.get('tilfreds_SQ001')?.scale);
    expect((scale?.options ?? questions.get('tilfreds_SQ001')?.options ?? []).map(({ label }) => label.nb)).toEqual([
      'Ikke fornøyd',
      'Fornøyd',
      'Svært fornøyd',
    ]);
    expect(questions.get('tilfreds_SQ002')?.lead ?? {}).toEqual({ nb: 'Hvor fornøyd er du?', sv: 'Hur nöjd är du?' });
  });

  it('keeps routing in expressions of our own', async () => {
    const questions = questionsOf(await readLss(newSurvey));
    expect(questions.get('fortell')?.relevant).toBe("selected(${stotte}, 'SQ001') and ${tjeneste} != 'A2'");
    expect(questions.get('dato')?.relevant).toBe('${alder} >= 18');
  });

  it('of an older version, with a row for each language, is the same questionnaire', async () => {
    const [now, then] = [await readLss(newSurvey), await readLss(oldSurvey)];
    expect(then.spec).toEqual(now.spec);
  });

  it('names a condition it cannot say, with the line of the file', async () => {
    const odd = newSurvey
      .replace('<![CDATA[alder.NAOK &gt;= 18]]>', '<![CDATA[x]]>')
      .replace('alder.NAOK >= 18', 'regexMatch("/a/", alder)');
    const form = await readLss(odd);
    const [problem] = form.problems.filter(({ code }) => code === 'expression');
    const before = odd.slice(0, odd.indexOf('<title><![CDATA[dato]]>'));
    expect(problem?.row).toBe(before.slice(0, before.lastIndexOf('<row>')).split('\n').length);
    expect(form.errorCount).toBe(0);
  });

  it('that is damaged is refused with its line', async () => {
    const cut = newSurvey.slice(0, newSurvey.indexOf('<question_l10ns>') + 30);
    await expect(readBook(fileOf(cut))).rejects.toMatchObject({ code: 'NOT_READABLE', params: { reason: 'xml' } });
    const deep = newSurvey.replace('<groups>', '<groups>'.concat('<a>'.repeat(50)));
    await expect(readBook(fileOf(deep))).rejects.toMatchObject({ code: 'ZIP_BOMB' });
    const withType = newSurvey.replace('<document>', '<!DOCTYPE document [<!ENTITY a "b">]>\n<document>');
    await expect(readBook(fileOf(withType))).rejects.toMatchObject({ code: 'NOT_READABLE' });
  });

  it('with any byte changed is read or refused, never more', async () => {
    const bytes = Buffer.from(newSurvey);
    const runs = process.env['ROST_LONG'] === '1' ? 5000 : 150;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), async (changes) => {
        const changed = Buffer.from(bytes);
        for (const [at, value] of changes) changed[at] = value;
        try {
          const { book } = await readBook(fileOf(changed));
          readForm(book, { name: 'Skjema', words, fallback: 'nb' });
        } catch (error) {
          if (!isReadingError(error)) throw error;
        }
      }),
      { numRuns: runs },
    );
  });
});

describe('conditions', () => {
  const meaning = (name: string): NameMeaning | null =>
    name === 'M_1' ? { kind: 'item', name: 'M', item: '1' } : /^[A-Q]/u.test(name) ? { kind: 'question', name } : null;
  it.each([
    ['', ''],
    ['1', ''],
    ['((Q1.NAOK == "Y"))', "((${Q1} = 'Y'))"],
    ['Q1 eq "A" or !(Q2 > 3)', "${Q1} = 'A' or not((${Q2} > 3))"],
    ['M_1.NAOK == "Y" && M_1 != "Y"', "selected(${M}, '1') and not(selected(${M}, '1'))"],
    ['!is_empty(Q1)', "not(${Q1} = '')"],
    ['Q1 + 2 * Q2 / 4 <= -1', '${Q1} + 2 * ${Q2} div 4 <= -1'],
    ['strlen(Q1) > 2', null],
    ['Z9 == 1', null],
    ['Q1 ==', null],
    [`${'('.repeat(200)}1${')'.repeat(200)}`, null],
  ])('%s', (text, expected) => {
    expect(readRelevance(text, meaning)).toBe(expected);
  });

  it('of any characters are read or left, never more', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readRelevance(text, meaning);
        expect(read === null || typeof read === 'string').toBe(true);
      }),
    );
  });
});

describe('texts', () => {
  it('lose the tags of the web editor and nothing else', () => {
    expect(plainText('<p>Er du <strong>fornøyd</strong>?</p>\r\n<p>Svar&nbsp;p&aring; 1 &lt; 2 &amp; &#248;</p>')).toBe(
      'Er du fornøyd?\n\nSvar p&aring; 1 < 2 & ø',
    );
    expect(plainText('<script>alert(1)</script>Ja')).toBe('Ja');
  });
});
