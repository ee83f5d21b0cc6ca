import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Coder } from '../../../shared/contract/agreement.ts';
import { client, orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { Loaded } from '../../lib/Loaded.tsx';
import { useProjectId } from '../../lib/route.ts';
import sheet from '../../lib/sheet/sheet.module.css';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Banner } from '../../ui/banner/Banner.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { CodingNav } from '../coding/index.ts';
import { useThemes, type Themes } from '../themes/index.ts';
import styles from './agreement.module.css';
import { chosenCoders, nameCoders } from './agreement-view.ts';
import { AgreementFilters } from './AgreementFilters.tsx';
import { AgreementTable } from './AgreementTable.tsx';
import { CodersPart } from './CodersPart.tsx';
import { CoderSeat } from './CoderSeat.tsx';
import { useAgreementView } from './use-agreement-view.ts';

/** Who has coded what, how well they agree, and whether they code blind. */
export function AgreementScreen() {
  const say = useText();
  const projectId = useProjectId();
  const query = useQuery(orpc.agreement.coders.queryOptions({ input: { projectId } }));
  const view = useAgreementView(projectId);
  const { themes } = useThemes(projectId);
  const navigate = useNavigate();
  const save = useSave();
  const isBlind = query.data?.isBlind ?? false;
  const chosen = chosenCoders(view.who, query.data?.coders ?? []);
  const search = chosen.length === 2 ? { ...view.search, who: nameCoders(chosen) } : view.search;
  const toDisagreements = (): void => void navigate({ to: '/projects/$project/disagreements', params: { project: projectId }, search });
  const setBlind = async (wanted: boolean): Promise<void> => {
    const done = await save(() => client.agreement.setBlind({ projectId, isBlind: wanted }));
    if (done !== undefined && !wanted && chosen.length === 2) toDisagreements();
  };
  const canDiscuss = !isBlind && chosen.length === 2;
  useCommand('agreement.disagreements', toDisagreements, canDiscuss);
  return (
    <div className={cx(sheet.page, sheet.scrolls, styles.page)}>
      <PageHeader
        actions={
          <>
            {query.data === undefined || isBlind ? null : (
              <Button onPress={() => void setBlind(true)}>{say('agreement.blind.begin')}</Button>
            )}
            {canDiscuss ? (
              <Button kbd="U" onPress={toDisagreements} variant="main">
                {say('agreement.toDisagreements')}
              </Button>
            ) : null}
          </>
        }
        facts={say('agreement.facts')}
        title={say('agreement.title')}
      />
      <CodingNav projectId={projectId} />
      <Loaded query={query}>
        {({ coders, people }) => (
          <>
            {isBlind ? (
              <Banner
                action={
                  <Button onPress={() => void setBlind(false)} size="bar">
                    {say('agreement.blind.end')}
                  </Button>
                }
                icon="insideView"
                title={say('agreement.blind.title')}
                tone="neutral"
              >
                {say('agreement.blind.words')}
              </Banner>
            ) : null}
            <div className={sheet.bar}>
              <CodersPart chosen={chosen} coders={coders} isBlind={isBlind} onChoose={(who) => view.change({ who })} />
              <CoderSeat people={people} />
            </div>
            {isBlind ? null : <Compared chosen={chosen} search={search} themes={themes} view={view} />}
          </>
        )}
      </Loaded>
    </div>
  );
}

interface ComparedProps {
  readonly chosen: readonly Coder[];
  readonly view: ReturnType<typeof useAgreementView>;
  readonly themes: Themes;
  readonly search: Readonly<Record<string, string>>;
}

function Compared({ chosen, view, themes, search }: ComparedProps) {
  const say = useText();
  const { scope, level } = view;
  const coderIds = chosen.map(({ coderId }) => coderId);
  const query = useQuery({
    ...orpc.agreement.compare.queryOptions({ input: { ...scope, coderIds, level } }),
    placeholderData: keepPreviousData,
    enabled: chosen.length >= 2,
  });
  if (chosen.length < 2) return <EmptyState how={say('agreement.oneCoderHow')} what={say('agreement.oneCoder')} />;
  return (
    <>
      <AgreementFilters hasLevel themes={themes} view={view} />
      <Loaded query={query}>
        {(agreement) =>
          agreement.texts === 0 ? (
            <EmptyState how={say('agreement.noCommonHow', { leftOut: agreement.leftOut })} what={say('agreement.noCommon')} />
          ) : (
            <AgreementTable
              agreement={agreement}
              coders={chosen}
              level={level}
              projectId={scope.projectId}
              search={search}
              themes={themes}
            />
          )
        }
      </Loaded>
    </>
  );
}
