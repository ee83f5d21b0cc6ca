import type { ReactNode } from 'react';
import { FieldError, Text } from 'react-aria-components';
import { cx } from '../cx.ts';
import { Icon } from '../icon/Icon.tsx';
import styles from './Field.module.css';

/** What may stand under any field. Texts come from the caller; a missing one takes no room. */
export interface FieldNoteTexts {
  /** How to fill it in. */
  readonly help?: ReactNode;
  /** Hard check: what is wrong and what to do. Marks the field as invalid. */
  readonly error?: string | undefined;
  /** Soft check: worth a look, nothing is stopped. */
  readonly caution?: string | undefined;
}

/** Help, soft check and hard check under a field, tied to it for screen readers. */
export function FieldNotes({ help, error, caution }: FieldNoteTexts) {
  const hasCaution = caution !== undefined && caution !== '';
  return (
    <>
      {help === undefined && !hasCaution ? null : (
        <Text className={cx(styles.help)} elementType="div" slot="description">
          {help}
          {hasCaution ? (
            <span className={styles.caution}>
              <Icon name="softCheck" size={14} />
              <span>{caution}</span>
            </span>
          ) : null}
        </Text>
      )}
      <FieldError className={cx(styles.error)}>
        <Icon name="hardCheck" size={14} />
        <span>{error}</span>
      </FieldError>
    </>
  );
}
