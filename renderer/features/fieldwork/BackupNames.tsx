import { readBackupName } from '../../../shared/model/backup-name.ts';
import { formatDay, formatTime } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import styles from './fieldwork.module.css';

/** Backups as people know them, with the file's name for whoever has to find it. */
export function BackupNames({ files }: { readonly files: readonly string[] }) {
  const say = useText();
  const language = useLanguage();
  return (
    <ul className={styles.plain}>
      {files.map((file) => {
        const name = readBackupName(file);
        if (name === null) return <li key={file}>{file}</li>;
        const { madeAt, reason } = name;
        return (
          <li key={file}>
            <span>
              {formatDay(madeAt, language)}, {formatTime(madeAt, language)}, {say.any(`backups.reason.${reason}`)}
            </span>
            <span className={styles.quiet}>{file}</span>
          </li>
        );
      })}
    </ul>
  );
}
