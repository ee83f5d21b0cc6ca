import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Document, Footer, Header, ImageRun, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { readTemplate } from '../../electron/core/features/reports/files/docx/read-template.ts';
import { writeDocx } from '../../electron/core/features/reports/files/docx/write-docx.ts';
import { createChance } from '../../scripts/sample/random.ts';
import { all, attribute, child, openDocx, styleOf, wordsOf, type DocxParts } from './docx-reading.ts';
import { disorders, idFaults, packageFaults, tableFaults } from './docx-rules.ts';
import { groundOf, pngOf, reportDocument } from './report-fixture.ts';

const dot = pngOf(4, 4).bytes;

/** A letterhead as a Norwegian Word makes it: ids of styles in Norwegian, numbered headings, a logo in the header, another page. */
async function letterhead(change: (styles: string) => string = (styles) => styles): Promise<Uint8Array> {
  const made = new Document({
    sections: [
      {
        properties: { page: { size: { width: 12_240, height: 15_840 }, margin: { top: 2000, left: 1800, right: 1700, bottom: 1600 } } },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                children: [
                  new ImageRun({ type: 'png', data: Buffer.from(dot), transformation: { width: 60, height: 20 } }),
                  new TextRun('Fjordvik kommune'),
                ],
              }),
            ],
          }),
        },
        footers: { default: new Footer({ children: [new Paragraph({ style: 'Bunntekst', text: 'Postboks 1, 9931 Fjordvik' })] }) },
        children: [new Paragraph('Hilsen ordføreren')],
      },
    ],
  });
  const files = unzipSync(new Uint8Array(await Packer.toBuffer(made)));
  const styles = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/><w:sz w:val="20"/><w:lang w:val="nb-NO"/></w:rPr></w:rPrDefault></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="Standardskriftforavsnitt"><w:name w:val="Default Paragraph Font"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:color w:val="AA0000"/></w:rPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="Bildetekst"><w:name w:val="caption"/><w:basedOn w:val="Normal"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="Bunntekst"><w:name w:val="footer"/><w:basedOn w:val="Normal"/></w:style>',
    '</w:styles>',
  ].join('');
  files['word/styles.xml'] = strToU8(change(styles));
  files['word/document.xml'] = strToU8(strFromU8(files['word/document.xml'] ?? new Uint8Array()));
  return zipSync(files);
}

async function writtenOn(wordTemplate: Uint8Array): Promise<DocxParts> {
  return openDocx(await writeDocx(groundOf(reportDocument(), { wordTemplate, rasterise: () => Promise.resolve(dot) })));
}

