import type { VersionStatus } from '../../../shared/model/questionnaire.ts';
import { useText } from '../../lib/text.ts';
import { StatusText } from '../../ui/status-text/StatusText.tsx';

const looks = {
  draft: { tone: 'neutral', icon: 'edit' },
  'in-use': { tone: 'good', icon: 'done' },
  retired: { tone: 'neutral', icon: 'locked' },
} as const;

/** Whether a version is being written, in use, or retired. */
export function VersionStatusText({ status }: { readonly status: VersionStatus }) {
  const say = useText();
  return (
    <StatusText icon={looks[status].icon} tone={looks[status].tone}>
      {say(`questionnaires.status.${status}`)}
    </StatusText>
  );
}
