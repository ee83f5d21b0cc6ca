import { useQuery } from '@tanstack/react-query';
import type { BlockOptions } from '../../../../../shared/contract/reports-terms.ts';
import type { ProjectId } from '../../../../../shared/model/ids.ts';
import { client, orpc } from '../../../../lib/client.ts';
import { useText } from '../../../../lib/text.ts';
import { useSave } from '../../../../lib/use-save.ts';
import { Button } from '../../../../ui/button/Button.tsx';
import { Checkbox } from '../../../../ui/checkbox/Checkbox.tsx';
import { Select } from '../../../../ui/select/Select.tsx';
import type { DraftBlock } from '../blocks-model.ts';
import type { BuilderDesk } from '../builder-desk.ts';
import { AboutChoices } from './AboutChoices.tsx';
import styles from './pane.module.css';

interface FilledPartProps {
  readonly desk: BuilderDesk;
  readonly block: DraftBlock;
  readonly projectId: ProjectId;
}

const everything = 'all';

/** What the program fills in: of which theme, service, place or round alone, with what it rests on, or taken over as the author's own text. */
export function FilledPart({ desk, block, projectId }: FilledPartProps) {
  const say = useText();
  const save = useSave();
  const { kind, options } = block;
  const change = (part: Partial<BlockOptions>): void => desk.change(block.id, { options: { ...options, ...part } });
  const hasAbout = kind === 'findings' || kind === 'actions';
  const hasRounds = kind === 'meetings' || kind === 'actions';
  return (
    <section className={styles.part}>
      <p className={styles.quiet}>{say('reports.pane.filled')}</p>
      {hasAbout || hasRounds ? (
        <div className={styles.choices}>
          {hasAbout ? <AboutChoices kind={kind} onChange={change} options={options} projectId={projectId} /> : null}
          {hasRounds ? <RoundChoice onChange={(roundId) => change({ roundId })} value={options.roundId} /> : null}
        </div>
      ) : null}
      {kind === 'finding' || kind === 'findings' ? (
        <Checkbox isSelected={options.hasEvidence === true} onChange={(hasEvidence) => change({ hasEvidence })}>
          {say('reports.pane.evidence')}
        </Checkbox>
      ) : null}
      <Button
        onPress={() => {
          void desk.flush().then(() => save(() => client.reports.takeOver({ blockId: block.id })));
        }}
        size="bar"
      >
        {say('reports.pane.takeOver')}
      </Button>
    </section>
  );
}

interface ChoiceProps {
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

function RoundChoice({ value, onChange }: ChoiceProps) {
  const say = useText();
  const { data } = useQuery(orpc.meetings.series.queryOptions({ input: {} }));
  const rounds = (data?.series ?? []).flatMap((series) => series.rounds);
  return (
    <Select
      label={say('reports.pane.round')}
      onChange={(id) => onChange(id === everything ? undefined : id)}
      options={[{ id: everything, label: say('reports.pane.all') }, ...rounds.map(({ id, name }) => ({ id, label: name }))]}
      value={value ?? everything}
    />
  );
}
