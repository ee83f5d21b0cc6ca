import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { AutoCodePlace } from '../../../shared/contract/autocode.ts';
import { useContent, useText } from '../../lib/text.ts';
import { moveInList } from '../../ui/keyboard/move-in-list.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { Marked } from '../search/index.ts';
import styles from './AutoCodeDialog.module.css';
import { placeKey } from './rule.ts';
import { shownPlaces, type AutoCode } from './use-auto-code.ts';

/** What would happen: how many, and the first places with their hits. Space leaves a place out. */
export function AutoCodePlaces({ code }: { readonly code: AutoCode }) {
  const say = useText();
  const { found, hasRule } = code;
  if (!hasRule) return <p className={styles.note}>{say('autocode.empty')}</p>;
  if (found === undefined) return null;
  if (found.places === 0) return <p className={styles.note}>{say('autocode.none', { scanned: found.scanned })}</p>;
  const { persons, texts, hits, alreadyThere } = found;
  return (
    <div className={styles.found}>
      <p className={styles.counts} role="status">
        {say('autocode.counts', { persons, texts, hits, already: alreadyThere })}
      </p>
      <PlaceList code={code} places={found.first} />
      <p className={styles.keys}>
        <span>
          <Keycap isSilent keys="Space" /> {say('autocode.placesHelp')}
        </span>
        {found.places > shownPlaces ? <span>{say('autocode.more', { n: shownPlaces })}</span> : null}
      </p>
    </div>
  );
}

function PlaceList({ code, places }: { readonly code: AutoCode; readonly places: readonly AutoCodePlace[] }) {
  const say = useText();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [position, setPosition] = useState(0);
  const index = Math.min(position, places.length - 1);
  useEffect(() => {
    list.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' });
  }, [index]);

  function onKeyDown(event: KeyboardEvent): void {
    const place = places[index];
    const next = moveInList(event.key, { index, count: places.length, page: 6 });
    if (next !== null) setPosition(next);
    else if (event.key === ' ' && place !== undefined && !place.isAlreadyThere) code.toggle(place);
    else return;
    event.preventDefault();
  }

  return (
    <div
      aria-activedescendant={`${id}-${index}`}
      aria-label={say('autocode.places')}
      aria-multiselectable
      className={styles.places}
      onKeyDown={onKeyDown}
      ref={list}
      role="listbox"
      tabIndex={0}
    >
      {places.map((place, at) => {
        const isLeftOut = code.isLeftOut(place);
        return (
          <div
            aria-selected={!isLeftOut && !place.isAlreadyThere}
            className={styles.place}
            data-current={at === index || undefined}
            data-out={isLeftOut || place.isAlreadyThere || undefined}
            id={`${id}-${at}`}
            key={placeKey(place)}
            onClick={() => {
              setPosition(at);
              if (!place.isAlreadyThere) code.toggle(place);
            }}
            role="option"
          >
            <PlaceLine isLeftOut={isLeftOut} place={place} />
          </div>
        );
      })}
    </div>
  );
}

function PlaceLine({ place, isLeftOut }: { readonly place: AutoCodePlace; readonly isLeftOut: boolean }) {
  const say = useText();
  const content = useContent();
  const where = place.title ?? (place.wording === null ? '' : content(place.wording));
  return (
    <>
      <span aria-hidden className={styles.tick}>
        {isLeftOut || place.isAlreadyThere ? null : <Icon name="done" size={13} />}
      </span>
      <span className={styles.placeText}>
        <span className={styles.where}>
          {place.code === null ? null : <b className={styles.code}>{place.code}</b>}
          <span className={styles.from}>{where}</span>
          {place.isAlreadyThere ? <span className={styles.state}>{say('autocode.already')}</span> : null}
          {isLeftOut && !place.isAlreadyThere ? <span className={styles.state}>{say('autocode.leftOut')}</span> : null}
        </span>
        <span className={styles.words}>
          <Marked
            isCutAfter={place.isCutAfter}
            isCutBefore={place.isCutBefore}
            language={place.language}
            marks={place.marks}
            text={place.text}
          />
        </span>
      </span>
    </>
  );
}
