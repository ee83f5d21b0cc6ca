import { useState } from 'react';
import { fold } from '../../../shared/texts/index.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useText } from '../../lib/text.ts';
import { ComboBox } from '../../ui/combo-box/ComboBox.tsx';
import { ThemeMark } from '../../ui/theme-mark/ThemeMark.tsx';
import { branchOf, useThemes } from '../themes/index.ts';
import type { AutoCode } from './use-auto-code.ts';

const mostShown = 12;

/** The theme to be put, found by its name or any synonym. */
export function ThemeField({ code, projectId }: { readonly code: AutoCode; readonly projectId: ProjectId }) {
  const say = useText();
  const { themes } = useThemes(projectId);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? code.theme?.name ?? '';
  const wanted = fold(text);
  const hits = themes.list
    .filter((theme) => theme.status === 'in-use' && theme.isCodable)
    .flatMap((theme) => {
      const name = themes.nameOf(theme.id);
      // By any word for it in any language.
      const terms = [...theme.synonyms.map(({ term }) => term), ...Object.values(theme.terms)];
      const synonym = terms.find((term) => fold(term).includes(wanted));
      const isNamed = fold(name).includes(wanted);
      return isNamed || synonym !== undefined
        ? [{ theme, name, why: isNamed ? undefined : `${synonym} →`, begins: fold(name).startsWith(wanted) }]
        : [];
    })
    .toSorted((a, b) => Number(b.begins) - Number(a.begins));
  return (
    <ComboBox
      countText={say('autocode.themeCount', { n: hits.length })}
      label={say('autocode.theme')}
      onCancel={() => setTyped(null)}
      onChoose={(id) => {
        const hit = hits.find(({ theme }) => theme.id === id);
        if (hit !== undefined) code.setTheme({ id: hit.theme.id, name: hit.name });
        setTyped(null);
      }}
      onTextChange={(next) => {
        setTyped(next);
        code.setTheme(null);
      }}
      opensOnFocus
      options={hits
        .slice(0, mostShown)
        .map(({ theme, name, why }) => ({ id: theme.id, label: name, why, mark: <ThemeMark mark={branchOf(theme)} size="chip" /> }))}
      placeholder={say('autocode.themePlaceholder')}
      text={text}
    />
  );
}
