import { useRef } from 'react';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import styles from './archive.module.css';

interface PapersFieldProps {
  readonly papers: readonly File[];
  readonly onChange: (papers: readonly File[]) => void;
}

/** Finished papers that go into the package as they are, such as reports as PDF. */
export function PapersField({ papers, onChange }: PapersFieldProps) {
  const say = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <div>
        <Button icon="add" onPress={() => input.current?.click()}>
          {say('archive.papers')}
        </Button>
        <input
          accept=".pdf,application/pdf"
          className={styles.file}
          multiple
          onChange={(event) => {
            onChange([...papers, ...(event.currentTarget.files ?? [])].slice(0, 100));
            event.currentTarget.value = '';
          }}
          ref={input}
          tabIndex={-1}
          type="file"
        />
      </div>
      {papers.length === 0 ? null : (
        <ul className={styles.list}>
          {papers.map((file, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- two files may have one name, and they only leave the list
            <li className={styles.row} key={`${at} ${file.name}`}>
              <span>{file.name}</span>
              <IconButton
                icon="close"
                label={say('archive.paper.remove', { name: file.name })}
                onPress={() => onChange(papers.filter((_, other) => other !== at))}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
