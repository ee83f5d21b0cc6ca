import { useState } from 'react';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { SuggestionsPanel } from './SuggestionsPanel.tsx';

/** The way to the panel about suggestions, for the bar above answers. */
export function SuggestionsButton({ projectId }: { readonly projectId: ProjectId }) {
  const say = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setIsOpen(true)} size="bar" variant="quiet">
        {say('suggestions.panel.open')}
      </Button>
      <SuggestionsPanel isOpen={isOpen} onClose={() => setIsOpen(false)} projectId={projectId} />
    </>
  );
}
