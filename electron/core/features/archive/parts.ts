import type { ArchivePart } from './archive-file.ts';
import { codebookPart, refiPart } from './coding-part.ts';
import { dataPart } from './data-part.ts';
import { exhibitsPart } from './exhibits-part.ts';
import { questionnairesPart } from './questionnaires-part.ts';
import { reportsPart } from './reports-part.ts';
import { minutesPart, tablesPart } from './work-part.ts';

/** What an archive is made of, in its order. Whoever has more to keep adds a part here. */
export const archiveParts: readonly ArchivePart[] = [
  dataPart,
  questionnairesPart,
  codebookPart,
  refiPart,
  minutesPart,
  tablesPart,
  exhibitsPart,
  reportsPart,
];
