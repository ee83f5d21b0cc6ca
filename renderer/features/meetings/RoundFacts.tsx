import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { RoundDetails } from '../../../shared/contract/meetings.ts';
import type { Language } from '../../../shared/model/text.ts';
import { client, orpc } from '../../lib/client.ts';
import { today } from '../../lib/dates.ts';
import { KeptField } from '../../lib/fields/KeptField.tsx';
import { useTypedText } from '../../lib/fields/use-typed-text.ts';
import { VagueDateField } from '../../lib/fields/VagueDateField.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './meetings.module.css';

type Fields = Parameters<typeof client.meetings.changeRound>[0]['fields'];

/** What a round is called, its year, the period as it was said, its series and a note. */
export function RoundFacts({ round, language }: { readonly round: RoundDetails; readonly language: Language }) {
  const say = useText();
  const save = useSave();
  const navigate = useNavigate();
  const { data } = useQuery(orpc.meetings.series.queryOptions({ input: {} }));
  const change = (fields: Fields): void => void save(() => client.meetings.changeRound({ roundId: round.id, fields }));
  const year = useTypedText(String(round.year), (typed) => {
    const read = Number(typed);
    if (Number.isInteger(read) && read >= 1900 && read <= 2200) change({ year: read });
  });
  async function remove(): Promise<void> {
    const done = await save(() => client.meetings.removeRound({ roundId: round.id }));
    if (done !== undefined) void navigate({ to: '/meetings' });
  }
  return (
    <div className={styles.pane}>
      <section className={styles.facts}>
        <h2>{say('meetings.round.about')}</h2>
        <KeptField
          label={say('meetings.plan.name')}
          lang={language}
          onSave={(name) => (name.trim() === '' ? undefined : change({ name: name.trim() }))}
          value={round.name}
        />
        <TextField isNumeric label={say('meetings.year')} length={6} onBlur={year.commit} onChange={year.onChange} value={year.text} />
        <VagueDateField
          isAhead
          label={say('meetings.plan.when')}
          language={language}
          onCommit={(planned) => change({ planned })}
          today={today()}
          value={round.planned.asSaid === null && round.planned.sortOn === null ? null : round.planned}
        />
        <Select
          label={say('meetings.series')}
          onChange={(id) => change({ seriesId: id === 'none' ? null : id })}
          options={[
            { id: 'none', label: say('meetings.series.none') },
            ...(data?.series ?? []).map(({ id, name }) => ({ id, label: name })),
          ]}
          value={round.series?.id ?? 'none'}
        />
        <KeptField
          label={say('meetings.note')}
          lang={language}
          onSave={(note) => change({ note: note.trim() === '' ? null : note })}
          rows={3}
          value={round.note ?? ''}
        />
        {round.meetings.length === 0 ? (
          <Button isDanger onPress={() => void remove()} size="bar" variant="quiet">
            {say('meetings.round.remove')}
          </Button>
        ) : null}
      </section>
    </div>
  );
}
