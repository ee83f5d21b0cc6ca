import { useNavigate } from '@tanstack/react-router';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { today } from '../../lib/dates.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { NewFindingDialog } from '../findings/index.ts';
import { IntoReportDialog } from '../reports/index.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { KeepDialog, type KeepOrder } from './KeepDialog.tsx';
import type { DeedDialog, Leaving } from './use-sheet-deeds.ts';

interface SheetDialogsProps {
  readonly projectId: ProjectId;
  readonly open: DeedDialog | null;
  readonly order: KeepOrder;
  readonly main: Leaving;
  readonly leaving: readonly Leaving[];
  readonly onClose: () => void;
}

/** The dialog of the deed that was asked for. */
export function SheetDialogs({ projectId, open, order, main, leaving, onClose }: SheetDialogsProps) {
  const say = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  // Reports and findings rest on a kept table, so that what they say can be counted again.
  const { projectId: _project, ...kept } = order;
  if (open === 'keep') return <KeepDialog onClose={onClose} order={order} />;
  if (open === 'export') return <ExportDialog exhibits={leaving} onClose={onClose} projectId={projectId} />;
  if (open === 'insert')
    return (
      <IntoReportDialog
        blocks={[{ kind: 'exhibit', options: { shows: order.chart === null ? 'table' : 'chart' } }]}
        keep={kept}
        onClose={onClose}
        projectId={projectId}
      />
    );
  if (open !== 'finding') return null;
  const [first] = main.view.plainReading;
  return (
    <NewFindingDialog
      day={today()}
      language={language}
      make={(words) => client.findings.create({ ...words, keep: kept })}
      offered={first === undefined ? '' : say.any(first.id, first.params)}
      onClose={onClose}
      onMade={({ findingId }) =>
        void navigate({ to: '/projects/$project/findings', params: { project: projectId }, search: { row: findingId } })
      }
      origin={{ projectId }}
    />
  );
}
