import type { InspectedTheme, ThemeChoice } from '../../../shared/contract/codebook-exchange.ts';
import { useContent, useText } from '../../lib/text.ts';
import { DetailPane } from '../../ui/detail-pane/DetailPane.tsx';
import { RadioGroup } from '../../ui/radio-group/RadioGroup.tsx';
import type { Themes } from '../themes/index.ts';
import { DifferenceList } from './DifferenceList.tsx';
import styles from './exchange.module.css';
import { SameThemeBox } from './SameThemeBox.tsx';

interface ImportedThemePaneProps {
  readonly theme: InspectedTheme;
  readonly themes: Themes;
  readonly onChoice: (choice: ThemeChoice) => void;
  readonly onClose: () => void;
}

/** One theme of the file: what it becomes, and what it says otherwise than ours. */
export function ImportedThemePane({ theme, themes, onChoice, onClose }: ImportedThemePaneProps) {
  const say = useText();
  const content = useContent();
  const { choice, match, terms, number } = theme;
  const offered = choice.as === 'same' ? choice.themeId : (match?.themeId ?? themes.list[0]?.id);
  function choose(as: 'new' | 'same' | 'skip'): void {
    if (as !== 'same') onChoice({ as });
    else if (offered !== undefined) onChoice({ as, themeId: offered, take: match?.by === 'id' ? 'theirs' : 'ours' });
  }
  return (
    <DetailPane closeLabel={say('codebookExchange.import.close')} onClose={onClose} title={content(terms) || (number ?? '')}>
      <div className={styles.pane}>
        <RadioGroup
          label={say('codebookExchange.import.choice')}
          onChange={choose}
          options={[
            { id: 'new', label: say('codebookExchange.import.choice.new') },
            { id: 'same', label: say('codebookExchange.import.choice.same'), isDisabled: offered === undefined },
            { id: 'skip', label: say('codebookExchange.import.choice.skip'), help: say('codebookExchange.import.choice.skipHelp') },
          ]}
          value={choice.as}
        />
        {choice.as === 'same' ? (
          <>
            <SameThemeBox onChoose={(themeId) => onChoice({ ...choice, themeId })} themeId={choice.themeId} themes={themes} />
            <RadioGroup
              help={say('codebookExchange.import.takeHelp')}
              label={say('codebookExchange.import.take')}
              onChange={(take) => onChoice({ ...choice, take })}
              options={(['ours', 'theirs'] as const).map((id) => ({ id, label: say(`codebookExchange.import.take.${id}`) }))}
              value={choice.take}
            />
            <DifferenceList differences={theme.differences} />
          </>
        ) : null}
      </div>
    </DetailPane>
  );
}
