import { printedKey } from '../../../shared/commands/keys.ts';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { placeKey } from './entry-place.ts';
import type { Spot } from './entry-layout.ts';
import { isAsked, valueAt } from './entry-model.ts';
import styles from './PersonChips.module.css';
import type { Entry } from './use-entry.ts';

/** How many persons have a key of their own. */
const withKeys = 4;

/** Whose answer this is: the persons of the group, those who have answered marked. */
export function PersonChips({ entry, spot }: { readonly entry: Entry; readonly spot: Spot }) {
  const say = useText();
  const { model, actions, desk } = entry;
  return (
    <div aria-label={say('entry.persons')} className={styles.chips} role="group">
      {model.layout.persons.map((person, index) => {
        const at = model.layout.byKey.get(placeKey(spot.question.id, person.instance));
        const hasAnswer = at !== undefined && valueAt(model, at) !== null;
        return (
          <button
            aria-current={person === spot.turn || undefined}
            className={styles.chip}
            disabled={at === undefined || !isAsked(model, at)}
            key={person.instance}
            onClick={() => (actions.settle() ? actions.toPerson(index) : undefined)}
            tabIndex={-1}
            type="button"
          >
            {person.label === '' ? say('entry.person', { number: index + 1 }) : person.label}
            {hasAnswer ? <Icon name="done" size={14} tone="good" /> : null}
            {index < withKeys ? <Keycap isSilent keys={printedKey(`Mod+${6 + index}`, platform)} /> : null}
          </button>
        );
      })}
      {desk.pass.first === null ? null : (
        <button className={styles.add} onClick={actions.addPerson} tabIndex={-1} type="button">
          <Icon name="add" size={14} /> {say('entry.person.add')}
        </button>
      )}
    </div>
  );
}
