import type { ReportDocument } from '../../../shared/contract/reports-document.ts';
import { reportPage, reportStyle } from '../../../shared/report-page/index.ts';
import { intlOf } from '../../lib/catalogues.ts';
import { client } from '../../lib/client.ts';
import { desktop } from '../../lib/pipe.ts';
import { makeSay } from '../../lib/text.ts';
import { elementOf } from './print-elements.ts';

/** While a report is printed nothing else of the page is, and on the screen the report is not seen. */
const whilePrinting = `@media screen { [data-report-print] { display: none; } }
@media print { :root[data-printing-report] body > :not([data-report-print]) { display: none !important; } }`;

async function pictureAddress(id: string): Promise<string | null> {
  try {
    const { ticket } = await client.minutes.seePhoto({ id });
    const response = await fetch(`/blob/${ticket}`);
    return response.ok ? URL.createObjectURL(await response.blob()) : null;
  } catch {
    // The page says in words what the picture shows.
    return null;
  }
}

async function picturesOf({ blocks }: ReportDocument): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(blocks.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'picture' ? [part.attachmentId] : []))));
  const found = await Promise.all([...ids].map(async (id) => [id, await pictureAddress(id)] as const));
  return new Map(found.flatMap(([id, address]) => (address === null ? [] : [[id, address] as const])));
}

/** Shows the report to the printer alone, with its own title and language, as long as something runs. */
async function shown(report: ReportDocument, page: Element, run: () => Promise<boolean>): Promise<boolean> {
  const root = document.documentElement;
  const { title } = document;
  const { lang } = root;
  const holder = document.createElement('div');
  holder.dataset['reportPrint'] = '';
  holder.append(page);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${whilePrinting}\n${reportStyle(report)}`);
  document.body.append(holder);
  document.adoptedStyleSheets.push(sheet);
  document.title = report.title;
  root.lang = report.language;
  root.dataset['printingReport'] = '';
  try {
    await Promise.all([...holder.querySelectorAll('img')].map((image) => image.decode().catch(() => undefined)));
    return await run();
  } finally {
    delete root.dataset['printingReport'];
    root.lang = lang;
    document.title = title;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    holder.remove();
  }
}

/**
 * Prints a report: on the desktop as a tagged PDF under a name of the person's choice, in a browser by its own dialog. False when cancelled.
 * @param fileName proposed, with or without its ending
 * @param logo where the organisation's picture is to be had, for the first page
 */
export async function printReport(report: ReportDocument, fileName: string, logo: string | null = null): Promise<boolean> {
  const [intl, pictures] = await Promise.all([intlOf(report.language), picturesOf(report)]);
  const page = reportPage({ document: report, words: makeSay(intl), pictureOf: (id) => pictures.get(id) ?? null, logo, madeOn: null });
  const bridge = desktop;
  try {
    return await shown(report, elementOf(page), () => {
      if (bridge !== null) return bridge.host.savePdf(/\.pdf$/iu.test(fileName) ? fileName : `${fileName}.pdf`);
      window.print();
      return Promise.resolve(true);
    });
  } finally {
    for (const address of pictures.values()) URL.revokeObjectURL(address);
  }
}
