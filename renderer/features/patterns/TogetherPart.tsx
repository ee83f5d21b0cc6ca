import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { TogetherUnit, type ThemeScope, type Together } from '../../../shared/contract/patterns.ts';
import { useCommand } from '../../lib/commands.tsx';
import { orpc } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { PairList } from './PairList.tsx';
import type { PartProps } from './part-props.ts';
import { PatternExport } from './PatternExport.tsx';
import { PatternLoaded } from './PatternLoaded.tsx';
import styles from './patterns.module.css';
import { quotesOfBoth } from './quotes-address.ts';
import { ScopeControl } from './ScopeControl.tsx';
import { TogetherMatrix } from './TogetherMatrix.tsx';
import { TogetherPicture } from './TogetherPicture.tsx';
import { measures } from './use-patterns-view.ts';

/** Which themes meet in the same words, text or person. */
export function TogetherPart({ projectId, themes, view }: PartProps) {
  const say = useText();
  const navigate = useNavigate();
  const [isExporting, setExporting] = useState(false);
  const { unit, scope, measure, isPicture } = view;
  const query = useQuery({
    ...orpc.patterns.together.queryOptions({ input: { projectId, unit, scope } }),
    placeholderData: keepPreviousData,
  });
  const canLeave = query.data?.pairs.some(({ isHidden }) => !isHidden) ?? false;
  useCommand('patterns.export', () => setExporting(canLeave), view.view === 'together');
  const show = (picture: boolean): void => view.change({ chart: picture ? 'picture' : undefined });
  useCommand('patterns.chart', () => show(!isPicture), view.view === 'together');
  const open = (first: string, second: string): void =>
    void navigate({
      to: '/projects/$project/quotes',
      params: { project: projectId },
      search: quotesOfBoth(first, second, { unit, scope }),
    });
  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <SegmentedControl
          label={say('patterns.together.unit')}
          onChange={(id) => view.change({ filter: id === 'person' ? undefined : id })}
          segments={TogetherUnit.options.map((id) => ({ id, label: say(`patterns.together.unit.${id}`) }))}
          value={unit}
        />
        <ScopeControl view={view} />
        {isPicture ? null : (
          <Select
            label={say('patterns.measure')}
            look="chip"
            onChange={(id) => view.change({ sort: id === 'both' ? undefined : id })}
            options={measures.map((id) => ({ id, label: say(`patterns.measure.${id}`) }))}
            value={measure}
          />
        )}
        <SegmentedControl
          label={say('patterns.together.shows')}
          onChange={(id) => show(id === 'picture')}
          segments={[
            { id: 'table', label: say('patterns.together.table') },
            { id: 'picture', label: say('patterns.together.picture') },
          ]}
          value={isPicture ? 'picture' : 'table'}
        />
        <span className={styles.room} />
        <Button icon="export" isDisabled={!canLeave} kbd="E" onPress={() => setExporting(true)} size="bar">
          {say('patterns.export')}
        </Button>
      </div>
      <PatternLoaded query={query}>
        {(together) =>
          together.themes.length === 0 ? (
            <EmptyState how={say('patterns.noneHow')} what={say('patterns.none')} />
          ) : isPicture ? (
            <TogetherPicture projectId={projectId} themes={themes} together={together} />
          ) : (
            <>
              <p className={styles.sentence}>
                {say(`patterns.together.said.${together.unit}`, { persons: together.persons })} {say(`patterns.measure.${measure}Said`)}
              </p>
              <Found measure={measure} onOpen={open} scope={scope} themes={themes} together={together} />
            </>
          )
        }
      </PatternLoaded>
      {isExporting && query.data !== undefined ? (
        <PatternExport
          file={{ view: 'together', unit, scope, measure: measure === 'overlap' ? 'overlap' : 'jaccard' }}
          hasPicture={query.data.released !== null}
          onClose={() => setExporting(false)}
          projectId={projectId}
          threshold={query.data.threshold}
        />
      ) : null}
    </div>
  );
}

interface FoundProps extends Pick<PartProps, 'themes'> {
  readonly together: Together;
  readonly measure: (typeof measures)[number];
  readonly scope: ThemeScope;
  readonly onOpen: (first: string, second: string) => void;
}

function Found({ together, measure, themes, scope, onOpen }: FoundProps) {
  const say = useText();
  if (together.pairs.length === 0) return <EmptyState how={say('patterns.together.noPairsHow')} what={say('patterns.together.noPairs')} />;
  return (
    <>
      <TogetherMatrix measure={measure} onOpen={onOpen} scope={scope} themes={themes} together={together} />
      {together.leftOut === 0 ? null : (
        <p className={styles.quiet}>{say('patterns.together.leftOut', { shown: together.themes.length, count: together.leftOut })}</p>
      )}
      <PairList measure={measure} themes={themes} together={together} />
    </>
  );
}
