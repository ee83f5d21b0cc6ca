import type { CodebookInspection } from '../../../shared/contract/codebook-exchange.ts';
import { languages } from '../../../shared/model/text.ts';
import { useText } from '../../lib/text.ts';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import styles from './exchange.module.css';
import type { useCodebookImport } from './use-codebook-import.ts';

export type PreviewSide = 'themes' | 'notes';

/** What is shown of a file, and how its words are read. */
export function ImportBar({
  work,
  inspection,
  side,
  onSide,
}: {
  readonly work: ReturnType<typeof useCodebookImport>;
  readonly inspection: CodebookInspection;
  readonly side: PreviewSide;
  readonly onSide: (side: PreviewSide) => void;
}) {
  const say = useText();
  const { choices, show } = work.state.way;
  const { newCount, sameCount, differentCount, notes, isOwn } = inspection;
  return (
    <div className={styles.bar}>
      <SegmentedControl
        label={say('codebookExchange.import.view')}
        onChange={onSide}
        segments={[
          { id: 'themes', label: say('themes.screen.title') },
          { id: 'notes', label: say('codebookExchange.import.view.notes', { count: notes.length }) },
        ]}
        value={side}
      />
      {side === 'notes' ? null : (
        <Select
          label={say('codebookExchange.import.view')}
          look="chip"
          onChange={work.setShow}
          options={[
            { id: 'all' as const, label: say('codebookExchange.import.view.all') },
            { id: 'new' as const, label: say('codebookExchange.import.view.new', { count: newCount }) },
            { id: 'same' as const, label: say('codebookExchange.import.view.same', { count: sameCount }) },
            { id: 'different' as const, label: say('codebookExchange.import.view.different', { count: differentCount }) },
          ]}
          value={show}
        />
      )}
      {isOwn ? null : (
        <Select
          label={say('codebookExchange.import.language')}
          look="chip"
          onChange={work.setLanguage}
          options={languages.map((id) => ({ id, label: say(`themes.language.${id}`) }))}
          value={choices.language}
        />
      )}
      <Select
        label={say('codebookExchange.import.matching')}
        look="chip"
        onChange={work.setMatching}
        options={(['loose', 'exact'] as const).map((id) => ({ id, label: say(`codebookExchange.import.matching.${id}`) }))}
        value={choices.matching}
      />
    </div>
  );
}
