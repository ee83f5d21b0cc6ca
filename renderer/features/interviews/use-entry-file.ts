import { useQuery } from '@tanstack/react-query';
import type { InterviewDetail } from '../../../shared/contract/interviews.ts';
import { InterviewId } from '../../../shared/model/ids.ts';
import type { QuestionnaireVersion } from '../../../shared/model/questionnaire.ts';
import { orpc } from '../../lib/client.ts';

/** An interview with the form it is entered in. */
export interface EntryFile {
  readonly interview: InterviewDetail;
  readonly version: QuestionnaireVersion;
}

/** Reads both; `file` stays through refetches, so that entry never falls back to a waiting screen. */
export function useEntryFile(interviewId: string): { readonly file: EntryFile | null; readonly error: Error | null } {
  const id = InterviewId.safeParse(interviewId);
  const interview = useQuery({ ...orpc.interviews.get.queryOptions({ input: { interviewId: id.data ?? nobody } }), enabled: id.success });
  const versionId = interview.data?.versionId;
  const version = useQuery({
    ...orpc.questionnaires.version.queryOptions({ input: { versionId: versionId ?? nothing } }),
    enabled: versionId !== undefined,
  });
  const error = id.success ? (interview.error ?? version.error) : new Error('no interview');
  if (interview.data === undefined || version.data === undefined) return { file: null, error };
  return { file: { interview: interview.data, version: version.data }, error: null };
}

// Placeholders for disabled queries; they are never sent.
const nobody = InterviewId.parse('00000000-0000-7000-8000-000000000000');
const nothing = nobody as unknown as QuestionnaireVersion['id'];
