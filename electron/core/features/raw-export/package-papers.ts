import type { PlaceLevel, RawCheck } from '../../../../shared/contract/raw-export.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { dayIn, wordsIn } from '../../words.ts';
import type { MadeFile } from './made-file.ts';
import type { PackedEntry } from './pack-files.ts';

interface PackagePapers {
  readonly project: string;
  readonly releaseNumber: number;
  /** Day, ISO 8601. */
  readonly producedOn: string;
  readonly check: RawCheck;
  readonly conditions: string | null;
  readonly language: Language;
  readonly placeLevel: PlaceLevel;
  readonly files: readonly Pick<MadeFile, 'fileName' | 'rows' | 'columns'>[];
}

/** The page to read first: what the files are, what was left out and why, and what may be done with them. Plain text, lines end with LF. */
export function readMe({ project, releaseNumber, producedOn, check, conditions, language, placeLevel, files }: PackagePapers): string {
  const words = wordsIn(language);
  const paragraphs = [
    words('rawExport.package.title', { project }),
    words('rawExport.package.made', { day: dayIn(language, producedOn), number: releaseNumber }),
    words('rawExport.package.files'),
    files.map(({ fileName, rows, columns }) => words('rawExport.package.file', { fileName, rows, columns })).join('\n'),
    words('rawExport.package.leftOut'),
    words(`rawExport.package.place.${placeLevel === 'as-recorded' ? 'asRecorded' : placeLevel}`),
    words('rawExport.package.check', { records: check.records, k: check.smallest, threshold: check.threshold }),
    words('rawExport.package.missing'),
    words('rawExport.package.care'),
    conditions === null ? words('rawExport.package.noLicence') : words('rawExport.package.licenceLine', { licence: conditions }),
    words('rawExport.package.manifest'),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

/** Hashes as `sha256sum --check` reads them. */
export function manifestText(entries: readonly PackedEntry[]): string {
  return entries.map(({ sha256, fileName }) => `${sha256}  ${fileName}\n`).join('');
}
