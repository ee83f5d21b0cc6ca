import { createHash } from 'node:crypto';
import { node, reportPage, reportStyle, toHtml } from '../../../../../../shared/report-page/index.ts';
import { dayIn } from '../../../../words.ts';
import type { FileGround, PictureBytes, WriteReport } from '../file-ground.ts';

const languageTags = { nb: 'nb-NO', nn: 'nn-NO', sv: 'sv-SE', en: 'en-GB' } as const;

/** The way past the cover for those who do not use a mouse: seen when it has the focus. */
const skipStyle = `body { margin: 0; background: Canvas; }
.report-skip { position: absolute; inset-block-start: -10rem; }
.report-skip:focus { inset-block-start: 0; padding: 0.6rem 1rem; background: Canvas; color: LinkText; }`;

function dataAddress({ bytes, mediaType }: PictureBytes): string {
  return `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** What the page may do: show its own style and the pictures in it, and nothing else. */
function policy(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
}

/**
 * A report as one HTML file: no scripts, nothing fetched, charts drawn in it, tables that screen readers can walk in, readable in light and dark, and a style
 * for print. Of the look only colours and fonts of the house style are taken.
 */
export function htmlOf({ document, words, pictures, logo, madeAt }: FileGround): string {
  const page = reportPage({
    document,
    words,
    madeOn: dayIn(document.language, madeAt),
    logo: logo === null ? null : dataAddress(logo),
    pictureOf: (id) => {
      const found = pictures.get(id);
      return found === undefined ? null : dataAddress(found);
    },
  });
  const style = `${skipStyle}\n${reportStyle(document)}`;
  const head = [
    node('meta', { charset: 'utf-8' }),
    node('meta', { 'http-equiv': 'Content-Security-Policy', content: policy(style) }),
    node('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    node('meta', { name: 'color-scheme', content: 'light dark' }),
    node('meta', { name: 'referrer', content: 'no-referrer' }),
    node('meta', { name: 'generator', content: 'Røst' }),
    node('meta', { name: 'dcterms.created', content: madeAt }),
    ...(document.provenance === '' ? [] : [node('meta', { name: 'description', content: document.provenance })]),
    node('title', {}, document.title),
  ];
  const skip = node('a', { class: 'report-skip', href: '#r-main' }, words('reports.file.skip'));
  // The style is made of colours, names of fonts and escaped texts, so nothing in it can end it; as text of an element it is not escaped.
  return `<!DOCTYPE html>
<html lang="${languageTags[document.language]}">
<head>
${head.map(toHtml).join('\n')}
<style>${style}</style>
</head>
<body>
${toHtml(skip)}
${toHtml(page)}
</body>
</html>
`;
}

/** A report as an HTML file in UTF-8. @throws nothing of its own */
export const writeHtml: WriteReport = (ground) => Promise.resolve(new TextEncoder().encode(htmlOf(ground)));
