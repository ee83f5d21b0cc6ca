import { useNavigate } from '@tanstack/react-router';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';

/** The way to the end of a project: its archive, and its deletion. */
export function Archive({ projectId }: { readonly projectId: ProjectId }) {
  const say = useText();
  const navigate = useNavigate();
  return (
    <Button
      icon="deletionDate"
      onPress={() => void navigate({ to: '/projects/$project/archive', params: { project: projectId } })}
      size="bar"
    >
      {say('archive.open')}
    </Button>
  );
}
