import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AgreementLevel } from '../../../shared/contract/agreement.ts';
import { orpc } from '../../lib/client.ts';
import sheet from '../../lib/sheet/sheet.module.css';
import { useContent, useText } from '../../lib/text.ts';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select, type SelectOption } from '../../ui/select/Select.tsx';
import type { Themes } from '../themes/index.ts';
import type { useAgreementView } from './use-agreement-view.ts';

interface AgreementFiltersProps {
  readonly view: ReturnType<typeof useAgreementView>;
  readonly themes: Themes;
  /** The list of disagreements has no level: it shows the words. */
  readonly hasLevel: boolean;
  /** Stands before the filters. */
  readonly children?: ReactNode;
}

const all = 'all';

/** What is compared: counted how, which texts, which branch of themes. */
export function AgreementFilters({ view, themes, hasLevel, children }: AgreementFiltersProps) {
  const say = useText();
  const content = useContent();
  const { scope, level, change } = view;
  const { data } = useQuery(orpc.coding.questions.queryOptions({ input: { projectId: scope.projectId } }));
  const questions = data?.questions ?? [];
  const texts: SelectOption[] = [
    { id: 'all', label: say('agreement.texts.all') },
    { id: 'answers', label: say('agreement.texts.answers') },
    { id: 'long', label: say('agreement.texts.long') },
    ...questions.map((one) => ({ id: one.variableId as string, label: `${one.number} ${content(one.wording)}` })),
  ];
  const chosenTheme = scope.themeId;
  const branches: SelectOption[] = [
    { id: all, label: say('agreement.branch.all') },
    ...themes.list
      .filter((theme) => theme.depth === 0 || theme.id === chosenTheme)
      .map((theme) => ({ id: theme.id as string, label: themes.nameOf(theme.id) })),
  ];
  const setTexts = (id: string): void => {
    const isQuestion = questions.some(({ variableId }) => variableId === id);
    const kind = id === 'answers' || id === 'long' ? id : undefined;
    change({ question: isQuestion ? id : undefined, filter: isQuestion ? undefined : kind });
  };
  return (
    <div className={sheet.bar}>
      {children}
      {hasLevel ? (
        <SegmentedControl
          label={say('agreement.level')}
          onChange={(mode) => change({ mode })}
          segments={(['answer', 'person', 'character'] as const satisfies readonly AgreementLevel[]).map((id) => ({
            id,
            label: say(`agreement.level.${id}`),
          }))}
          value={level}
        />
      ) : null}
      <Select label={say('agreement.texts')} look="chip" onChange={setTexts} options={texts} value={scope.variableId ?? scope.texts} />
      <Select
        label={say('agreement.branch')}
        look="chip"
        onChange={(id) => change({ theme: id === all ? undefined : id })}
        options={branches}
        value={chosenTheme ?? all}
      />
    </div>
  );
}
