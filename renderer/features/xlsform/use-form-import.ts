import { xlsformMegabytes, type FormImportResult, type FormInspection } from '../../../shared/contract/xlsform.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { runJob } from '../../lib/run-job.ts';
import { useFileImport } from '../exchange/index.ts';

/** The language of the project that each language of the file is; null for none. */
type FormLanguages = Readonly<Record<string, Language | null>>;

export type ImportedForm = Extract<FormImportResult, { state: 'imported' }>;

/** Runs an import of a form: sends the file in, reads it, reads it again for every choice of language, and imports it. One thing at a time. */
export function useFormImport(projectId: ProjectId) {
  const work = useFileImport<FormLanguages, FormInspection, ImportedForm>({
    limit: { feature: 'xlsform', megabytes: xlsformMegabytes },
    firstWay: {},
    inspect: async (ticket, languages, signal) => ({
      inspection: await runJob(client.xlsform.inspect({ projectId, ticket, languages }, { signal }), () => undefined),
      way: languages,
    }),
    discard: (ticket) => client.xlsform.discard({ ticket }),
  });
  return {
    ...work,
    setLanguage: (fileLanguage: string, language: Language | null): Promise<void> =>
      work.reread({ ...work.state.way, [fileLanguage]: language }),
    importAs: (name: string): Promise<void> =>
      work.importWith(async ({ ticket, way }, signal) => {
        const input = { projectId, ticket, languages: way, name };
        const result = await runJob(client.xlsform.importForm(input, { signal }), () => undefined);
        return result.state === 'imported' ? result : null;
      }),
  };
}
