import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { formatDay, formatTime } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './UnfinishedInterview.module.css';

/** A quiet line about the interview that was left in the middle, also by a crash, and the way back to its question. */
export function UnfinishedInterview({ projectId }: { readonly projectId: ProjectId }) {
  const say = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const [today] = useState(() => new Date().toDateString());
  const { data } = useQuery(orpc.interviews.unfinished.queryOptions({ input: { projectId } }));
  const left = data?.interview ?? null;
  if (left === null) return null;
  const params = { project: projectId, interview: left.id };
  return (
    <p className={styles.line}>
      {say('interviews.unfinished', {
        code: left.code,
        time: formatTime(left.at, language),
        date: formatDay(left.at, language),
        isToday: new Date(left.at).toDateString() === today ? 'yes' : 'no',
        question: left.question,
      })}{' '}
      <Button onPress={() => void navigate({ to: '/projects/$project/interviews/$interview/enter', params })} size="bar">
        {say('interviews.continue')}
      </Button>
    </p>
  );
}
