import { useNavigate } from '@tanstack/react-router';
import type { FindingRow } from '../../../shared/contract/findings.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { useSave } from '../../lib/use-save.ts';
import { NewActionDialog, ReportBackDialog } from '../actions/index.ts';
import { IntoReportDialog } from '../reports/index.ts';
import type { FindingDeed } from './FindingDetail.tsx';
import { FindingStepDialog } from './FindingStepDialog.tsx';
import { NewFindingDialog } from './NewFindingDialog.tsx';

export interface FindingDialogsProps {
  readonly deed: FindingDeed | 'new' | null;
  /** The chosen one, if any. */
  readonly finding: FindingRow | undefined;
  readonly projectId: ProjectId;
  readonly language: Language;
  readonly day: string;
  readonly onMade: (findingId: string) => void;
  readonly onClose: () => void;
}

/** The dialog of what is being done in the list of findings. */
export function FindingDialogs({ deed, finding, projectId, language, day, onMade, onClose }: FindingDialogsProps) {
  const save = useSave();
  const navigate = useNavigate();
  if (deed === 'new') {
    const made = ({ findingId }: { readonly findingId: string }): void => onMade(findingId);
    return <NewFindingDialog day={day} language={language} onClose={onClose} onMade={made} origin={{ projectId }} />;
  }
  if (finding === undefined) return null;
  switch (deed) {
    case 'step':
      return <FindingStepDialog day={day} finding={finding} onClose={onClose} />;
    case 'action':
      return (
        <NewActionDialog
          day={day}
          language={finding.language}
          onClose={onClose}
          onMade={({ actionId }) => void navigate({ to: '/actions/$action', params: { action: actionId } })}
          origin={{ projectId, findingId: finding.id, placeId: finding.place?.id ?? null }}
        />
      );
    case 'told':
      return (
        <ReportBackDialog
          about={<span lang={finding.language}>{finding.wording}</span>}
          day={day}
          onClose={onClose}
          onTell={async (told) => (await save(() => client.findings.reportBack({ findingId: finding.id, ...told }))) !== undefined}
          projectId={projectId}
        />
      );
    case 'insert':
      return (
        <IntoReportDialog
          blocks={[{ kind: 'finding', findingId: finding.id, options: { hasEvidence: true } }]}
          onClose={onClose}
          projectId={projectId}
        />
      );
    case null:
      return null;
  }
}
