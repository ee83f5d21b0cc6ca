import type { AttributeChoice, ClearanceView } from '../../../../shared/contract/quotes-clearance.ts';
import { useText } from '../../../lib/text.ts';
import { Keycap } from '../../../ui/keycap/Keycap.tsx';
import { StatusText } from '../../../ui/status-text/StatusText.tsx';
import styles from './clearance.module.css';

interface AttributePartProps {
  readonly view: ClearanceView;
  readonly isOpen: boolean;
  /** The digits choose here now. */
  readonly hasDigits: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (choice: AttributeChoice) => void;
}

/** What may stand under the quote, each with how many share it, in words below the threshold. */
export function AttributePart({ view, isOpen, hasDigits, chosen, onToggle }: AttributePartProps) {
  const say = useText();
  const { attributes, threshold, coarser, areAttributesRefused } = view;
  // Whoever reads only sees what would stand there.
  const shown = isOpen ? attributes : attributes.filter(({ isChosen }) => isChosen);
  const labelOf = (key: string): string => attributes.find((one) => one.key === key)?.label ?? key;
  return (
    <section aria-label={say('clearance.attributes')} className={styles.part}>
      <h2 className={styles.heading}>{say('clearance.attributes')}</h2>
      <p className={styles.quiet}>
        {say(attributes.length === 0 ? 'clearance.noAttributes' : shown.length === 0 ? 'clearance.none' : 'clearance.attributesNote')}
      </p>
      {areAttributesRefused ? (
        <p>
          <StatusText icon="threshold" tone="bad">
            {say('clearance.refused', { threshold })}
          </StatusText>{' '}
          {say('clearance.coarser')}: {[...coarser.map((keys) => keys.map(labelOf).join(' + ')), say('clearance.none')].join(' · ')}
        </p>
      ) : null}
      <div aria-label={say('clearance.attributes')} className={styles.attributes} role="group">
        {shown.map((choice, at) => {
          const isChosen = chosen.has(choice.key);
          return (
            <button
              aria-checked={isChosen}
              className={styles.attribute}
              data-state={choice.state}
              disabled={!isOpen}
              key={choice.key}
              onClick={() => onToggle(choice)}
              role="checkbox"
              type="button"
            >
              {at < 9 && hasDigits ? <Keycap isSilent keys={String(at + 1)} look={isChosen ? 'filled' : 'normal'} /> : <span />}
              <span>
                <span className={styles.quiet}>{choice.label}:</span> {choice.value}
              </span>
              <Sharing choice={choice} threshold={threshold} />
            </button>
          );
        })}
      </div>
    </section>
  );
}

function Sharing({ choice, threshold }: { readonly choice: AttributeChoice; readonly threshold: number }) {
  const say = useText();
  if (choice.state === 'together') return <span className={styles.few}>{say('clearance.together')}</span>;
  const persons = choice.persons === null ? say('clearance.fewer', { threshold }) : say('clearance.persons', { n: choice.persons });
  const asked =
    choice.asked === 'unknown'
      ? say('clearance.askedUnknown')
      : choice.asked === null
        ? say('clearance.askedFewer', { threshold })
        : say('clearance.asked', { n: choice.asked });
  return (
    <span className={choice.state === 'ok' ? styles.quiet : styles.few}>
      {persons} · {asked}
    </span>
  );
}
