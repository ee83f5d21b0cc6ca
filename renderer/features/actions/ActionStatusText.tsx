import type { ActionStatus } from '../../../shared/contract/actions.ts';
import { useText } from '../../lib/text.ts';
import { StatusText, type StatusTone } from '../../ui/status-text/StatusText.tsx';

const tones: Readonly<Record<ActionStatus, StatusTone>> = {
  agreed: 'neutral',
  'under-way': 'neutral',
  done: 'good',
  'not-done': 'warn',
  'handed-over': 'neutral',
};

/** How it stands with an action, in a word. */
export function ActionStatusText({ status }: { readonly status: ActionStatus }) {
  const say = useText();
  return <StatusText tone={tones[status]}>{say(`actions.status.${status}`)}</StatusText>;
}
