import { useText } from '../../../lib/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { TextField } from '../../../ui/text-field/TextField.tsx';
import styles from './documents.module.css';
import { proposeInstead, signsOf } from './import-choices.ts';
import type { DocumentImporting } from './use-document-import.ts';

/** What may tell who somebody is, in all the files: what is to stand instead, before anything is stored. */
export function SignList({ incoming }: { readonly incoming: DocumentImporting }) {
  const say = useText();
  const { files, instead, setInstead } = incoming;
  const signs = signsOf(files);
  const more = files.reduce((sum, { proposal }) => sum + (proposal === null ? 0 : proposal.signCount - proposal.signs.length), 0);
  if (signs.length === 0) return <p className={styles.quiet}>{say('documents.import.signsNone')}</p>;
  return (
    <fieldset className={styles.signs}>
      <legend className={styles.legend}>{say('documents.import.signs')}</legend>
      <p className={styles.quiet}>{say('documents.import.signsHelp')}</p>
      <div className={styles.deeds}>
        <Button
          onPress={() =>
            setInstead(
              proposeInstead(signs, (kind, number) =>
                kind === 'name' ? say('documents.import.instead.name', { number }) : say(`documents.import.instead.${kind}`),
              ),
            )
          }
          size="bar"
        >
          {say('documents.import.replaceAll')}
        </Button>
        <Button isDisabled={instead.size === 0} onPress={() => setInstead(new Map())} size="bar">
          {say('documents.import.replaceNone')}
        </Button>
      </div>
      <ul className={styles.rows}>
        {signs.map(({ kind, text, count, around }) => (
          <li className={styles.sign} key={text}>
            <TextField
              label={say('documents.import.replace', { text, kind: say(`documents.import.sign.${kind}`), count })}
              length={18}
              maxLength={200}
              onChange={(to) => setInstead(new Map([...instead, [text, to]]))}
              value={instead.get(text) ?? ''}
            />
            <p className={styles.around}>{`… ${around} …`}</p>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className={styles.quiet}>{say('documents.import.signsMore', { count: more })}</p> : null}
    </fieldset>
  );
}
