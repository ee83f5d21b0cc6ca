import type { Rerun } from '../../../shared/contract/analysis-exhibits.ts';
import { useText } from '../../lib/text.ts';
import type { IconName } from '../../ui/icon/icons.ts';
import { StatusText, type StatusTone } from '../../ui/status-text/StatusText.tsx';

const looks: Readonly<Record<Rerun['state'], { readonly icon?: IconName; readonly tone: StatusTone }>> = {
  same: { icon: 'done', tone: 'good' },
  changed: { icon: 'changedNumbers', tone: 'warn' },
  'never-out': { tone: 'neutral' },
  stopped: { icon: 'stopped', tone: 'bad' },
  gone: { icon: 'hardCheck', tone: 'bad' },
};

/** How a kept table stands after it was counted anew. */
export function RerunText({ rerun }: { readonly rerun: Rerun }) {
  const say = useText();
  return <StatusText {...looks[rerun.state]}>{say(`exhibits.state.${rerun.state}`, { n: rerun.changed })}</StatusText>;
}
