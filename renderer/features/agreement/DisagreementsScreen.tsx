import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Coder } from '../../../shared/contract/agreement.ts';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useProjectId, useSearchParam } from '../../lib/route.ts';
import sheet from '../../lib/sheet/sheet.module.css';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { CodingNav } from '../coding/index.ts';
import { useThemes } from '../themes/index.ts';
import { chosenCoders } from './agreement-view.ts';
import { AgreementFilters } from './AgreementFilters.tsx';
import { DisagreementDesk } from './DisagreementDesk.tsx';
import styles from './agreement.module.css';
import { useAgreementView } from './use-agreement-view.ts';

/** Where two coders differ, to be talked through: one after the other, each ending in what they agree on. */
export function DisagreementsScreen() {
  const say = useText();
  const projectId = useProjectId();
  const navigate = useNavigate();
  const query = useQuery(orpc.agreement.coders.queryOptions({ input: { projectId } }));
  const view = useAgreementView(projectId);
  const toAgreement = (): void =>
    void navigate({ to: '/projects/$project/agreement', params: { project: projectId }, search: view.search });
  const back = <Button onPress={toAgreement}>{say('agreement.toAgreement')}</Button>;
  return (
    <div className={cx(sheet.page, sheet.scrolls, styles.page)}>
      <PageHeader actions={back} facts={say('agreement.disagreementsFacts')} title={say('agreement.disagreements')} />
      <CodingNav projectId={projectId} />
      <Loaded query={query}>
        {({ coders, isBlind }) => {
          const [first, second] = chosenCoders(view.who, coders);
          if (isBlind) return <EmptyState how={say('agreement.blind.words')} what={say('agreement.blind.title')} />;
          if (first === undefined || second === undefined)
            return <EmptyState how={say('agreement.oneCoderHow')} what={say('agreement.oneCoder')} />;
          return <Listed first={first} second={second} view={view} />;
        }}
      </Loaded>
    </div>
  );
}

const pageSize = 200;
const states = ['open', 'settled'] as const;
const orders = ['characters', 'persons'] as const;

interface ListedProps {
  readonly first: Coder;
  readonly second: Coder;
  readonly view: ReturnType<typeof useAgreementView>;
}

function Listed({ first, second, view }: ListedProps) {
  const say = useText();
  const { themes } = useThemes(view.scope.projectId);
  const wanted = useSearchParam('status');
  const sorted = useSearchParam('sort');
  const state = states.find((one) => one === wanted) ?? 'open';
  const order = orders.find((one) => one === sorted) ?? 'characters';
  const query = useQuery({
    ...orpc.agreement.disagreements.queryOptions({
      input: { ...view.scope, coderIds: [first.coderId, second.coderId], state, order, from: 0, limit: pageSize },
    }),
    placeholderData: keepPreviousData,
  });
  const counts = query.data ?? { open: 0, settled: 0 };
  return (
    <>
      <AgreementFilters hasLevel={false} themes={themes} view={view}>
        <SegmentedControl
          label={say('agreement.state')}
          onChange={(status) => view.change({ status })}
          segments={states.map((id) => ({ id, label: say(`agreement.state.${id}`, { count: counts[id] }) }))}
          value={state}
        />
        <SegmentedControl
          label={say('agreement.order')}
          onChange={(sort) => view.change({ sort })}
          segments={orders.map((id) => ({ id, label: say(`agreement.order.${id}`) }))}
          value={order}
        />
      </AgreementFilters>
      <Loaded query={query}>
        {({ rows, open, settled }) =>
          rows.length === 0 ? (
            <EmptyState
              how={state === 'open' && settled > 0 ? say('agreement.allSettledHow', { count: settled }) : undefined}
              what={say(state === 'settled' ? 'agreement.noneSettled' : open + settled === 0 ? 'agreement.agreed' : 'agreement.allSettled')}
            />
          ) : (
            <DisagreementDesk
              coderIds={[first.coderId, second.coderId]}
              key={`${state}${order}${first.coderId}${second.coderId}`}
              rows={rows}
              state={state}
              themes={themes}
              total={counts[state]}
            />
          )
        }
      </Loaded>
    </>
  );
}
