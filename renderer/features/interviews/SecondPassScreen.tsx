import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { InterviewId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { useProjectId, useRouteParam } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
import { useSave } from '../../lib/use-save.ts';
import { LoadingState } from '../../ui/loading-state/LoadingState.tsx';
import { EntryBody } from './EntryBody.tsx';
import { EntryMissing } from './EntryMissing.tsx';
import { secondPass, type EntryPass } from './entry-pass.ts';
import { useEntryFile } from './use-entry-file.ts';

/** A finished interview entered once more from its paper, without seeing the first entry. At its end the differences are shown. */
export function SecondPassScreen() {
  const say = useText();
  const save = useSave();
  const navigate = useNavigate();
  const project = useProjectId();
  const id = InterviewId.safeParse(useRouteParam('interview')).data;
  const { pass, isSamePerson, problem } = useBegun(id);
  const { file, error } = useEntryFile(pass, id ?? '');
  const toList = (): void =>
    void navigate({ to: '/projects/$project/interviews', params: { project }, search: id === undefined ? {} : { row: id } });
  const finish = useOneAtATime(async () => {
    if (id === undefined) return;
    const done = await save(() => client.doubleEntry.finish({ interviewId: id }));
    if (done === undefined) return;
    await navigate({ to: '/projects/$project/interviews/$interview/differences', params: { project, interview: id } });
  });
  const failure = problem ?? (pass === null ? null : error);
  if (failure !== null || id === undefined) return <EntryMissing error={failure ?? new Error('no interview')} onLeave={toList} />;
  if (file === null || pass === null) return <LoadingState>{say('interviews.entry.loading')}</LoadingState>;
  return <EntryBody file={file} isSamePerson={isSamePerson} key={id} onEnd={() => void finish()} onLeave={toList} pass={pass} />;
}

interface Begun {
  readonly pass: EntryPass | null;
  readonly isSamePerson: boolean;
  readonly problem: Error | null;
}

/** Begins the second pass, or goes on with the one that was begun; nothing can be read before. */
function useBegun(id: InterviewId | undefined): Begun {
  const pass = useMemo(() => (id === undefined ? null : secondPass(id)), [id]);
  const { data, error } = useQuery({
    queryKey: ['begin second pass', id ?? ''],
    queryFn: () => (id === undefined ? null : client.doubleEntry.start({ interviewId: id })),
    staleTime: Infinity,
    retry: false,
  });
  const isBegun = data !== undefined && data !== null;
  return { pass: isBegun ? pass : null, isSamePerson: data?.isSamePerson ?? false, problem: error };
}
