import type { RefiChange } from '../../../shared/contract/refi.ts';
import { useText } from '../../lib/text.ts';
import styles from './refi.module.css';

/** What is here already and the file says otherwise: ours and theirs beside each other. */
export function ChangeTable({ changes, count }: { readonly changes: readonly RefiChange[]; readonly count: number }) {
  const say = useText();
  if (changes.length === 0) return <p className={styles.quiet}>{say('refi.change.none')}</p>;
  const more = count - changes.length;
  return (
    <>
      <table className={styles.table}>
        <caption>{say('refi.change.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('refi.change.what')}</th>
            <th scope="col">{say('refi.change.ours')}</th>
            <th scope="col">{say('refi.change.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ kind, name, field, ours, theirs }, at) => (
            // The same thing can differ in several ways, and two things can have one name.
            <tr key={`${at} ${kind} ${field}`}>
              <th scope="row">
                {say(`refi.change.kind.${kind}`)}: {say(`refi.change.field.${field}`)}
                <br />
                <span className={styles.words}>{name}</span>
              </th>
              <td className={styles.words}>{ours}</td>
              <td className={styles.words}>{theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 ? <p className={styles.quiet}>{say('refi.change.more', { count: more })}</p> : null}
    </>
  );
}
