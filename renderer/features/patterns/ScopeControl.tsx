import { ThemeScope } from '../../../shared/contract/patterns.ts';
import { useText } from '../../lib/text.ts';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import type { PatternsView } from './use-patterns-view.ts';

/** Themes with what stands under them, or each by itself. */
export function ScopeControl({ view }: { readonly view: PatternsView }) {
  const say = useText();
  return (
    <SegmentedControl
      label={say('patterns.scope')}
      onChange={(id) => view.change({ show: id === 'branch' ? undefined : id })}
      segments={ThemeScope.options.map((id) => ({ id, label: say(`patterns.scope.${id}`) }))}
      value={view.scope}
    />
  );
}
