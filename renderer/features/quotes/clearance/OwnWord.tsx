import { useState } from 'react';
import { useText } from '../../../lib/text.ts';
import { TextField } from '../../../ui/text-field/TextField.tsx';

/** A wider word that somebody finds better than the one proposed. Given with Enter. */
export function OwnWord({ language, onGive }: { readonly language: string; readonly onGive: (word: string) => void }) {
  const say = useText();
  const [text, setText] = useState('');
  return (
    <span lang={language}>
      <TextField
        aria-label={say('clearance.ownWord')}
        isLabelHidden
        isWords
        label={say('clearance.ownWord')}
        length={18}
        maxLength={200}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && text.trim() !== '') onGive(text.trim());
          else if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
        }}
        placeholder={say('clearance.ownWord')}
        value={text}
      />
    </span>
  );
}
