import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { RecentWorkspace } from '../../../shared/contract/workspace.ts';
import { client, orpc } from '../../lib/client.ts';
import { spoken, type SpokenError } from '../../lib/errors.ts';
import { formatDay } from '../../lib/format.ts';
import { desktop } from '../../lib/pipe.ts';
import { useSearchParam } from '../../lib/route.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Banner } from '../../ui/banner/Banner.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { PassphraseDialog } from './PassphraseDialog.tsx';
import { problemOf } from './problem-of.ts';
import styles from './StartScreen.module.css';

/** Where one begins: a recent file, another one, a new one, or the sample. */
export function StartScreen() {
  const say = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [error, setError] = useState<SpokenError | null>(problemOf(useSearchParam('problem')));
  const [locked, setLocked] = useState<{ readonly path: string; readonly error: SpokenError } | null>(null);
  const { data } = useQuery(orpc.workspace.listRecent.queryOptions({ input: {} }));
  const attempt = async (path: string, open: () => Promise<unknown>): Promise<void> => {
    setError(null);
    try {
      await open();
      setLocked(null);
      // The frame sends everybody without a workspace back here; it must know of this one before the page leaves.
      await queries.refetchQueries({ queryKey: orpc.workspace.status.queryKey({ input: {} }) });
      await navigate({ to: '/' });
    } catch (thrown) {
      const said = spoken(thrown);
      if (said.code === 'WRONG_PASSPHRASE') setLocked({ path, error: said });
      else setError(said);
    }
  };
  const open = (path: string, passphrase?: string): Promise<void> =>
    attempt(path, () => client.workspace.open({ path, ...(passphrase === undefined ? {} : { passphrase }) }));
  const create = (path: string): Promise<void> => attempt(path, () => client.workspace.create({ path }));
  return (
    <div className={styles.page}>
      <h1 className={styles.title} tabIndex={-1}>
        {say('start.title')}
      </h1>
      <p className={styles.lead}>{say('start.lead')}</p>
      {error === null ? null : <Banner icon="hardCheck" title={say.any(error.message, error.params)} tone="bad" />}
      <Recent onOpen={(path) => void open(path)} recent={data?.recent ?? []} />
      <div className={styles.sample}>
        <Button
          onPress={() => void attempt('', () => client.workspace.openSample({}))}
          variant={(data?.recent.length ?? 0) === 0 ? 'main' : 'normal'}
        >
          {say('start.openSample')}
        </Button>
        <p className={styles.note}>{say('start.sampleNote')}</p>
      </div>
      {desktop === null ? (
        <ByPath defaultFolder={data?.defaultFolder ?? ''} onCreate={(path) => void create(path)} onOpen={(path) => void open(path)} />
      ) : (
        <ByDialog onCreate={create} onOpen={open} />
      )}
      {locked === null ? null : (
        <PassphraseDialog
          error={locked.error}
          onCancel={() => setLocked(null)}
          onGiven={(passphrase) => void open(locked.path, passphrase)}
        />
      )}
    </div>
  );
}

function Recent({ recent, onOpen }: { readonly recent: readonly RecentWorkspace[]; readonly onOpen: (path: string) => void }) {
  const say = useText();
  const language = useLanguage();
  if (recent.length === 0) return <p className={styles.note}>{say('start.noRecent')}</p>;
  return (
    <section aria-labelledby="recent">
      <h2 className={styles.heading} id="recent">
        {say('start.recent')}
      </h2>
      <ul className={styles.recent}>
        {recent.map((entry) => (
          <li key={entry.path}>
            <button className={styles.entry} onClick={() => onOpen(entry.path)} type="button">
              <strong>{entry.name}</strong>
              <span className={styles.note}>
                {entry.folder} · {formatDay(entry.openedAt, language)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ChooserProps {
  readonly onOpen: (path: string) => void;
  readonly onCreate: (path: string) => void;
}

/** On the desktop the system's own dialogs choose. */
function ByDialog({ onOpen, onCreate }: ChooserProps) {
  const say = useText();
  const choose = async (purpose: 'open' | 'create', then: (path: string) => void): Promise<void> => {
    const path = await desktop?.host.chooseWorkspace(purpose);
    if (path !== null && path !== undefined) then(path);
  };
  return (
    <div className={styles.choices}>
      <Button onPress={() => void choose('open', onOpen)}>{say('start.open')}</Button>
      <Button onPress={() => void choose('create', onCreate)}>{say('start.create')}</Button>
    </div>
  );
}

/** In a browser a file is named by its path on this machine. */
function ByPath({ defaultFolder, onOpen, onCreate }: ChooserProps & { readonly defaultFolder: string }) {
  const say = useText();
  const [typed, setTyped] = useState('');
  const path = typed.trim();
  const full = path.includes('/') || path.includes('\\') || path === '' ? path : `${defaultFolder}/${path}`;
  return (
    <form className={styles.byPath} onSubmit={(event) => event.preventDefault()}>
      <TextField help={say('start.pathHelp', { folder: defaultFolder })} label={say('start.path')} onChange={setTyped} value={typed} />
      <div className={styles.choices}>
        <Button isDisabled={path === ''} onPress={() => onOpen(full)} type="submit">
          {say('start.open')}
        </Button>
        <Button isDisabled={path === ''} onPress={() => onCreate(full)}>
          {say('start.create')}
        </Button>
      </div>
    </form>
  );
}
