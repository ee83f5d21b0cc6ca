import { dirname, posix } from 'node:path';
import { all, attribute, child, type DocxParts, type Element } from './docx-reading.ts';

/** Orders that the schema demands (ECMA-376 part 1, 17): Word repairs, or refuses, a file with others. */
const orders: Readonly<Record<string, readonly string[]>> = {
  pPr: 'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'.split(
    ' ',
  ),
  rPr: 'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath'.split(
    ' ',
  ),
  tblPr:
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription'.split(
      ' ',
    ),
  tcPr: 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark'.split(' '),
  tcBorders: 'top start left bottom end right insideH insideV tl2br tr2bl'.split(' '),
  tcMar: 'top start left bottom end right'.split(' '),
  tbl: 'tblPr tblGrid tr'.split(' '),
  sectPr:
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings'.split(
      ' ',
    ),
  style:
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr'.split(
      ' ',
    ),
  lvl: 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr'.split(' '),
};

/** Elements whose children stand in another order than Word takes. */
export function disorders(root: Element): string[] {
  return all(root).flatMap(({ name, children }) => {
    const order = orders[name];
    if (order === undefined) return [];
    let last = 0;
    return children.flatMap((each) => {
      const place = order.indexOf(each.name);
      // References to headers and footers may stand in any order among themselves.
      const at = name === 'sectPr' && place === 1 ? 0 : place;
      const isWrong = at === -1 || at < last;
      last = Math.max(last, at);
      return isWrong ? [`${each.name} in ${name}`] : [];
    });
  });
}

/** Parts without a type, relationships that lead nowhere, and references without a relationship. */
export function packageFaults({ names, xml, text }: DocxParts): string[] {
  const types = xml('[Content_Types].xml');
  const endings = new Set(all(types, 'Default').map((each) => attribute(each, 'Extension').toLowerCase()));
  const parts = new Set(all(types, 'Override').map((each) => attribute(each, 'PartName').slice(1)));
  const faults = names
    .filter((name) => name !== '[Content_Types].xml' && !parts.has(name) && !endings.has(name.split('.').at(-1)?.toLowerCase() ?? ''))
    .map((name) => `${name} has no content type`);
  for (const part of parts) if (!names.includes(part)) faults.push(`${part} has a content type and is not there`);
  for (const relations of names.filter((name) => name.endsWith('.rels'))) {
    const folder = posix.join(dirname(relations), '..');
    const source = posix.join(
      folder,
      relations
        .split('/')
        .at(-1)
        ?.replace(/\.rels$/u, '') ?? '',
    );
    const ids = all(xml(relations), 'Relationship').map((each) => {
      if (attribute(each, 'TargetMode') !== 'External') {
        const target = attribute(each, 'Target');
        const found = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
        if (!names.includes(found)) faults.push(`${relations} leads to ${found}`);
      }
      return attribute(each, 'Id');
    });
    if (new Set(ids).size < ids.length) faults.push(`${relations} has an id twice`);
    if (source === '.' || !names.includes(source)) continue;
    for (const [, id = ''] of text(source).matchAll(/ r:(?:id|embed|link|pict)="([^"]*)"/gu))
      if (!ids.includes(id)) faults.push(`${source} refers to ${id}`);
  }
  return faults;
}

function twice(values: readonly string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) !== at);
}

