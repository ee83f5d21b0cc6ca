import type { ProjectId, ThemeId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Select } from '../../ui/select/Select.tsx';

/** What pinning a theme to a digit needs. */
export interface QuickThemePinProps {
  readonly projectId: ProjectId;
  readonly themeId: ThemeId;
  readonly quick: ReadonlyMap<number, ThemeId>;
  readonly nameOf: (themeId: string) => string;
}

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const none = 'none';

/** Puts the theme under the hand on a digit, or takes it off. */
export function QuickThemePin({ projectId, themeId, quick, nameOf }: QuickThemePinProps) {
  const say = useText();
  const save = useSave();
  const own = digits.find((digit) => quick.get(digit) === themeId);
  function choose(id: string): void {
    const digit = id === none ? own : Number(id);
    if (digit !== undefined) void save(() => client.coding.setQuickTheme({ projectId, digit, themeId: id === none ? null : themeId }));
  }
  return (
    <Select
      label={say('coding.quick.pin')}
      look="chip"
      onChange={choose}
      options={[
        { id: none, label: say('coding.quick.none') },
        ...digits.map((digit) => {
          const holder = quick.get(digit);
          return {
            id: String(digit),
            label: String(digit),
            ...(holder === undefined || holder === themeId ? {} : { detail: say('coding.quick.holds', { theme: nameOf(holder) }) }),
          };
        }),
      ]}
      value={own === undefined ? none : String(own)}
    />
  );
}
