import type { CodebookImportChoices, CodebookInspection, ThemeChoice } from '../../../shared/contract/codebook-exchange.ts';
import { projectMegabytes } from '../../../shared/contract/codebook-exchange.ts';
import type { Language } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { runJob } from '../../lib/run-job.ts';
import { useFileImport } from '../exchange/index.ts';

/** How a file is read, and which of its themes are shown. */
export interface CodebookWay {
  readonly choices: CodebookImportChoices;
  readonly show: 'all' | 'new' | 'same' | 'different';
}

export interface CodebookResult {
  readonly newCount: number;
  readonly changedCount: number;
  readonly unchangedCount: number;
  readonly skippedCount: number;
}

/** Runs an import of a codebook: sends the file in, looks it through anew for every choice, and takes it in. One thing at a time. */
export function useCodebookImport(reader: Language) {
  const work = useFileImport<CodebookWay, CodebookInspection, CodebookResult>({
    limit: { feature: 'codebookExchange', megabytes: projectMegabytes },
    firstWay: { choices: { language: reader, isLanguageGuessed: true, matching: 'loose', themes: {} }, show: 'all' },
    inspect: async (ticket, { choices, show }, signal) => {
      const inspection = await runJob(client.codebook.inspectFile({ ticket, choices, show }, { signal }), () => undefined);
      // From here on the language is what was shown, guessed or not.
      return { inspection, way: { choices: { ...choices, language: inspection.language, isLanguageGuessed: false }, show } };
    },
    discard: (ticket) => client.codebook.discardFile({ ticket }),
  });
  const { choices, show } = work.state.way;
  const again = (change: Partial<CodebookImportChoices>): void => void work.reread({ choices: { ...choices, ...change }, show });
  return {
    ...work,
    importNow: (): Promise<void> =>
      work.importWith(({ ticket, way, inspection }, signal) =>
        runJob(client.codebook.importFile({ ticket, choices: way.choices, basis: inspection.basis }, { signal }), () => undefined),
      ),
    /** What another language makes of words also makes other themes the same: choices made before are let go. */
    setLanguage: (language: Language): void => again({ language, isLanguageGuessed: false, themes: {} }),
    setMatching: (matching: CodebookImportChoices['matching']): void => again({ matching, themes: {} }),
    setShow: (shown: CodebookWay['show']): void => void work.reread({ choices, show: shown }),
    setChoice: (key: string, choice: ThemeChoice): void => again({ themes: { ...choices.themes, [key]: choice } }),
  };
}
