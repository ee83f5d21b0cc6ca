import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client, orpc } from '../../lib/client.ts';
import { preferences, setPreferences, type Preferences } from '../../lib/preferences.ts';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { EntrySettings } from './EntrySettings.tsx';
import styles from './workspace.module.css';

const languageNames = [
  { id: 'nb', label: 'Bokmål' },
  { id: 'nn', label: 'Nynorsk' },
  { id: 'sv', label: 'Svenska' },
  { id: 'en', label: 'English' },
] as const;

/** How the program looks on this machine, and what protects the file. */
export function SettingsScreen() {
  const say = useText();
  const { data } = useQuery(orpc.workspace.status.queryOptions({ input: {} }));
  return (
    <div className={styles.page}>
      <PageHeader facts={say('settings.version', { version: data?.version ?? '' })} title={say('settings.title')} />
      <Appearance />
      <EntrySettings />
      <File isEncrypted={data?.workspace?.isEncrypted ?? false} />
    </div>
  );
}

function Appearance() {
  const say = useText();
  const chosen = preferences.use();
  const segments = <K extends 'theme' | 'contrast' | 'density'>(name: K, ids: readonly Preferences[K][]) =>
    ids.map((id) => ({ id, label: say.any(`settings.${name}.${id}`) }));
  return (
    <section aria-labelledby="appearance" className={styles.section}>
      <h2 id="appearance">{say('settings.appearance')}</h2>
      <Select
        label={say('settings.language')}
        onChange={(language) => setPreferences({ language })}
        options={languageNames}
        value={chosen.language}
      />
      <div className={styles.field}>
        <p aria-hidden className={styles.fieldLabel}>
          {say('settings.theme')}
        </p>
        <SegmentedControl
          label={say('settings.theme')}
          onChange={(theme) => setPreferences({ theme })}
          segments={segments('theme', ['system', 'light', 'dark'])}
          value={chosen.theme}
        />
      </div>
      <div className={styles.field}>
        <p aria-hidden className={styles.fieldLabel}>
          {say('settings.contrast')}
        </p>
        <SegmentedControl
          label={say('settings.contrast')}
          onChange={(contrast) => setPreferences({ contrast })}
          segments={segments('contrast', ['system', 'more'])}
          value={chosen.contrast}
        />
      </div>
      <div className={styles.field}>
        <p aria-hidden className={styles.fieldLabel}>
          {say('settings.density')}
        </p>
        <SegmentedControl
          label={say('settings.density')}
          onChange={(density) => setPreferences({ density })}
          segments={segments('density', ['comfortable', 'high'])}
          value={chosen.density}
        />
      </div>
    </section>
  );
}

function File({ isEncrypted }: { readonly isEncrypted: boolean }) {
  const say = useText();
  const save = useSave();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const isSame = typed.normalize('NFC') === again.normalize('NFC');
  const isReady = typed.normalize('NFC').length >= 8 && isSame;
  const set = async (passphrase: string | null): Promise<void> => {
    const done = await save(() => client.workspace.setPassphrase({ passphrase }));
    if (done === undefined) return;
    setTyped('');
    setAgain('');
    const left = done.backupsLeft === 0 ? '' : ` ${say('settings.passphrase.backupsLeft', { n: done.backupsLeft })}`;
    notice.set({ text: `${say('settings.passphrase.done')}${left}`, tone: left === '' ? 'neutral' : 'bad' });
  };
  return (
    <section aria-labelledby="file" className={styles.section}>
      <h2 id="file">{say('settings.file')}</h2>
      <p className={styles.note}>{say(isEncrypted ? 'settings.passphrase.set' : 'settings.passphrase.none')}</p>
      <form
        className={styles.actions}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void set(typed);
        }}
      >
        <div className={styles.secret}>
          <TextField
            help={say('settings.passphrase.help')}
            label={say('settings.passphrase.new')}
            length={28}
            onChange={setTyped}
            type="password"
            value={typed}
          />
          <TextField
            error={
              again !== '' && !typed.normalize('NFC').startsWith(again.normalize('NFC')) ? say('settings.passphrase.different') : undefined
            }
            label={say('settings.passphrase.again')}
            length={28}
            onChange={setAgain}
            type="password"
            value={again}
          />
        </div>
        <div className={styles.besideField}>
          <Button isDisabled={!isReady} type="submit">
            {say('settings.passphrase.change')}
          </Button>
          {isEncrypted ? <Button onPress={() => void set(null)}>{say('settings.passphrase.remove')}</Button> : null}
        </div>
      </form>
      <div className={styles.actions}>
        <Button onPress={() => void navigate({ to: '/backups' })}>{say('settings.backups')}</Button>
        <Button onPress={() => void client.workspace.close({})}>{say('settings.close')}</Button>
      </div>
    </section>
  );
}
