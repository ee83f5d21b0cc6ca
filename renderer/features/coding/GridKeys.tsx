import { printedKey } from '../../../shared/commands/keys.ts';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import styles from './AnswerGrid.module.css';

/** The keys of the grid, printed once, small, under it; before the first theme also how to begin. */
export function GridKeys({ hasCodings }: { readonly hasCodings: boolean }) {
  const say = useText();
  const keys = [
    { id: 'find', caps: [say('coding.keys.letter')] },
    { id: 'quick', caps: ['1–9'] },
    { id: 'none', caps: ['0'] },
    { id: 'same', caps: [say('coding.keys.space')] },
    { id: 'tone', caps: ['+', '−', ',', '.'] },
    { id: 'text', caps: ['F2'] },
    { id: 'next', caps: [printedKey('Enter', platform)] },
  ] as const;
  return (
    <div aria-label={say('coding.keys.label')} className={styles.keys} role="note">
      {hasCodings ? null : <p>{say('coding.screen.firstHint')}</p>}
      {keys.map(({ id, caps }) => (
        <span className={styles.key} key={id}>
          {caps.map((cap) => (
            <Keycap key={cap} keys={cap} />
          ))}
          {say(`coding.keys.${id}`)}
        </span>
      ))}
    </div>
  );
}
