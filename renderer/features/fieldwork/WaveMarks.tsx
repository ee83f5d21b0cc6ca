import { useState } from 'react';
import type { WaveFigures } from '../../../shared/contract/fieldwork-asked.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { NumberField } from '../../ui/number-field/NumberField.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './fieldwork.module.css';

export interface WaveMarksProps {
  readonly projectId: ProjectId;
  readonly wave: WaveFigures;
  readonly partialFrom: number;
  readonly completeFrom: number;
}

/** What people say about a wave: how many were within reach, whether enough took part, and where partial and complete begin. */
export function WaveMarks({ projectId, wave, partialFrom, completeFrom }: WaveMarksProps) {
  const say = useText();
  const save = useSave();
  const [note, setNote] = useState(wave.insufficient?.note ?? '');
  const precision = wave.frame?.precision === 'exact' ? 'exact' : 'about';
  const notANumber = (typed: string): string => say('interviews.entry.notANumber', { typed });
  const setFrame = (count: number | null, how: 'exact' | 'about'): void =>
    void save(() =>
      client.fieldwork.setFrame({
        waveId: wave.waveId,
        frame: count === null || count < 1 ? null : { count: Math.round(count), precision: how },
      }),
    );
  return (
    <section aria-labelledby="marks" className={styles.section}>
      <h2 className={styles.heading} id="marks">
        {say('fieldwork.marks.title')}
      </h2>
      <div className={styles.fields}>
        <NumberField
          help={say('fieldwork.marks.frameHelp')}
          label={say('fieldwork.marks.frame')}
          length={7}
          notANumber={notANumber}
          onCommit={(count) => setFrame(count, precision)}
          value={wave.frame?.count ?? null}
        />
        <Select
          isDisabled={wave.frame === null}
          label={say('fieldwork.marks.precision')}
          onChange={(how) => setFrame(wave.frame?.count ?? null, how)}
          options={(['exact', 'about'] as const).map((how) => ({ id: how, label: say(`fieldwork.precision.${how}`) }))}
          value={precision}
        />
        <NumberField
          help={say('fieldwork.marks.partialHelp')}
          label={say('fieldwork.marks.partial')}
          length={4}
          notANumber={notANumber}
          onCommit={(percent) => {
            if (percent !== null && percent >= 1 && percent <= 100)
              void save(() => client.fieldwork.setPartialFrom({ projectId, percent: Math.round(percent) }));
          }}
          unit="%"
          value={partialFrom}
        />
        <NumberField
          help={say('fieldwork.marks.completeHelp')}
          label={say('fieldwork.marks.complete')}
          length={4}
          notANumber={notANumber}
          onCommit={(percent) => {
            if (percent !== null && percent >= 1 && percent <= 100)
              void save(() => client.fieldwork.setCompleteFrom({ projectId, percent: Math.round(percent) }));
          }}
          unit="%"
          value={completeFrom}
        />
        <div className={styles.wide}>
          <TextField
            help={say('fieldwork.marks.insufficientHelp')}
            label={say('fieldwork.marks.insufficient')}
            onChange={setNote}
            value={note}
          />
          <div className={styles.actions}>
            <Button
              isDisabled={note.trim() === ''}
              onPress={() => void save(() => client.fieldwork.markInsufficient({ waveId: wave.waveId, note: note.trim() }))}
              size="bar"
            >
              {say('fieldwork.marks.mark')}
            </Button>
            {wave.insufficient === null ? null : (
              <Button
                onPress={() => {
                  setNote('');
                  void save(() => client.fieldwork.markInsufficient({ waveId: wave.waveId, note: null }));
                }}
                size="bar"
                variant="quiet"
              >
                {say('fieldwork.marks.unmark')}
              </Button>
            )}
          </div>
        </div>
      </div>
    </section>
  );
}
