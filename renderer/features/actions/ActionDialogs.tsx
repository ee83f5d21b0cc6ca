import type { ActionRow } from '../../../shared/contract/actions.ts';
import { client } from '../../lib/client.ts';
import { useSave } from '../../lib/use-save.ts';
import type { ActionDeed } from './ActionDetail.tsx';
import { ReportBackDialog } from './ReportBackDialog.tsx';
import { ReviewDialog } from './ReviewDialog.tsx';
import { StatusDialog } from './StatusDialog.tsx';

export interface ActionDialogsProps {
  readonly action: ActionRow;
  readonly deed: ActionDeed;
  readonly day: string;
  readonly onClose: () => void;
}

/** The dialog of what is being done to an action. */
export function ActionDialogs({ action, deed, day, onClose }: ActionDialogsProps) {
  const save = useSave();
  switch (deed) {
    case 'status':
      return <StatusDialog action={action} day={day} onClose={onClose} />;
    case 'reviewed':
      return <ReviewDialog action={action} day={day} onClose={onClose} />;
    case 'told':
      return (
        <ReportBackDialog
          about={<span lang={action.language}>{action.wording}</span>}
          day={day}
          onClose={onClose}
          onTell={async (told) => (await save(() => client.actions.reportBack({ actionId: action.id, ...told }))) !== undefined}
          projectId={action.projectId}
        />
      );
  }
}