describe("a report on an organisation's own Word template", () => {
  it('takes its styles by their names, whatever their ids are, and keeps what Word demands [F86]', async () => {
    const docx = await writtenOn(await letterhead());
    expect(packageFaults(docx)).toEqual([]);
    expect(idFaults(docx)).toEqual([]);
    const roots = docx.names.filter((name) => /^word\/[^/]*\.xml$/u.test(name)).map((name) => docx.xml(name));
    expect(roots.flatMap(disorders)).toEqual([]);
    expect(tableFaults(docx.xml('word/document.xml'))).toEqual([]);
    const styles = all(docx.xml('word/styles.xml'), 'style');
    const heading = styles.find((style) => attribute(style, 'styleId') === 'Heading1');
    expect(attribute(all(heading ?? child(docx.xml('word/styles.xml'), 'docDefaults')!, 'color')[0], 'val')).toBe('AA0000');
    expect(styles.filter((style) => attribute(child(style, 'name'), 'val') === 'heading 1')).toHaveLength(1);
    expect(styles.filter((style) => attribute(style, 'type') === 'character' && attribute(style, 'default') !== '')).toHaveLength(1);
    // Numbers of headings are the report's own: the template's would stand before them.
    expect(docx.text('word/styles.xml').includes('numPr')).toBe(false);
  });

  it('takes its page, header, footer and logo, and says on the title page where the figures are from', async () => {
    const docx = await writtenOn(await letterhead());
    const body = docx.xml('word/document.xml');
    expect(attribute(all(body, 'pgSz')[0], 'w')).toBe('12240');
    expect(attribute(all(body, 'pgMar')[0], 'left')).toBe('1800');
    expect(
      attribute(
        all(body, 'pgSz').find((size) => attribute(size, 'orient') === 'landscape'),
        'w',
      ),
    ).toBe('15840');
    const header = docx.names.find((name) => name.startsWith('word/header')) ?? '';
    expect(wordsOf(docx.xml(header))).toContain('Fjordvik kommune');
    const footer = docx.names.filter((name) => name.startsWith('word/footer'));
    expect(footer.map((name) => wordsOf(docx.xml(name)))).toEqual(['Postboks 1, 9931 Fjordvik']);
    expect(styleOf(all(docx.xml(footer[0] ?? ''), 'p')[0] ?? body)).toBe('Footer');
    const text = wordsOf(body);
    expect(text.indexOf('utkast 3 · utlevering 12–15')).toBeLessThan(text.indexOf('Innhold'));
    expect(text).toContain('utkast 3 · utlevering 12–15');
    expect(text.includes('ordføreren')).toBe(false);
  });

  it('leaves out a footer that says where the template lies, or who wrote it', async () => {
    const files = unzipSync(await letterhead());
    const footer = Object.keys(files).find((name) => name.startsWith('word/footer')) ?? '';
    const text = strFromU8(files[footer] ?? new Uint8Array());
    files[footer] = strToU8(
      text.replace(
        '</w:p>',
        '<w:fldSimple w:instr=" FILENAME \\p "><w:r><w:t>C:\\brukere\\vigdis\\mal.docx</w:t></w:r></w:fldSimple></w:p>',
      ),
    );
    const docx = await writtenOn(zipSync(files));
    const footers = docx.names.filter((name) => name.startsWith('word/footer')).map((name) => docx.text(name));
    expect(footers.join('').includes('vigdis')).toBe(false);
    expect(footers.join('')).toContain('utlevering 12–15');
    expect(packageFaults(docx)).toEqual([]);
  });

  it.each([
    [`<w:fldSimple w:instr=' INCLUDEPICTURE "https://fjordvik.example/a.png" '><w:r><w:t>x</w:t></w:r></w:fldSimple>`],
    ['<w:fldSimple w:instr=" INCLUDE&#80;ICTURE &quot;https://fjordvik.example/a.png&quot; "><w:r><w:t>x</w:t></w:r></w:fldSimple>'],
    ['<w:r><w:instrText> INCLUDE&#x50;ICTURE "https://fjordvik.example/a.png" </w:instrText></w:r>'],
  ])('leaves out a footer that fetches something, however it is written: %s', async (field) => {
    const files = unzipSync(await letterhead());
    const footer = Object.keys(files).find((name) => name.startsWith('word/footer')) ?? '';
    files[footer] = strToU8(strFromU8(files[footer] ?? new Uint8Array()).replace('</w:p>', () => `${field}</w:p>`));
    const docx = await writtenOn(zipSync(files));
    expect(docx.names.filter((name) => name.startsWith('word/footerTemplate'))).toEqual([]);
    expect(packageFaults(docx)).toEqual([]);
  });

  it('takes no traces of whoever made it along: changes that were tracked, paths of pictures, what a camera wrote', async () => {
    const files = unzipSync(await letterhead());
    const header = Object.keys(files).find((name) => name.startsWith('word/header')) ?? '';
    const by = 'w:id="1" w:author="Vigdis Haugland" w:date="2026-01-01T00:00:00Z"';
    const text = strFromU8(files[header] ?? new Uint8Array());
    files[header] = strToU8(
      text
        .replace(/descr="[^"]*"|(?=name="")/u, 'descr="C:\\Users\\vigdis\\logo.png" ')
        .replace(
          '</w:p>',
          `<!-- vigdis --><w:del ${by}><w:r><w:delText>Utkast til Vigdis</w:delText></w:r></w:del><w:ins ${by}><w:r><w:rPr><w:rPrChange ${by}><w:rPr/></w:rPrChange></w:rPr><w:t>Helse og mestring</w:t></w:r></w:ins></w:p>`,
        ),
    );
    const image = Object.keys(files).find((name) => name.startsWith('word/media/')) ?? '';
    files[image] = Buffer.concat([files[image] ?? new Uint8Array(), Buffer.from('vigdis')]);
    const docx = await writtenOn(zipSync(files));
    expect(packageFaults(docx)).toEqual([]);
    const taken = docx.names.filter((name) => /^word\/(?:header|media\/template)/u.test(name));
    const all = taken.map((name) => Buffer.from(docx.files.get(name) ?? []).toString('latin1')).join('');
    expect(all).toContain('Helse og mestring');
    expect(all).not.toMatch(/vigdis/iu);
  });

  it('leaves a theme with pictures of its own behind: without them Word would call the file damaged', async () => {
    const files = unzipSync(await letterhead());
    const name = 'word/theme/theme1.xml';
    const drawing = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
    const embedding = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rId1"';
    files[name] = strToU8(`<a:theme ${drawing} name="Fjord"><a:blip ${embedding}/></a:theme>`);
    expect((await readTemplate(zipSync(files))).themeXml).toBeNull();
    files[name] = strToU8(`<a:theme ${drawing} name="Fjord"/>`);
    expect((await readTemplate(zipSync(files))).themeXml).toContain('Fjord');
  });

  it.each([
    ['empty styles', '<w:style w:a="x"/>'],
    ['empty styles with a sign in a value', '<w:style w:a=">"/>'],
    ['opened tags in a comment', '<!-- <w:numPr> <w:style> <w:next -->'],
    ['empty numbers', '<w:numPr a=">"/>'],
  ])('reads or refuses a template of very many %s at once', { timeout: 60_000 }, async (_, piece) => {
    const many = piece.repeat(Math.floor(6_000_000 / piece.length));
    const template = await letterhead((styles) => styles.replace('</w:styles>', () => `${many}</w:styles>`));
    const started = performance.now();
    await readTemplate(template).catch((error: unknown) => expect(error).toMatchObject({ code: 'FILE_UNREADABLE' }));
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('counts the pages of a template whose measures are no measures', { timeout: 30_000 }, async () => {
    const template = await letterhead((styles) =>
      styles.replace('<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:pPr><w:spacing w:before="1e300" w:line="9e99"/></w:pPr>'),
    );
    const files = unzipSync(template);
    const name = 'word/document.xml';
    const turned = strFromU8(files[name] ?? new Uint8Array()).replace(/<w:pgSz[^>]*>/u, '<w:pgSz w:w="9000" w:h="31000"/>');
    files[name] = strToU8(turned.replace(/ w:top="\d+"/u, ' w:top="13000"').replace(/ w:bottom="\d+"/u, ' w:bottom="12900"'));
    const docx = await writtenOn(zipSync(files));
    expect(packageFaults(docx)).toEqual([]);
  });

  it('does not believe what a part says of its size: what unpacks to more is refused', { timeout: 60_000 }, async () => {
    const files = unzipSync(await letterhead());
    const bytes = zipSync({ ...files, 'word/media/bomb.png': new Uint8Array(100 * 1024 * 1024) });
    await expect(readTemplate(bytes)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });

  it('is the same file every time', async () => {
    const template = await letterhead();
    const [first, second] = await Promise.all(
      [1, 2].map(() => writeDocx(groundOf(reportDocument(), { wordTemplate: template, rasterise: () => Promise.resolve(dot) }))),
    );
    expect(Buffer.from(first ?? []).equals(Buffer.from(second ?? []))).toBe(true);
  });

  it.each([
    ['no file at all', () => Promise.resolve(new Uint8Array())],
    ['words', () => Promise.resolve(strToU8('Dette er ingen mal.'))],
    ['half a file', async () => (await letterhead()).slice(0, 900)],
    ['styles that are no XML', () => letterhead((styles) => styles.replace('</w:style>', ''))],
    ['styles with a document type', () => letterhead((styles) => styles.replace('<w:styles', '<!DOCTYPE x [<!ENTITY a "b">]><w:styles'))],
    ['another program’s styles', () => letterhead(() => '<styles/>')],
    ['another kind of ZIP', () => Promise.resolve(zipSync({ 'a.txt': strToU8('a') }))],
  ])('refuses %s in words that say so', async (_, template) => {
    await expect(writtenOn(await template())).rejects.toMatchObject({ code: 'FILE_UNREADABLE', messageId: 'reports.style.notATemplate' });
  });

  it('survives 400 damaged templates: what can be read is read, the rest is refused', { timeout: 120_000 }, async () => {
    const whole = await letterhead();
    const chance = createChance(7);
    const outcomes = { read: 0, refused: 0 };
    for (let round = 0; round < 400; round += 1) {
      const bytes = whole.slice(0, round % 3 === 0 ? 1 + chance.below(whole.length) : whole.length);
      for (let change = 0; change < 1 + (round % 12); change += 1) bytes[chance.below(bytes.length)] = chance.below(256);
      try {
        const { page } = await readTemplate(bytes);
        expect(page.width).toBeGreaterThan(5000);
        outcomes.read += 1;
      } catch (error) {
        expect(error).toMatchObject({ code: 'FILE_UNREADABLE' });
        outcomes.refused += 1;
      }
    }
    expect(outcomes.read).toBeGreaterThan(5);
    expect(outcomes.refused).toBeGreaterThan(100);
  });
});
