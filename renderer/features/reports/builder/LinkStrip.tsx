import { useState } from 'react';
import { useText } from '../../../lib/text.ts';
import { TextField } from '../../../ui/text-field/TextField.tsx';
import styles from './writing.module.css';

/** The address of a link, asked for under the words it is put on. Null when it was left. */
export function LinkStrip({ onClose }: { readonly onClose: (href: string | null) => void }) {
  const say = useText();
  const [address, setAddress] = useState('https://');
  const [isTried, setTried] = useState(false);
  const isGood = /^(?:https?:\/\/[^\s()]+\.[^\s()]+|mailto:[^\s()]+@[^\s()]+)$/iu.test(address.trim());
  return (
    <form
      className={styles.strip}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose(null);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isGood) onClose(address.trim());
      }}
    >
      <TextField
        autoFocus
        error={isTried && !isGood ? say('reports.link.bad') : undefined}
        help={say('reports.link.help')}
        label={say('reports.link.address')}
        maxLength={500}
        onChange={setAddress}
        value={address}
      />
    </form>
  );
}
