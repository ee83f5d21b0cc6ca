import type { ReportDocument } from '../../../shared/contract/reports-document.ts';
import { reportPage, reportStyle } from '../../../shared/report-page/index.ts';
import { intlOf } from '../../lib/catalogues.ts';
import { client } from '../../lib/client.ts';
import { printAlone, savePrint } from '../../lib/paper/print-alone.ts';
import { photoAddresses, pictureAddress } from '../../lib/pictures.ts';
import { makeSay } from '../../lib/text.ts';
import { elementOf } from './print-elements.ts';

/** Where the pictures of a report are to be had. */
export interface ReportPictures {
  /** By attachment. */
  readonly photos: ReadonlyMap<string, string>;
  readonly logo: string | null;
}

async function picturesOf({ blocks, style }: ReportDocument): Promise<ReportPictures> {
  const ids = new Set(blocks.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'picture' ? [part.attachmentId] : []))));
  const [photos, logo] = await Promise.all([
    photoAddresses(ids),
    style.logo === null ? null : pictureAddress(() => client.reports.seeLogo({})),
  ]);
  return { photos, logo };
}

/** Shows a report to the printer alone, as long as something runs. @param given its pictures, where somebody has them already */
export async function printReport<T>(report: ReportDocument, run: () => Promise<T>, given: ReportPictures | null = null): Promise<T> {
  const [intl, pictures] = await Promise.all([intlOf(report.language), given ?? picturesOf(report)]);
  const { photos, logo } = pictures;
  const page = reportPage({ document: report, words: makeSay(intl), pictureOf: (id) => photos.get(id) ?? null, logo, madeOn: null });
  try {
    const { title, language } = report;
    return await printAlone({ element: elementOf(page), title, language, style: reportStyle(report) }, run);
  } finally {
    for (const address of [...photos.values(), logo]) if (address !== null) URL.revokeObjectURL(address);
  }
}

/** Prints a report for the person. False when cancelled. @param fileName proposed, with or without its ending */
export function saveReport(report: ReportDocument, fileName: string, given: ReportPictures | null = null): Promise<boolean> {
  return printReport(report, () => savePrint(fileName), given);
}
