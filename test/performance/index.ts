import { coding } from './coding.ts';
import { codingGrid } from './coding-grid.ts';
import { cooccurrence } from './co-occurrence.ts';
import { counting } from './counting.ts';
import { evaluateForm } from './evaluate-form.ts';
import { entryKeystroke } from './entry-keystroke.ts';
import { exhibitFiles } from './exhibit-files.ts';
import { reportFiles } from './report-files.ts';
import { reportSlides } from './report-slides.ts';
import { exportRaw } from './export-raw.ts';
import { importCsv } from './import-csv.ts';
import { openInterview } from './open-interview.ts';
import { openWorkspace } from './open-workspace.ts';
import { retrieval } from './retrieval.ts';
import { sav } from './sav.ts';
import { saveAnswer } from './save-answer.ts';
import { search } from './search.ts';
import { transcript } from './transcript.ts';
import { tables } from './tables.ts';
import { columnsReady } from './columns-ready.ts';
import { suggestions } from './suggestions.ts';
import type { Bench } from './result.ts';
import type { BenchContext } from './workspaces.ts';

/** Every bench, in the order of the table. */
export const benches: readonly Bench<BenchContext>[] = [
  saveAnswer,
  openInterview,
  entryKeystroke,
  evaluateForm,
  importCsv,
  tables,
  columnsReady,
  counting,
  coding,
  cooccurrence,
  retrieval,
  codingGrid,
  search,
  transcript,
  suggestions,
  openWorkspace,
  exhibitFiles,
  reportFiles,
  reportSlides,
  sav,
  exportRaw,
];
