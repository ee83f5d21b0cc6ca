import { useQuery } from '@tanstack/react-query';
import { confirmReasons } from '../../../shared/model/answer.ts';
import { orpc } from '../../lib/client.ts';
import { useProjectId } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import type { RowSelection } from '../../lib/use-row-selection.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';
import { confirmMessages } from './answer-sentence.ts';
import type { Facets } from './InterviewFilters.tsx';
import styles from './InterviewsScreen.module.css';
import type { InterviewDeeds } from './use-interview-deeds.ts';

const nobody = 'nobody';
/** What can be done with all that are selected, as one step. */
export function InterviewBulk({
  deeds,
  selection,
  facets,
}: {
  readonly deeds: InterviewDeeds;
  readonly selection: RowSelection<string>;
  readonly facets: Facets;
}) {
  const say = useText();
  const people = useQuery(orpc.interviews.interviewers.queryOptions({ input: { projectId: useProjectId() } })).data?.actors ?? [];
  const statuses = ['partial', 'in-check', 'verified'] as const;
  return (
    <div aria-label={say('fieldwork.bulk.label')} className={styles.selection} role="group">
      <span aria-live="polite">{say('fieldwork.bulk.selected', { count: selection.ids.size })}</span>
      <Menu
        entries={[
          ...people.map((person) => ({ id: person.id as string, label: person.name })),
          { id: nobody, label: say('fieldwork.bulk.nobody') },
        ]}
        label={say('fieldwork.bulk.interviewer')}
        onAction={(id) => {
          const interviewerId = people.find((person) => person.id === id)?.id ?? null;
          void deeds.change({ kind: 'interviewer', interviewerId });
        }}
        trigger={<Button size="bar">{say('fieldwork.bulk.interviewer')}</Button>}
      />
      <Menu
        entries={facets.waves.map((wave) => ({ id: wave.id as string, label: wave.name }))}
        label={say('fieldwork.bulk.wave')}
        onAction={(id) => {
          const wave = facets.waves.find((one) => one.id === id);
          if (wave !== undefined) void deeds.change({ kind: 'wave', waveId: wave.id });
        }}
        trigger={<Button size="bar">{say('fieldwork.bulk.wave')}</Button>}
      />
      <Menu
        entries={[
          ...statuses.map((status) => ({ id: status as string, label: say(`fieldwork.bulk.status.${status}`) })),
          { kind: 'separator' as const, id: 'line' },
          ...confirmReasons.map((reason) => ({
            id: `reopen ${reason}`,
            label: say('fieldwork.bulk.reopen', { reason: say(confirmMessages[reason]) }),
          })),
        ]}
        label={say('fieldwork.bulk.status')}
        onAction={(id) => {
          const reason = confirmReasons.find((one) => id === `reopen ${one}`);
          const status = statuses.find((one) => one === id) ?? 'in-check';
          void deeds.change({ kind: 'status', status, ...(reason === undefined ? {} : { reason }) });
        }}
        trigger={<Button size="bar">{say('fieldwork.bulk.status')}</Button>}
      />
      <Button isDanger onPress={() => void deeds.remove()} size="bar">
        {say('fieldwork.bulk.remove')}
      </Button>
      <Button onPress={selection.clear} size="bar" variant="quiet">
        {say('fieldwork.bulk.none')}
      </Button>
    </div>
  );
}
