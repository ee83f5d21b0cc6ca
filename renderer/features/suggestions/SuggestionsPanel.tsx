import { useQuery } from '@tanstack/react-query';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Switch } from '../../ui/switch/Switch.tsx';
import { useThemes } from '../themes/index.ts';
import { QualityReport } from './QualityReport.tsx';
import styles from './SuggestionsPanel.module.css';

/** What the panel about suggestions needs. */
export interface SuggestionsPanelProps {
  readonly projectId: ProjectId;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The switch, what has been learnt from, and how good the suggestions are on answers that were held out. */
export function SuggestionsPanel({ projectId, isOpen, onClose }: SuggestionsPanelProps) {
  const say = useText();
  const save = useSave();
  const { themes } = useThemes(projectId);
  const query = useQuery(orpc.suggestions.quality.queryOptions({ input: { projectId }, enabled: isOpen }));
  return (
    <Dialog
      actions={<Button onPress={onClose}>{say('suggestions.panel.close')}</Button>}
      isOpen={isOpen}
      onOpenChange={onClose}
      size="large"
      title={say('suggestions.panel.title')}
    >
      <Loaded query={query}>
        {(quality) => (
          <div className={styles.panel}>
            <Switch
              help={say('suggestions.panel.switchHelp')}
              isSelected={quality.isOn}
              onChange={(isOn) => void save(() => client.suggestions.setOn({ projectId, isOn }))}
            >
              {say('suggestions.panel.switch')}
            </Switch>
            <QualityReport quality={quality} themes={themes} />
          </div>
        )}
      </Loaded>
    </Dialog>
  );
}
