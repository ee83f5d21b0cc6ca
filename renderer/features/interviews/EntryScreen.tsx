import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { InterviewId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { useProjectId, useRouteParam } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { LoadingState } from '../../ui/loading-state/LoadingState.tsx';
import { EntryBody } from './EntryBody.tsx';
import { EntryMissing } from './EntryMissing.tsx';
import { firstPass } from './entry-pass.ts';
import { useEntryFile } from './use-entry-file.ts';

/** One interview being entered, by keyboard. */
export function EntryScreen() {
  const say = useText();
  const save = useSave();
  const navigate = useNavigate();
  const project = useProjectId();
  const id = InterviewId.safeParse(useRouteParam('interview')).data;
  const pass = useMemo(() => (id === undefined ? null : firstPass(id)), [id]);
  const { file, error } = useEntryFile(pass, id ?? '');
  const toList = (row?: string): void =>
    void navigate({ to: '/projects/$project/interviews', params: { project }, search: row === undefined ? {} : { row } });
  if (error !== null) return <EntryMissing error={error} onLeave={() => toList()} />;
  if (file === null || pass === null || id === undefined) return <LoadingState>{say('interviews.entry.loading')}</LoadingState>;
  const end = async (verb: 'complete' | 'endPartial'): Promise<void> => {
    const done = await save(() => client.interviews[verb]({ interviewId: id }));
    if (done !== undefined) toList(id);
  };
  return (
    <EntryBody
      file={file}
      key={id}
      onEnd={() => void end('complete')}
      onEndPartial={() => void end('endPartial')}
      onLeave={() => toList(id)}
      pass={pass}
    />
  );
}
