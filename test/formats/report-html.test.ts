import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { htmlOf } from '../../electron/core/features/reports/files/html/write-html.ts';
import { cellText, isSafeAddress, printedTable } from '../../shared/report-page/index.ts';
import { languages } from '../../shared/model/text.ts';
import { wordsIn } from '../../electron/core/words.ts';
import { findChromium, withoutChromium } from '../support/find-chromium.ts';
import { themesExhibit, made } from './exhibit-fixtures.ts';
import { blocksOf, emptyReport, exhibit, groundOf, heading, paragraph, reportDocument } from './report-fixture.ts';
import type { ReportDocument } from '../../shared/contract/reports-document.ts';

const html = htmlOf(groundOf(reportDocument()));

function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  return text.replaceAll(/<[^>]*>/gu, '').replaceAll(/&(?:lt|gt|quot|#39|amp);/gu, (sign) => signs[sign] ?? sign);
}

/** Rows of every table of figures, head left out: the label and its cells. */
function tablesOf(source: string): string[][][] {
  return [...source.matchAll(/<table>(.*?)<\/table>/gsu)].map(([, table = '']) => {
    const body = /<tbody>(.*?)<\/tbody>/su.exec(table)?.[1] ?? '';
    return [...body.matchAll(/<tr>(.*?)<\/tr>/gsu)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gsu)].map(([, cell = '']) => unescaped(cell)),
    );
  });
}

