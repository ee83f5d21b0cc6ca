import { useState } from 'react';
import { receiveFile } from '../../lib/blobs.ts';
import { spoken } from '../../lib/errors.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { FailureLine } from '../../ui/failure-line/FailureLine.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import styles from './RawExport.module.css';
import type { RawFile } from './use-raw-export.ts';

/** The files of a release, each to be saved once. */
export function RawFiles({ files, releaseNumber }: { readonly files: readonly RawFile[]; readonly releaseNumber: number }) {
  const say = useText();
  const [saved, setSaved] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<string | null>(null);
  async function save({ ticket, fileName }: RawFile): Promise<void> {
    setFailure(null);
    try {
      if (await receiveFile(ticket, fileName)) setSaved((before) => new Set([...before, ticket]));
    } catch (error) {
      const { message, params } = spoken(error);
      setFailure(say.any(message, params));
    }
  }
  return (
    <>
      <p role="status">{say('rawExport.done', { number: releaseNumber })}</p>
      <ul className={styles.files}>
        {files.map((file, at) => (
          <li className={styles.file} key={file.ticket}>
            <span>
              {file.rows === 0 ? file.fileName : say('rawExport.file', { fileName: file.fileName, rows: file.rows, columns: file.columns })}
            </span>
            {saved.has(file.ticket) ? (
              <StatusText icon="done" tone="good">
                {say('rawExport.saved')}
              </StatusText>
            ) : (
              <Button autoFocus={at === 0} icon="export" onPress={() => void save(file)} size="bar">
                {say('rawExport.save', { fileName: file.fileName })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <FailureLine text={failure} />
    </>
  );
}
