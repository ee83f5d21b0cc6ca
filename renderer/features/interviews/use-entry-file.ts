import { useQuery } from '@tanstack/react-query';
import type { InterviewDetail } from '../../../shared/contract/interviews.ts';
import type { QuestionnaireVersion } from '../../../shared/model/questionnaire.ts';
import { orpc } from '../../lib/client.ts';
import { quiet } from './entry-writing.ts';
import type { EntryPass } from './entry-pass.ts';

/** An interview with the form it is entered in. */
export interface EntryFile {
  readonly interview: InterviewDetail;
  readonly version: QuestionnaireVersion;
}

/**
 * Reads both; `file` stays through refetches, so that entry never falls back to a waiting screen. While answers are being written
 * the file is left alone: what came of each is in its own reply.
 */
export function useEntryFile(
  pass: EntryPass | null,
  interviewId: string,
): { readonly file: EntryFile | null; readonly error: Error | null } {
  const interview = useQuery({
    // Begins like the contract's own keys, so that it grows stale with them.
    queryKey: [[pass?.kind === 'second' ? 'doubleEntry' : 'interviews', 'entry'], interviewId],
    queryFn: async ({ signal }) => {
      if (pass === null) throw new Error('no interview');
      await quiet(pass);
      signal.throwIfAborted();
      return pass.read();
    },
    enabled: pass !== null,
  });
  const versionId = interview.data?.versionId;
  const version = useQuery({
    ...orpc.questionnaires.version.queryOptions({ input: { versionId: versionId ?? nothing } }),
    enabled: versionId !== undefined,
  });
  const error = pass === null ? new Error('no interview') : (interview.error ?? version.error);
  if (interview.data === undefined || version.data === undefined) return { file: null, error };
  return { file: { interview: interview.data, version: version.data }, error: null };
}

// A placeholder for a disabled query; it is never sent.
const nothing = '00000000-0000-7000-8000-000000000000' as unknown as QuestionnaireVersion['id'];
