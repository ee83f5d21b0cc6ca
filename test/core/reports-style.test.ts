import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contrastWithWhite } from '../../electron/core/features/reports/style/darkened.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { refused } from '../support/refused.ts';
import { rasterFolder } from '../support/raster-folder.ts';
import { makeCodingFixture, type CodingFixture } from './coding-fixture.ts';
import { append, emptyReport, exported } from './reports-fixture.ts';

let core: Core;
let at: CodingFixture;

beforeEach(async () => {
  core = openCore({ resourceFolder: rasterFolder() });
  at = await makeCodingFixture(core, [{ code: 'R001', body: 'Ventet lenge.' }]);
});
afterEach(() => core[Symbol.dispose]());

/** Sends a file as the page does. */
function sent(name: string, bytes: Uint8Array | string): string {
  const ticket = core.session.blobs.expect(name);
  writeFileSync(join(core.session.deps.temporaryFolder, 'in', ticket), bytes);
  return ticket;
}

function svg(inside: string, attributes = ''): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 120 40" ${attributes}>${inside}</svg>`;
}

async function setLogo(content: Uint8Array | string) {
  return await core.client.reports.setHouseStyle({ logo: { ticket: sent('logo.svg', content), altText: 'Erfaringsloftet' } });
}

describe('the look of reports', () => {
  test('issue 7.1: organisation, colour and fonts are kept; a colour too light to be read is made darker; undo gives back', async () => {
    const style = await core.client.reports.setHouseStyle({ organisation: 'Erfaringsloftet', accent: '#ffcc00', headingFont: 'Georgia' });
    expect(style).toMatchObject({ organisation: 'Erfaringsloftet', headingFont: 'Georgia', bodyFont: 'Calibri', logo: null });
    expect(contrastWithWhite(style.accent)).toBeGreaterThanOrEqual(4.5);
    await core.client.reports.setHouseStyle({ accent: '#063370' });
    expect(await core.client.reports.houseStyle({})).toMatchObject({ accent: '#063370', organisation: 'Erfaringsloftet' });
    await core.client.history.undo({});
    await core.client.history.undo({});
    expect(await core.client.reports.houseStyle({})).toMatchObject({ organisation: '', headingFont: 'Calibri' });
  });

  test.each([
    ['very large', 'viewBox="0 0 100000 50000"', 'viewBox="0 0 100000 50000" width="480" height="240"'],
    ['of paper’s size', 'width="210mm" height="105mm"', 'viewBox="0 0 793.7 396.85" width="480" height="240"'],
    ['of no size', 'width="100%"', ''],
  ])('a drawing that is %s is drawn in a size that a page can hold', async (_, said, written) => {
    await setLogo(`<svg xmlns="http://www.w3.org/2000/svg" ${said}><rect width="9" height="9"/></svg>`);
    const { ticket } = await core.client.reports.seeLogo({});
    const seen = readFileSync(join(core.session.deps.temporaryFolder, 'out', ticket ?? ''), 'utf8');
    expect(/xlink" ?(?<size>[^>]*)>/u.exec(seen)?.groups?.['size']).toBe(written);
    const reportId = await emptyReport(core, at.projectId);
    expect((await exported(core, reportId, 'docx')).ticket).not.toBeNull();
  });

  test('signs that no file can hold are refused where they are typed', async () => {
    await expect(core.client.reports.setHouseStyle({ organisation: 'Loft\u0001' })).rejects.toMatchObject({ code: 'BAD_MESSAGE' });
    const blockId = core.session.workspace.newId();
    const answers = { '1': 'Intervjuer\uD800' };
    await expect(core.client.reports.changeBlock({ blockId, options: { answers } })).rejects.toMatchObject({ code: 'BAD_MESSAGE' });
  });

  test('a drawing leaves what its program wrote beside it behind: who drew it, and where it lay', async () => {
    await setLogo(`<?xml version="1.0"?><!-- /home/vigdis/a.svg --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"
      xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:export-filename="/home/vigdis/logo.png">
      <title>/home/vigdis</title><desc>Vigdis Haugland</desc><metadata><creator xmlns="http://purl.org/dc/elements/1.1/">Vigdis Haugland</creator></metadata>
      <inkscape:view note="vigdis"><path d="M1 1h9"/></inkscape:view><g inkscape:label="vigdis" style="fill:#063370"><text>L &amp; T</text></g></svg>`);
    const { ticket } = await core.client.reports.seeLogo({});
    const seen = readFileSync(join(core.session.deps.temporaryFolder, 'out', ticket ?? ''), 'utf8');
    expect(seen.replaceAll(/\s+/gu, ' ')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" width="480" height="480"> <g style="fill:#063370"><text>L &amp; T</text></g></svg>',
    );
  });

  test('a drawing that only draws is a logo; it stands in the document and can be taken away', async () => {
    const style = await setLogo(svg('<path id="a" d="M0 0h10v10z" fill="#063370"/><use xlink:href="#a"/>'));
    expect(style.logo).toMatchObject({ mediaType: 'image/svg+xml', altText: 'Erfaringsloftet' });
    const { ticket } = await core.client.reports.seeLogo({});
    const seen = join(core.session.deps.temporaryFolder, 'out', ticket ?? '');
    expect(readFileSync(seen, 'utf8')).toMatch(/<path id="a" d="M0 0h10v10z" fill="#063370">.*<use xlink:href="#a">/u);
    expect(JSON.parse(readFileSync(`${seen}.json`, 'utf8'))).toMatchObject({ mediaType: 'image/svg+xml' });
    expect((await core.client.reports.setHouseStyle({ logo: null })).logo).toBeNull();
    expect(await core.client.reports.seeLogo({})).toEqual({ ticket: null });
  });

  test.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a handler', svg('<rect width="1" height="1" onclick="alert(1)"/>')],
    ['a handler on the drawing', svg('<rect/>', 'onload="alert(1)"')],
    ['foreign content', svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>')],
    ['a picture from elsewhere', svg('<image href="https://fjordvik.example/a.png"/>')],
    ['a link', svg('<a href="https://fjordvik.example"><rect/></a>')],
    ['a reference to elsewhere', svg('<use xlink:href="https://fjordvik.example/a.svg#b"/>')],
    ['a colour from elsewhere', svg('<rect style="fill:url(https://fjordvik.example/a)"/>')],
    ['hidden letters', svg('<rect style="fill:u&#114;l(https://fjordvik.example/a)"/>')],
    ['a style that fetches', svg('<style>@import "https://fjordvik.example/a.css";</style>')],
    ['a style that fetches, in two pieces', svg('<style>@im<!-- -->port "https://fjordvik.example/a.css";</style>')],
    ['an address in a marked section', svg('<style>.a{fill:u<![CDATA[rl(https://fjordvik.example/a)]]>}</style>')],
    ['an address with an element in it', svg('<style>.a{fill:url<g/>(https://fjordvik.example/a)}</style>')],
    ['an address with what is left out in it', svg('<style>.a{fill:url<desc/>(https://fjordvik.example/a)}</style>')],
    ['animation', svg('<rect><set attributeName="href" to="javascript:alert(1)"/></rect>')],
    ['a document type', `<!DOCTYPE svg [<!ENTITY x "y">]>${svg('<rect/>')}`],
    ['broken XML', svg('<rect>')],
    ['something else', '<html><svg></svg></html>'],
    ['words', 'Ikke et bilde'],
  ])('a drawing with %s is no logo, and leaves nothing behind', async (_, content) => {
    await expect(setLogo(content)).rejects.toEqual(refused('FILE_UNREADABLE'));
    expect((await core.client.reports.houseStyle({})).logo).toBeNull();
    const left = core.session.workspace.db.prepare('SELECT count(*) FROM attachment_content').pluck().get();
    expect(left).toBe(0);
  });

  test('a file that is too large is refused before it is read', async () => {
    await expect(setLogo(new Uint8Array(3 * 1024 * 1024))).rejects.toEqual(refused('FILE_TOO_LARGE'));
  });

  test('a Word template is told by what is in it, and a report can be one', async () => {
    const reportId = await emptyReport(core, at.projectId);
    await append(core, reportId, [{ kind: 'text', body: 'Ord.' }]);
    const { ticket } = await exported(core, reportId, 'docx');
    const bytes = readFileSync(join(core.session.deps.temporaryFolder, 'out', ticket ?? ''));
    const style = await core.client.reports.setHouseStyle({ wordTemplate: { ticket: sent('C:\\maler\\mal.docx', bytes) } });
    expect(style.wordTemplate).toMatchObject({ name: 'mal.docx' });
    const wrong = core.client.reports.setHouseStyle({ wordTemplate: { ticket: sent('mal.docx', 'Ikke en mal') } });
    await expect(wrong).rejects.toEqual(refused('FILE_UNREADABLE'));
    const { ticket: sheet } = await exported(core, reportId, 'xlsx');
    const other = readFileSync(join(core.session.deps.temporaryFolder, 'out', sheet ?? ''));
    const workbook = core.client.reports.setHouseStyle({ wordTemplate: { ticket: sent('mal.docx', other) } });
    await expect(workbook).rejects.toEqual(refused('FILE_UNREADABLE'));
    expect((await core.client.reports.houseStyle({})).wordTemplate?.name).toBe('mal.docx');
  });

  test('a Word template that turns out to be none is named when a report is written on it, and nothing is entered', async () => {
    const reportId = await emptyReport(core, at.projectId);
    await append(core, reportId, [{ kind: 'text', body: 'Ord.' }]);
    const { ticket } = await exported(core, reportId, 'docx');
    const files = unzipSync(readFileSync(join(core.session.deps.temporaryFolder, 'out', ticket ?? '')));
    const broken = zipSync({ ...files, 'word/styles.xml': strToU8('<styles/>') });
    await core.client.reports.setHouseStyle({ wordTemplate: { ticket: sent('mal.docx', broken) } });
    await expect(exported(core, reportId, 'docx')).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      data: { message: 'reports.style.notATemplate' },
    });
    expect((await core.client.reports.document({ reportId })).latest?.draft).toBe(1);
    expect((await exported(core, reportId, 'html')).draft).toBe(2);
  });
});
