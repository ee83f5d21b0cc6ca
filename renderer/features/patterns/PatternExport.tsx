import type { PatternFile } from '../../../shared/contract/patterns.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { ExportDialog } from '../../lib/dialogs/ExportDialog.tsx';
import { runJob } from '../../lib/run-job.ts';
import { useText } from '../../lib/text.ts';

interface PatternExportProps {
  readonly projectId: ProjectId;
  readonly file: PatternFile;
  readonly threshold: number;
  /** It is a figure too. */
  readonly hasPicture?: boolean;
  readonly onClose: () => void;
}

/** A pattern as a file: few persons are hidden in it. */
export function PatternExport({ projectId, file, threshold, hasPicture = false, onClose }: PatternExportProps) {
  const say = useText();
  return (
    <ExportDialog
      formats={hasPicture ? ['docx', 'xlsx', 'csv', 'svg', 'png'] : ['docx', 'xlsx', 'csv']}
      onClose={onClose}
      run={({ format, language, recipient }, { signal, onProgress }) =>
        runJob(client.patterns.export({ projectId, file, format, language, recipient }, { signal }), onProgress)
      }
      title={say('patterns.export.title')}
    >
      <p>{say('patterns.export.text', { threshold })}</p>
    </ExportDialog>
  );
}
