import type { ProjectCounts } from '../../../../shared/contract/archive.ts';
import type { CoreWords } from '../../words.ts';

interface AboutArchive {
  readonly project: string;
  readonly day: string;
  readonly releaseNumber: number;
  readonly counts: ProjectCounts;
  readonly identifiers: boolean;
  /** Names of the reports and questionnaires that were printed to PDF. */
  readonly prints: readonly string[];
}

const folders = ['data', 'questionnaires', 'themes', 'minutes', 'work', 'tables', 'reports', 'papers'] as const;

/** The page to read first, for somebody who has never heard of the program. Plain text. */
export function readMe(words: CoreWords, { project, day, releaseNumber, counts, identifiers, prints }: AboutArchive): string {
  const paragraphs = [
    words('archive.file.title', { project }),
    words('archive.readMe.made', { day, number: releaseNumber }),
    words('archive.readMe.personal'),
    words('archive.readMe.counts', {
      participants: counts.participants,
      interviews: counts.interviews,
      texts: counts.texts,
      meetings: counts.meetings,
    }),
    words('archive.readMe.folders'),
    folders.map((folder) => words(`archive.readMe.${folder}`)).join('\n'),
    prints.length === 0 ? words('archive.readMe.noPrints') : [words('archive.readMe.prints'), ...prints].join('\n'),
    words('archive.readMe.missing'),
    words(identifiers ? 'archive.readMe.withIdentifiers' : 'archive.readMe.withoutIdentifiers'),
    words('archive.readMe.manifest'),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}
