import { useState } from 'react';
import { ThemeId } from '../../../shared/model/ids.ts';
import { fold } from '../../../shared/texts/index.ts';
import { useText } from '../../lib/text.ts';
import { ComboBox } from '../../ui/combo-box/ComboBox.tsx';
import { ThemeMark } from '../../ui/theme-mark/ThemeMark.tsx';
import { branchOf, type Themes } from '../themes/index.ts';

const most = 8;

/** Which of our themes the file's is: found by any of its words in any language, also one out of use. */
export function SameThemeBox({
  themes,
  themeId,
  onChoose,
}: {
  readonly themes: Themes;
  readonly themeId: ThemeId;
  readonly onChoose: (themeId: ThemeId) => void;
}) {
  const say = useText();
  const [text, setText] = useState(themes.nameOf(themeId));
  const wanted = fold(text);
  const hits = themes.list
    .filter(({ terms, synonyms }) =>
      [...Object.values(terms), ...synonyms.map(({ term }) => term)].some((word) => fold(word).includes(wanted)),
    )
    .slice(0, most);
  return (
    <ComboBox
      countText={say('codebookExchange.import.sameHits', { count: hits.length })}
      label={say('codebookExchange.import.same')}
      onCancel={() => setText(themes.nameOf(themeId))}
      onChoose={(id) => {
        setText(themes.nameOf(id));
        onChoose(ThemeId.parse(id));
      }}
      onTextChange={setText}
      options={hits.map((theme) => ({
        id: theme.id,
        label: themes.nameOf(theme.id),
        mark: <ThemeMark mark={branchOf(theme)} size={theme.depth === 0 ? 'parent' : 'child'} />,
        detail: theme.number,
      }))}
      text={text}
    />
  );
}