describe('[F85] [F86] a report as one HTML file', () => {
  test('has the released figures in its tables, in their order, and ":" where one is hidden [F38]', () => {
    const parts = reportDocument().blocks.flatMap((block) => block.parts.flatMap((part) => (part.kind === 'exhibit' ? [part] : [])));
    const expected = parts.map(({ released }) =>
      printedTable(released, wordsIn('nb')).rows.map(({ label, cells }) => [label, ...cells.map(cellText)]),
    );
    expect(tablesOf(html)).toEqual(expected);
    expect(tablesOf(html)[0]?.[0]).toEqual(['Ikke i det hele tatt', '9 (4–19)', ':', ':']);
  });

  test('runs nothing and fetches nothing', () => {
    const live = /<script|<iframe|<object|<embed|<form|<link|\son[a-z]+=|javascript:|@import|url\((?!#)| data-[a-z]+=/iu;
    expect(live.exec(html)?.[0]).toBeUndefined();
    const addresses = [...html.matchAll(/ (?:src|href)="([^"]*)"/gu)].map(([, address = '']) => address);
    expect(addresses.filter((address) => !/^(?:#|data:image\/|https:\/\/example\.org\/)/u.test(address))).toEqual([]);
    expect(html).toMatch(/http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-/u);
  });

  test('has one first heading, no level left out, and every inner link leads somewhere', () => {
    const levels = [...html.matchAll(/<h([1-6])/gu)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? level)).toBeLessThanOrEqual(1);
    const ids = [...html.matchAll(/ id="([^"]*)"/gu)].map(([, id = '']) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...html.matchAll(/ href="#([^"]*)"/gu)].map(([, id = '']) => id);
    expect(targets.length).toBeGreaterThan(8);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('says in words what every chart shows, and has its figures as a table beside it or under it', () => {
    const charts = html.match(/<svg .*?<\/svg>/gsu) ?? [];
    expect(charts).toHaveLength(11);
    for (const chart of charts) expect(chart).toMatch(/role="img".*<title[^>]*>[^<]+<\/title><desc[^>]*>[^<]{20,}<\/desc>/su);
    expect(html.match(/<details>/gu)).toHaveLength(6);
  });

  test('nests lists, and begins a numbered one where its author does', () => {
    expect(html).toContain(
      '<ul><li>Beskjeder gis muntlig<ul><li>og blir sjelden skrevet ned<ul><li>særlig på kveldstid</li></ul></li></ul></li>',
    );
    expect(html).toContain('<ol><li>i klart språk</li><li>innen to uker<ol><li>regnet fra møtet</li></ol></li></ol>');
    const third = reportDocument({
      blocks: blocksOf([{ kind: 'text', parts: [paragraph('Og så', 'numbered', { ordinal: 3 })] }]) as ReportDocument['blocks'],
    });
    expect(htmlOf(groundOf(third))).toContain('<ol start="3"><li>Og så</li></ol>');
  });

  test('is in the report’s language, its own words too', () => {
    for (const language of languages)
      expect(htmlOf(groundOf(reportDocument({ language })))).toContain(`<html lang="${language === 'en' ? 'en-GB' : `${language}-`}`);
    const sv = htmlOf(groundOf(reportDocument({ language: 'sv' })));
    expect(sv).toContain('Innehåll');
    expect(sv).not.toMatch(/\breports\.[a-z]/u);
    expect(htmlOf(groundOf(emptyReport()))).toContain('<h1>');
  });

  test('shows any text as text: nothing in it opens, closes or leads', () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        '</style><script>alert(1)</script>',
        '"><img src=x onerror=a>',
        "' onload='x",
        '<!--',
        ']]>',
        '&lt;',
        '</title>',
        '\\"; } * { display: none',
        '\u0000\u2028',
        '\uD800',
      ),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    );
    const withText = (text: string): string =>
      htmlOf(
        groundOf(
          reportDocument({
            title: text,
            subtitle: text,
            project: text,
            provenance: `a${text}`,
            blocks: blocksOf([
              { kind: 'heading', parts: [heading(1, '1', text, 'heading-1')] },
              {
                kind: 'text',
                parts: [
                  paragraph([
                    { text, isBold: true },
                    { text: '', footnote: text },
                  ]),
                ],
              },
              { kind: 'quote', parts: [{ kind: 'quote', text, note: `a${text}`, language: null }] },
              { kind: 'exhibit', parts: [exhibit(made({ ...themesExhibit(), title: text, source: `a${text}` }), 1, { table: 1 })] },
            ]) as ReportDocument['blocks'],
          }),
        ),
      );
    // Tags and names of attributes, without what they hold.
    const skeleton = (source: string): string[] =>
      (source.replace(/<style>.*?<\/style>/su, '<style>').match(/<[^>]*>/gu) ?? []).map((tag) => tag.replaceAll(/="[^"]*"/gu, ''));
    const plain = skeleton(withText('x'));
    fc.assert(
      fc.property(hostile, (text) => {
        const source = withText(`x${text}`);
        expect(skeleton(source)).toEqual(plain);
        const styles = source.match(/<\/style/giu) ?? [];
        expect(styles).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  test('leads to web pages and mail addresses only', () => {
    for (const href of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'vbscript:x',
      '//example.org',
      'HTTPS://example.org/\u0000',
    ])
      expect([href, isSafeAddress(href)]).toEqual([href, false]);
    for (const href of ['https://example.org/a?b=1', 'http://example.org', 'MAILTO:post@example.org'])
      expect(isSafeAddress(href)).toBe(true);
    const document = reportDocument({
      blocks: blocksOf([{ kind: 'text', parts: [paragraph([{ text: 'her', href: 'javascript:alert(1)' }])] }]) as ReportDocument['blocks'],
    });
    expect(htmlOf(groundOf(document))).toContain('<p>her</p>');
  });
});

const found = await findChromium();
if (found === null) withoutChromium('The HTML report in a browser is');

describe.skipIf(found === null)('[F86] the HTML file in a browser', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    if (found !== null) browser = await chromium.launch({ executablePath: found.executablePath, args: [...found.args] });
  });
  afterAll(() => browser.close());

  test.each(['light', 'dark'] as const)('is accessible in %s, with its own style and no complaint', async (colorScheme) => {
    const context = await browser.newContext({ colorScheme, bypassCSP: true, viewport: { width: 1000, height: 800 } });
    const page = await context.newPage();
    await page.setContent(html);
    await page.addScriptTag({ content: readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8') });
    const violations = await page.evaluate(async () => {
      // The script tag above puts it there.
      const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
      return (await axe.run()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
    });
    expect(violations).toEqual([]);
    await context.close();
  });

  test('needs nothing but itself, and its style is let in by its own policy', async () => {
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('request', (request) => said.push(request.url().slice(0, 30)));
    await page.setContent(html);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.report') ?? document.body).maxInlineSize)).toBe('736px');
    expect(said.filter((line) => !line.startsWith('data:image/'))).toEqual([]);
    await page.close();
  });
});
