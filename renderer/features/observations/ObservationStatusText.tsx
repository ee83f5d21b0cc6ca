import type { ObservationStatus } from '../../../shared/contract/observations.ts';
import { useText } from '../../lib/text.ts';
import { StatusText, type StatusTone } from '../../ui/status-text/StatusText.tsx';

const tones: Readonly<Record<ObservationStatus, StatusTone>> = {
  new: 'warn',
  'taken-up': 'neutral',
  shared: 'good',
  done: 'good',
  dropped: 'neutral',
};

/** How it stands with something that was noted, in a word. */
export function ObservationStatusText({ status }: { readonly status: ObservationStatus }) {
  const say = useText();
  return <StatusText tone={tones[status]}>{say(`observations.status.${status}`)}</StatusText>;
}
