import { preferences, setPreferences } from '../../lib/preferences.ts';
import { useText } from '../../lib/text.ts';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { Switch } from '../../ui/switch/Switch.tsx';
import styles from './workspace.module.css';

const voices = ['answer-and-next', 'answer', 'nothing'] as const;

/** How this person's keys work while an interview is entered. */
export function EntrySettings() {
  const say = useText();
  const chosen = preferences.use();
  return (
    <section aria-labelledby="entry-settings" className={styles.section}>
      <h2 id="entry-settings">{say('entry.settings')}</h2>
      <Switch help={say('entry.settings.movesOnHelp')} isSelected={chosen.movesOn} onChange={(movesOn) => setPreferences({ movesOn })}>
        {say('entry.settings.movesOn')}
      </Switch>
      <Switch
        help={say('entry.settings.singleKeysHelp')}
        isSelected={chosen.hasSingleKeys}
        onChange={(hasSingleKeys) => setPreferences({ hasSingleKeys })}
      >
        {say('entry.settings.singleKeys')}
      </Switch>
      <div className={styles.field}>
        <p aria-hidden className={styles.fieldLabel}>
          {say('entry.settings.enter')}
        </p>
        <SegmentedControl
          label={say('entry.settings.enter')}
          onChange={(enterInText) => setPreferences({ enterInText })}
          segments={[
            { id: 'next', label: say('entry.settings.enter.next') },
            { id: 'line', label: say('entry.settings.enter.line') },
          ]}
          value={chosen.enterInText}
        />
        <p className={styles.note}>{say('entry.settings.enterHelp')}</p>
      </div>
      <Select
        label={say('entry.settings.voice')}
        onChange={(voice) => setPreferences({ voice })}
        options={voices.map((id) => ({ id, label: say(`entry.settings.voice.${id}`) }))}
        value={chosen.voice}
      />
    </section>
  );
}
