import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { RegisterChange } from '../../../shared/contract/place-rows.ts';
import type { Ticket } from '../../../shared/model/ids.ts';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
import { sendFile } from '../../lib/blobs.ts';
import { client, orpc } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import styles from './places.module.css';

type Source = { readonly from: 'shipped' } | { readonly from: 'file'; readonly ticket: Ticket };

/** What a newer register would change, before anything is written; own areas, notes and decisions stay. */
export function UpdateDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useText();
  const save = useSave();
  const [source, setSource] = useState<Source>({ from: 'shipped' });
  const file = useRef<HTMLInputElement>(null);
  const query = useQuery(orpc.places.lookAtUpdate.queryOptions({ input: { source } }));
  const carryOut = useOneAtATime(update);
  const hasNews = query.data?.registers.some((one) => countOf(one) > 0) === true;
  return (
    <Dialog
      actions={
        <>
          <Button onPress={close}>{say(hasNews ? 'app.cancel' : 'places.close')}</Button>
          {hasNews ? (
            <Button onPress={() => void carryOut()} variant="main">
              {say('places.update.save')}
            </Button>
          ) : null}
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : close())}
      size="large"
      title={say('places.update.title')}
    >
      <div className={styles.update}>
        <p>{say('places.update.why')}</p>
        <p className={styles.updateSource}>
          <span className={styles.quiet}>{say('places.update.source')}</span>
          {say(source.from === 'shipped' ? 'places.update.shipped' : 'places.update.file')}
          <Button onPress={() => file.current?.click()} size="bar">
            {say('places.update.choose')}
          </Button>
          <input
            accept=".json,application/json"
            aria-label={say('places.update.file')}
            hidden
            onChange={(event) => void take(event.target.files?.[0])}
            ref={file}
            type="file"
          />
        </p>
        <Loaded query={query}>
          {({ registers }) => (
            <ul className={styles.updateList}>
              {registers.map((one) => (
                <RegisterNews key={one.country} register={one} />
              ))}
            </ul>
          )}
        </Loaded>
      </div>
    </Dialog>
  );

  async function take(chosen: File | undefined): Promise<void> {
    if (chosen === undefined) return;
    const ticket = await save(() => sendFile(chosen));
    if (ticket !== undefined) setSource({ from: 'file', ticket });
  }

  async function update(): Promise<void> {
    const digest = query.data?.digest;
    if (digest === undefined) return;
    const done = await save(() => client.places.updateRegister({ source, digest }));
    if (done === undefined) return;
    notice.set({ text: say('places.update.done', { n: done.newPlaces + done.changedPlaces }), tone: 'neutral' });
    close();
  }

  function close(): void {
    if (source.from === 'file') void client.places.discardFile({ ticket: source.ticket });
    onClose();
  }
}

function RegisterNews({ register }: { readonly register: RegisterChange }) {
  const say = useText();
  const dates = useDates();
  const { name, newPlaces, changedPlaces, newChanges, changedChanges, same, examples, source, licence, asOf } = register;
  const hasNews = countOf(register) > 0;
  return (
    <li>
      <p className={styles.strong}>
        {hasNews
          ? say('places.update.news', { name, new: newPlaces, changed: changedPlaces, changes: newChanges + changedChanges })
          : say('places.update.same', { name, n: same })}
      </p>
      <p className={styles.under}>{say('places.update.from', { source, licence, day: dates.day(asOf) })}</p>
      {examples.length === 0 ? null : (
        <ul className={styles.examples}>
          {examples.map((example) => (
            <li key={`${example.what} ${example.place}`}>
              {example.place}{' '}
              <span className={styles.quiet}>{say(`places.update.example.${example.what}`, { before: example.before ?? '' })}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function countOf({ newPlaces, changedPlaces, newChanges, changedChanges }: RegisterChange): number {
  return newPlaces + changedPlaces + newChanges + changedChanges;
}
