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
        const [, day, time, reason] = /^(\d{4}-\d{2}-\d{2})T(\d{2}\.\d{2}\.\d{2})\.\d{3}Z ([a-z-]+)\.rost$/u.exec(file) ?? [];
        if (day === undefined || time === undefined || reason === undefined) return <li key={file}>{file}</li>;
        const madeAt = `${day}T${time.replaceAll('.', ':')}Z`;
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
