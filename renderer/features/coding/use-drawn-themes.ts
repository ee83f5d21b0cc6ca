import { useState } from 'react';
import type { Themes } from '../themes/index.ts';

/**
 * The themes as rows draw them: the same object as long as names and colours are the same. The numbers of persons change with every
 * theme that is put, and no row shows them.
 */
export function useDrawnThemes(themes: Themes): Themes {
  const drawn = themes.list.map((theme) => `${theme.id} ${themes.nameOf(theme.id)} ${theme.colour} ${theme.repeat}`).join('\n');
  const [kept, setKept] = useState({ drawn, themes });
  if (kept.drawn === drawn) return kept.themes;
  setKept({ drawn, themes });
  return themes;
}
