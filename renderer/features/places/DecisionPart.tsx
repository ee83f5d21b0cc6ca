import { useState } from 'react';
import type { PlaceRecord } from '../../../shared/contract/place-rows.ts';
import { client } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { localeOf, useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { DecisionDialog } from './DecisionDialog.tsx';
import styles from './places.module.css';

/** Where what belonged to a divided place counts now: nowhere by itself, only by recorded decisions. */
export function DecisionPart({ place, day }: { readonly place: PlaceRecord; readonly day: string }) {
  const say = useText();
  const dates = useDates();
  const save = useSave();
  const language = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const divided = new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(
    place.notAttributable.map((one) => dates.place(one)),
  );
  return (
    <section>
      <h3>{say('places.decision.title')}</h3>
      <p className={styles.quiet}>{say('places.decision.why', { place: divided })}</p>
      <ul className={styles.plain}>
        {place.decisions.map((decision) => (
          <li className={styles.member} key={decision.id}>
            <span className={styles.name}>
              <span>{say('places.decision.line', { from: dates.place(decision.from), to: dates.place(decision.to) })}</span>
              <span className={styles.under}>
                {[decision.service?.name ?? say('places.decision.all'), dates.day(decision.decidedOn), decision.decidedBy]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
              <span className={styles.words}>{decision.reason}</span>
            </span>
            <IconButton
              icon="remove"
              label={say('places.decision.remove')}
              onPress={() => void save(() => client.places.removeDecision({ id: decision.id }))}
              size="small"
            />
          </li>
        ))}
      </ul>
      <Button onPress={() => setIsOpen(true)} size="bar">
        {say('places.decision.add')}
      </Button>
      {isOpen ? <DecisionDialog day={day} onClose={() => setIsOpen(false)} place={place} /> : null}
    </section>
  );
}
