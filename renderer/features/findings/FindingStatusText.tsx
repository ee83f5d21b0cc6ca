import type { FindingStatus } from '../../../shared/contract/findings.ts';
import { useText } from '../../lib/text.ts';
import type { IconName } from '../../ui/icon/icons.ts';
import { StatusText, type StatusTone } from '../../ui/status-text/StatusText.tsx';

const looks: Readonly<Record<FindingStatus, { readonly tone: StatusTone; readonly icon?: IconName }>> = {
  preliminary: { tone: 'neutral' },
  'to-conference': { tone: 'neutral', icon: 'meeting' },
  validated: { tone: 'good', icon: 'done' },
  changed: { tone: 'good', icon: 'edit' },
  rejected: { tone: 'bad', icon: 'close' },
  'too-early': { tone: 'neutral', icon: 'waiting' },
  final: { tone: 'good', icon: 'done' },
  'needs-a-look': { tone: 'warn', icon: 'changedNumbers' },
};

/** How it stands with a finding: a word, an icon where it says more, and the colour third. */
export function FindingStatusText({ status }: { readonly status: FindingStatus }) {
  const say = useText();
  return <StatusText {...looks[status]}>{say(`findings.status.${status}`)}</StatusText>;
}
