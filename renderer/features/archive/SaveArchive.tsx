import { useState } from 'react';
import { receiveFile } from '../../lib/blobs.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import styles from './archive.module.css';
import type { MadePackage } from './use-archive.ts';

/** A package that was just made, to be saved once. */
export function SaveArchive({ made }: { readonly made: MadePackage }) {
  const say = useText();
  const [outcome, setOutcome] = useState<'waiting' | 'saved' | 'not-saved'>('waiting');
  const { ticket, fileName, releaseNumber, entries, sha256 } = made;
  async function save(): Promise<void> {
    // It is given out once: a file that was not saved then can only be made anew.
    setOutcome((await receiveFile(ticket, fileName).catch(() => false)) ? 'saved' : 'not-saved');
  }
  return (
    <>
      <p role="status">{say('archive.make.done', { number: releaseNumber, files: entries.length })}</p>
      {outcome === 'saved' ? (
        <StatusText icon="done" tone="good">
          {say('archive.make.saved')}
        </StatusText>
      ) : outcome === 'not-saved' ? (
        <span role="alert">
          <StatusText icon="hardCheck" tone="bad">
            {say('export.notSaved', { number: releaseNumber })}
          </StatusText>
        </span>
      ) : (
        <div>
          <Button autoFocus icon="export" onPress={() => void save()} variant="main">
            {say('archive.make.save', { fileName })}
          </Button>
        </div>
      )}
      <p className={styles.hash}>{say('archive.sha256', { sha256 })}</p>
    </>
  );
}
