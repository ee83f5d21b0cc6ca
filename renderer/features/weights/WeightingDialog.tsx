import { useQuery } from '@tanstack/react-query';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useLanguage } from '../../lib/text.ts';
import { WeightingForm } from './WeightingForm.tsx';

interface WeightingDialogProps {
  readonly projectId: ProjectId;
  readonly onClose: () => void;
}

/** Reads what is stored, then lets it be changed. */
export function WeightingDialog({ projectId, onClose }: WeightingDialogProps) {
  const language = useLanguage();
  const { data } = useQuery(orpc.analysis.weighting.queryOptions({ input: { projectId, language } }));
  if (data === undefined) return null;
  return <WeightingForm choices={data.choices} onClose={onClose} projectId={projectId} stored={data.weighting} />;
}
