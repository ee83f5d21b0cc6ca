import { useState } from 'react';

/**
 * A row that is saved whole, field by field: what was just written stands until the file answers, so that the next field does not
 * put back what the last one changed.
 */
export function useDraft<T>(value: T, onChange: (value: T) => void): readonly [T, (value: T) => void] {
  const [draft, setDraft] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setDraft(value);
  }
  return [
    draft,
    (changed) => {
      setDraft(changed);
      onChange(changed);
    },
  ];
}
