import { useState } from 'react';
import type { Theme } from '../../../shared/contract/themes.ts';
import type { Themes } from '../themes/index.ts';

/** The themes as paragraphs draw them: the same object while only counts change, as they do with every coding. */
export function useDrawnThemes(themes: Themes): Themes {
  const [drawn, setDrawn] = useState(themes);
  if (drawn === themes) return drawn;
  const isSame =
    drawn.list.length === themes.list.length && themes.list.every((theme, at) => looksSame(theme, drawn.list[at], drawn, themes));
  if (isSame) return drawn;
  setDrawn(themes);
  return themes;
}

/** Names in the reader's language, colour and place: all but the counts. */
function looksSame(a: Theme, b: Theme | undefined, drawn: Themes, themes: Themes): boolean {
  if (b === undefined || a.id !== b.id || drawn.nameOf(a.id) !== themes.nameOf(a.id)) return false;
  return JSON.stringify({ ...a, personCount: 0, ownPersonCount: 0 }) === JSON.stringify({ ...b, personCount: 0, ownPersonCount: 0 });
}
