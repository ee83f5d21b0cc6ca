import type { Language } from '../../../../../shared/model/text.ts';
import { KeptField } from '../../../../lib/fields/KeptField.tsx';
import { useText } from '../../../../lib/text.ts';
import type { DraftBlock } from '../blocks-model.ts';
import type { BuilderDesk } from '../builder-desk.ts';

interface OwnWordsProps {
  readonly desk: BuilderDesk;
  readonly block: DraftBlock;
  readonly lang: Language | undefined;
}

/** The author's own words above what a block shows. */
export function OwnWords({ desk, block, lang }: OwnWordsProps) {
  const say = useText();
  return (
    <div data-own-words>
      <KeptField
        label={say('reports.pane.ownWords')}
        onSave={(body) => desk.change(block.id, { body })}
        rows={2}
        value={block.body}
        {...(lang === undefined ? {} : { lang })}
      />
    </div>
  );
}
