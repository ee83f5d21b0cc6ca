import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnalysisVariable } from '../../../shared/contract/analysis.ts';
import { VariableId } from '../../../shared/model/ids.ts';
import { useCommand } from '../../lib/commands.tsx';
import { orpc } from '../../lib/client.ts';
import { useContent, useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select, type SelectOption } from '../../ui/select/Select.tsx';
import { hasFigures, shortLabel } from '../analysis/index.ts';
import { CasesTable } from './CasesTable.tsx';
import { cutChoices, cutsOf } from './cut-choices.ts';
import { JointTable } from './JointTable.tsx';
import type { PartProps } from './part-props.ts';
import { PatternExport } from './PatternExport.tsx';
import { PatternLoaded } from './PatternLoaded.tsx';
import styles from './patterns.module.css';

const usual = 'usual';

/** Themes beside a score: what the numbers say, what people say, and what is concluded. */
export function JointPart(props: PartProps) {
  const say = useText();
  const query = useQuery(orpc.analysis.variables.queryOptions({ input: { projectId: props.projectId } }));
  return (
    <PatternLoaded query={query}>
      {({ groups }) => {
        const scales = groups.flatMap(({ variables }) => variables).filter(({ kind, isInRounds }) => kind === 'scale' && !isInRounds);
        const chosen = scales.find(({ id }) => id === props.view.score) ?? scales[0];
        if (chosen === undefined) return <EmptyState how={say('patterns.joint.noScaleHow')} what={say('patterns.joint.noScale')} />;
        return <Score {...props} chosen={chosen} scales={scales} />;
      }}
    </PatternLoaded>
  );
}

interface ScoreProps extends PartProps {
  readonly chosen: AnalysisVariable;
  readonly scales: readonly AnalysisVariable[];
}

function Score({ projectId, themes, view, chosen, scales }: ScoreProps) {
  const say = useText();
  const content = useContent();
  const language = useLanguage();
  const [isExporting, setExporting] = useState(false);
  const variableId = VariableId.parse(chosen.id);
  const codes = chosen.options.map(({ code }) => code);
  const cuts = cutsOf(codes, view.ends);
  const input = { projectId, variableId, language, ...(cuts === null ? {} : { cuts }) };
  const joint = useQuery({ ...orpc.patterns.joint.queryOptions({ input }), placeholderData: keepPreviousData });
  const cases = useQuery({ ...orpc.patterns.cases.queryOptions({ input }), placeholderData: keepPreviousData, enabled: view.isCases });
  const data = joint.data;
  const canLeave =
    data !== undefined && !view.isCases && data.tooSmall.length === 0 && data.view.gate.state !== 'stopped' && hasFigures(data.view);
  useCommand('patterns.export', () => setExporting(canLeave), view.view === 'joint');
  const options: SelectOption[] = [
    { id: usual, label: say('patterns.joint.usual') },
    ...cutChoices(codes.length).map(({ id, low, high }) => ({ id, label: say('patterns.joint.cut', { low, high }) })),
  ];
  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <Select
          label={say('patterns.joint.variable')}
          look="chip"
          onChange={(rows) => view.change({ rows, at: undefined })}
          options={scales.map((scale) => ({ id: scale.id, label: shortLabel(content(scale.label)) }))}
          value={chosen.id}
        />
        <Select
          label={say('patterns.joint.cuts')}
          look="chip"
          onChange={(at) => view.change({ at: at === usual ? undefined : at })}
          options={options}
          value={cuts === null ? usual : (view.ends ?? usual)}
        />
        <SegmentedControl
          label={say('patterns.joint.shows')}
          onChange={(id) => view.change({ chart: id === 'cases' ? 'cases' : undefined })}
          segments={[
            { id: 'table', label: say('patterns.joint.table') },
            { id: 'cases', label: say('patterns.joint.cases') },
          ]}
          value={view.isCases ? 'cases' : 'table'}
        />
        <span className={styles.room} />
        <Button icon="export" isDisabled={!canLeave} kbd="E" onPress={() => setExporting(true)} size="bar">
          {say('patterns.export')}
        </Button>
      </div>
      {view.isCases ? (
        <PatternLoaded query={cases}>
          {({ persons, total }) => <CasesTable persons={persons} themes={themes} total={total} />}
        </PatternLoaded>
      ) : (
        <PatternLoaded query={joint}>
          {(found) =>
            found.view.released.rows.length === 0 ? (
              <EmptyState how={say('patterns.noneHow')} what={say('patterns.none')} />
            ) : (
              <JointTable joint={found} projectId={projectId} question={content(chosen.label)} themes={themes} variableId={variableId} />
            )
          }
        </PatternLoaded>
      )}
      {isExporting && data !== undefined ? (
        <PatternExport
          file={{ view: 'joint', variableId, ...(cuts === null ? {} : { cuts }) }}
          onClose={() => setExporting(false)}
          projectId={projectId}
          threshold={data.view.released.rule.threshold}
        />
      ) : null}
    </div>
  );
}
