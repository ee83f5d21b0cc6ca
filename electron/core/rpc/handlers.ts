import type { contract } from '../../../shared/contract/index.ts';
import { textsHandlers } from '../features/texts/handlers.ts';
import { codebookHandlers } from '../features/codebook/handlers.ts';
import { searchHandlers } from '../features/search/handlers.ts';
import { autocodeHandlers } from '../features/autocode/handlers.ts';
import { suggestionsHandlers } from '../features/suggestions/handlers.ts';
import { agreementHandlers } from '../features/agreement/handlers.ts';
import { quotesHandlers } from '../features/quotes/handlers.ts';
import { frameworkHandlers } from '../features/framework/handlers.ts';
import { patternsHandlers } from '../features/patterns/handlers.ts';
import { actionsHandlers } from '../features/actions/handlers.ts';
import { bankHandlers } from '../features/bank/handlers.ts';
import { compareHandlers } from '../features/compare/handlers.ts';
import { codingHandlers } from '../features/coding/handlers.ts';
import { doubleEntryHandlers } from '../features/double-entry/handlers.ts';
import { exchangeHandlers } from '../features/exchange/handlers.ts';
import { fieldworkHandlers } from '../features/fieldwork/handlers.ts';
import { findingsHandlers } from '../features/findings/handlers.ts';
import { analysisHandlers } from '../features/analysis/handlers.ts';
import { archiveHandlers } from '../features/archive/handlers.ts';
import { historyHandlers } from '../features/history/handlers.ts';
import { interviewHandlers } from '../features/interviews/handlers.ts';
import { listeningHandlers } from '../features/listening/handlers.ts';
import { meetingsHandlers } from '../features/meetings/handlers.ts';
import { mergeHandlers } from '../features/merge/handlers.ts';
import { minutesHandlers } from '../features/minutes/handlers.ts';
import { observationsHandlers } from '../features/observations/handlers.ts';
import { papersHandlers } from '../features/papers/handlers.ts';
import { placesHandlers } from '../features/places/handlers.ts';
import { printHandlers } from '../features/print/handlers.ts';
import { privacyHandlers } from '../features/privacy/handlers.ts';
import { projectsHandlers } from '../features/projects/handlers.ts';
import { questionnaireHandlers } from '../features/questionnaires/handlers.ts';
import { rawExportHandlers } from '../features/raw-export/handlers.ts';
import { recordsHandlers } from '../features/records/handlers.ts';
import { recurrenceHandlers } from '../features/recurrence/handlers.ts';
import { refiHandlers } from '../features/refi/handlers.ts';
import { registersHandlers } from '../features/registers/handlers.ts';
import { reportsHandlers } from '../features/reports/handlers.ts';
import { themesHandlers } from '../features/themes/handlers.ts';
import { workspaceHandlers } from '../features/workspace/handlers.ts';
import { xlsformHandlers } from '../features/xlsform/handlers.ts';
import type { Handlers } from './call.ts';

type Features = Omit<typeof contract, 'events'>;

/** Every feature's handlers. Leaving one out does not compile. */
export const handlers: { readonly [F in keyof Features]: Handlers<Features[F]> } = {
  actions: actionsHandlers,
  patterns: patternsHandlers,
  framework: frameworkHandlers,
  quotes: quotesHandlers,
  agreement: agreementHandlers,
  suggestions: suggestionsHandlers,
  autocode: autocodeHandlers,
  search: searchHandlers,
  codebook: codebookHandlers,
  texts: textsHandlers,
  bank: bankHandlers,
  coding: codingHandlers,
  compare: compareHandlers,
  doubleEntry: doubleEntryHandlers,
  exchange: exchangeHandlers,
  fieldwork: fieldworkHandlers,
  findings: findingsHandlers,
  analysis: analysisHandlers,
  archive: archiveHandlers,
  history: historyHandlers,
  interviews: interviewHandlers,
  listening: listeningHandlers,
  meetings: meetingsHandlers,
  merge: mergeHandlers,
  minutes: minutesHandlers,
  observations: observationsHandlers,
  papers: papersHandlers,
  places: placesHandlers,
  print: printHandlers,
  privacy: privacyHandlers,
  projects: projectsHandlers,
  questionnaires: questionnaireHandlers,
  rawExport: rawExportHandlers,
  records: recordsHandlers,
  recurrence: recurrenceHandlers,
  refi: refiHandlers,
  registers: registersHandlers,
  reports: reportsHandlers,
  themes: themesHandlers,
  workspace: workspaceHandlers,
  xlsform: xlsformHandlers,
};