/** Ids that stand twice, and styles, lists and notes that are named and not there. */
export function idFaults({ xml, names }: DocxParts): string[] {
  const document = xml('word/document.xml');
  const styles = new Set(all(xml('word/styles.xml'), 'style').map((style) => attribute(style, 'styleId')));
  const numbering = xml('word/numbering.xml');
  const abstracts = all(numbering, 'abstractNum').map((each) => attribute(each, 'abstractNumId'));
  const lists = numbering.children.filter(({ name }) => name === 'num');
  const bookmarks = all(document, 'bookmarkStart');
  const fields = [
    ...all(document, 'fldSimple').map((field) => attribute(field, 'instr')),
    ...all(document, 'instrText').map(({ text }) => text),
  ];
  const marks = new Set(bookmarks.map((mark) => attribute(mark, 'name')));
  const named = fields.flatMap((field) => /^(?:REF|PAGEREF) (\S+)/u.exec(field)?.[1] ?? []);
  const anchors = all(document, 'hyperlink').flatMap((link) => (attribute(link, 'anchor') === '' ? [] : [attribute(link, 'anchor')]));
  const margins = names.filter((name) => /^word\/(?:header|footer)[^/]*\.xml$|^word\/footnotes\.xml$/u.test(name)).map(xml);
  const used = [document, ...margins].flatMap((root) =>
    all(root).filter(({ name }) => name === 'pStyle' || name === 'rStyle' || name === 'tblStyle'),
  );
  const notes = new Set(all(xml('word/footnotes.xml'), 'footnote').map((note) => attribute(note, 'id')));
  const missing = (kind: string, wanted: readonly string[], there: ReadonlySet<string>): string[] =>
    wanted.filter((value) => !there.has(value)).map((value) => `${kind} ${value} is not there`);
  return [
    ...twice(all(document, 'docPr').map((each) => attribute(each, 'id'))).map((id) => `docPr ${id} twice`),
    ...twice(bookmarks.map((each) => attribute(each, 'id'))).map((id) => `bookmark ${id} twice`),
    ...twice(bookmarks.map((each) => attribute(each, 'name').toLowerCase())).map((name) => `bookmark ${name} twice`),
    ...bookmarks
      .filter((mark) => !/^[\p{L}_][\p{L}\p{N}_]{0,39}$/u.test(attribute(mark, 'name')))
      .map((mark) => `bookmark ${attribute(mark, 'name')}`),
    ...twice(lists.map((each) => attribute(each, 'numId'))).map((id) => `num ${id} twice`),
    ...twice(abstracts).map((id) => `abstractNum ${id} twice`),
    ...missing(
      'abstractNum',
      lists.map((list) => attribute(child(list, 'abstractNumId'), 'val')),
      new Set(abstracts),
    ),
    ...missing(
      'num',
      all(document, 'numId').map((each) => attribute(each, 'val')),
      new Set(lists.map((each) => attribute(each, 'numId'))),
    ),
    ...missing(
      'style',
      used.map((each) => attribute(each, 'val')),
      styles,
    ),
    ...missing('bookmark', [...named, ...anchors], marks),
    ...missing(
      'footnote',
      all(document, 'footnoteReference').map((each) => attribute(each, 'id')),
      notes,
    ),
  ];
}

/** Cells that do not end with a paragraph, rows that do not fill their table's grid, tables that run together. */
export function tableFaults(root: Element): string[] {
  const faults: string[] = [];
  for (const { name, children } of all(root)) {
    if (name === 'tc' && children.at(-1)?.name !== 'p') faults.push('cell without a paragraph at its end');
    if (name !== 'tbl') {
      children.forEach((each, at) => {
        if (each.name === 'tbl' && children[at + 1]?.name !== 'p') faults.push(`table before ${children[at + 1]?.name ?? 'the end'}`);
      });
      continue;
    }
    const grid = children.find((each) => each.name === 'tblGrid')?.children.map((column) => Number(attribute(column, 'w'))) ?? [];
    if (grid.length === 0 || grid.some((width) => !(width > 0))) faults.push(`grid ${grid.join(' ')}`);
    for (const row of children.filter((each) => each.name === 'tr')) {
      const spans = row.children
        .filter((each) => each.name === 'tc')
        .map((cell) => Number(attribute(child(child(cell, 'tcPr'), 'gridSpan'), 'val') || '1'));
      const filled = spans.reduce((sum, span) => sum + span, 0);
      if (filled !== grid.length) faults.push(`row of ${filled} in a grid of ${grid.length}`);
    }
  }
  return faults;
}
