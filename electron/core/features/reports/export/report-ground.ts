import type { ReportDocument } from '../../../../../shared/contract/reports-document.ts';
import type { Call } from '../../../rpc/call.ts';
import { wordsIn } from '../../../words.ts';
import { rasterise, readRasterResources } from '../../analysis/files/write-png.ts';
import type { FileGround } from '../files/file-ground.ts';
import { logoOf, picturesOf, templateOf } from './report-pictures.ts';

/** What a document needs to become a file: its pictures, its words, and a way to draw. */
export function groundOf(
  call: Pick<Call, 'sql' | 'session'>,
  document: ReportDocument,
  charts: FileGround['charts'],
  madeAt: string,
): FileGround {
  const { sql, session } = call;
  // Read once, and only for a file that holds a picture.
  let resources: ReturnType<typeof readRasterResources> | null = null;
  return {
    document,
    words: wordsIn(document.language),
    pictures: picturesOf(sql, document),
    logo: logoOf(sql, document),
    wordTemplate: templateOf(sql, document),
    charts,
    rasterise: async (svg) => rasterise(svg, await (resources ??= readRasterResources(session.resourceFolder))),
    madeAt,
  };
}
