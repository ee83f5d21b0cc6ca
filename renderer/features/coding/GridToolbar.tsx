import type { ReactNode } from 'react';
import type { OpenQuestion } from '../../../shared/contract/coding.ts';
import { localised } from '../../../shared/model/text.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { Toolbar } from '../../ui/toolbar/Toolbar.tsx';
import type { Themes } from '../themes/index.ts';
import type { useGridView } from './use-grid-view.ts';

/** What the bar above the grid needs. */
export interface GridToolbarProps {
  readonly view: ReturnType<typeof useGridView>['view'];
  readonly change: ReturnType<typeof useGridView>['change'];
  readonly question: OpenQuestion;
  readonly questions: readonly OpenQuestion[];
  readonly services: readonly { readonly id: string; readonly name: string }[];
  readonly themes: Themes;
  readonly children?: ReactNode;
}

const everything = 'all';
/** The heading says the whole question; here it is told from the others. */
const longestQuestion = 32;

function shortened(text: string): string {
  return text.length <= longestQuestion ? text : `${text.slice(0, longestQuestion - 2).trimEnd()} …`;
}

/** Which question, which answers of it, in which order. */
export function GridToolbar({ view, change, question, questions, services, themes, children }: GridToolbarProps) {
  const say = useText();
  const language = useLanguage();
  const orNull = (id: string): string | null => (id === everything ? null : id);
  const end = (
    <>
      <SegmentedControl
        label={say('coding.filter.order')}
        onChange={(id) => change({ sort: id === 'uncoded-first' ? 'uncoded' : null })}
        segments={[
          { id: 'asked', label: say('coding.filter.asked') },
          { id: 'uncoded-first', label: say('coding.filter.uncodedFirst') },
        ]}
        value={view.order}
      />
      {children}
    </>
  );
  return (
    <Toolbar end={end} label={say('coding.filter.show')}>
      {questions.length > 1 ? (
        <Select
          label={say('coding.screen.question')}
          look="chip"
          onChange={(id) => change({ question: id })}
          options={questions.map((one) => ({
            id: one.variableId,
            label: `${one.number}. ${shortened(localised(one.wording, language))}`,
            detail: `${one.coded}/${one.answered}`,
          }))}
          value={question.variableId}
        />
      ) : null}
      {services.length > 1 ? (
        <Select
          label={say('coding.filter.service')}
          look="chip"
          onChange={(id) => change({ service: orNull(id) })}
          options={[
            { id: everything, label: say('coding.filter.all') },
            ...services.map((service) => ({ id: service.id, label: service.name })),
          ]}
          value={view.service ?? everything}
        />
      ) : null}
      <Select
        label={say('coding.filter.theme')}
        look="chip"
        onChange={(id) => change({ theme: orNull(id) })}
        options={[
          { id: everything, label: say('coding.filter.all') },
          ...themes.list.map((theme) => ({ id: theme.id, label: themes.nameOf(theme.id), detail: String(theme.personCount) })),
        ]}
        value={view.theme ?? everything}
      />
      <Select
        label={say('coding.filter.show')}
        look="chip"
        onChange={(id) => change({ filter: orNull(id) })}
        options={[
          { id: everything, label: say('coding.filter.onlyAll') },
          { id: 'uncoded', label: say('coding.filter.onlyUncoded') },
          { id: 'doubtful', label: say('coding.filter.onlyDoubtful') },
        ]}
        value={view.only ?? everything}
      />
    </Toolbar>
  );
}
