import { printedKey } from '../../../../../shared/commands/keys.ts';
import { platform } from '../../../../lib/platform.ts';
import { useText } from '../../../../lib/text.ts';
import { Keycap } from '../../../../ui/keycap/Keycap.tsx';
import styles from './pane.module.css';

const keyed = [
  ['bold', 'Mod+B'],
  ['italic', 'Mod+I'],
  ['link', 'Mod+Shift+K'],
  ['insert', 'Mod+Enter'],
] as const;
const typed = [
  ['heading', '#'],
  ['list', '-'],
  ['reference', '[['],
  ['note', '^[…]'],
] as const;

/** How a text is written: the keys, and what is typed at the start of a line. */
export function MarksPart() {
  const say = useText();
  return (
    <section className={styles.part}>
      <h3>{say('reports.pane.marksTitle')}</h3>
      <dl className={styles.keys}>
        {keyed.map(([id, key]) => (
          <div key={id}>
            <dt>
              <Keycap keys={printedKey(key, platform)} />
            </dt>
            <dd>{say(`reports.marks.${id}`)}</dd>
          </div>
        ))}
        {typed.map(([id, sign]) => (
          <div key={id}>
            <dt>
              <Keycap keys={sign} />
            </dt>
            <dd>{say(`reports.marks.${id}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
