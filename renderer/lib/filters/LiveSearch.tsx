import { type Ref, useState } from 'react';
import { useText } from '../text.ts';
import { SearchField } from '../../ui/search-field/SearchField.tsx';

export interface LiveSearchProps {
  readonly label: string;
  /** What stands in the address. */
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onSubmit?: () => void;
  readonly inputRef: Ref<HTMLInputElement>;
}

/**
 * A field that finds while it is typed in. What is typed stands in the field at once, whenever the address follows; a value that comes
 * from elsewhere (back, "clear the filter") replaces it.
 */
export function LiveSearch({ label, value, onChange, onSubmit, inputRef }: LiveSearchProps) {
  const say = useText();
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  if (value !== told) {
    setTold(value);
    // A late echo of what is being typed is no news.
    if (!typed.startsWith(value) || value === '') setTyped(value);
  }
  return (
    <SearchField
      clearLabel={say('fieldwork.list.searchClear')}
      inputRef={inputRef}
      kbd="F"
      label={label}
      onChange={(text) => {
        setTyped(text);
        onChange(text);
      }}
      placeholder={label}
      value={typed}
      {...(onSubmit === undefined ? {} : { onSubmit })}
    />
  );
}
