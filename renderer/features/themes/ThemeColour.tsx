import type { Theme } from '../../../shared/contract/themes.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { SwatchGroup } from '../../ui/swatch-group/SwatchGroup.tsx';
import type { BranchColour } from '../../ui/theme-mark/branch-mark.ts';
import type { Themes } from './use-themes.ts';

const palette: readonly BranchColour[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** The colour of the branch a theme stands in; all its themes carry it. */
export function ThemeColour({ theme, themes }: { readonly theme: Theme; readonly themes: Themes }) {
  const say = useText();
  const save = useSave();
  let top = theme;
  for (let above = themes.byId.get(top.parentId ?? ''); above !== undefined; above = themes.byId.get(above.parentId ?? '')) top = above;
  return (
    <SwatchGroup
      label={say('themes.colour', { theme: themes.nameOf(top.id) })}
      onChange={(colour) => void save(() => client.themes.setColour({ themeId: theme.id, colour }))}
      swatches={palette.map((colour) => ({ colour, label: say(`themes.colour.${colour}`) }))}
      // The contract holds the colour between 1 and 12.
      value={theme.colour as BranchColour | null}
    />
  );
}
