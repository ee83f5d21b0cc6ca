import { useQueries, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { QuestionnaireSummary, VersionSummary } from '../../../shared/contract/questionnaires.ts';
import { questionsOf } from '../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../shared/model/text.ts';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useProjectId, useRouteParam } from '../../lib/route.ts';
import sheet from '../../lib/sheet/sheet.module.css';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { DifferenceRow } from './versions/DifferenceRow.tsx';
import { ofInterest, summaryOf } from './versions/differences.ts';
import styles from './versions/Versions.module.css';

/** Two versions of a questionnaire side by side: what became of each question, and whether its answers can be compared. */
export function VersionsScreen() {
  const say = useText();
  const navigate = useNavigate();
  const projectId = useProjectId();
  const questionnaireId = useRouteParam('questionnaire');
  const query = useQuery(orpc.questionnaires.list.queryOptions({ input: { projectId } }));
  const toList = (
    <Button onPress={() => void navigate({ to: '/projects/$project/questionnaires', params: { project: projectId } })}>
      {say('questionnaires.toList')}
    </Button>
  );
  return (
    <Loaded query={query}>
      {(data) => {
        const questionnaire = data.questionnaires.find((one) => one.id === questionnaireId);
        const [later, earlier] = questionnaire?.versions ?? [];
        if (questionnaire === undefined || later === undefined || earlier === undefined)
          return (
            <>
              <PageHeader title={questionnaire?.name ?? say('questionnaires.title')} />
              <EmptyState action={toList} what={say(questionnaire === undefined ? 'error.notFound' : 'questionnaires.versions.onlyOne')} />
            </>
          );
        return <Comparison earlier={earlier} later={later} questionnaire={questionnaire} toList={toList} />;
      }}
    </Loaded>
  );
}

interface ComparisonProps {
  readonly questionnaire: QuestionnaireSummary;
  readonly earlier: VersionSummary;
  readonly later: VersionSummary;
  readonly toList: React.ReactNode;
}

function Comparison({ questionnaire, earlier, later, toList }: ComparisonProps) {
  const say = useText();
  const interfaceLanguage = useLanguage();
  const [pair, setPair] = useState({ from: earlier.id, to: later.id });
  const [shows, setShows] = useState<'changes' | 'all'>('changes');
  const [wanted, setWanted] = useState<Language>(interfaceLanguage);
  const languages = questionnaire.versions.find((version) => version.id === pair.to)?.languages ?? later.languages;
  const language = languages.includes(wanted) ? wanted : (languages[0] ?? 'nb');
  const query = useQuery(orpc.questionnaires.compare.queryOptions({ input: { fromId: pair.from, toId: pair.to, language } }));
  const wordings = useWordings([pair.from, pair.to], language);
  const options = questionnaire.versions.map((version) => ({
    id: version.id,
    label: say('questionnaires.versionNumber', { number: version.number }),
    detail: say(`questionnaires.status.${version.status}`),
  }));
  return (
    <div className={sheet.page}>
      <PageHeader
        actions={toList}
        facts={query.data === undefined ? undefined : summaryOf(query.data.differences, say)}
        title={say('questionnaires.versions.title', { name: questionnaire.name })}
      />
      <div className={styles.bar}>
        <Select
          label={say('questionnaires.versions.from')}
          look="chip"
          onChange={(from) => setPair({ ...pair, from })}
          options={options}
          value={pair.from}
        />
        <Select
          label={say('questionnaires.versions.to')}
          look="chip"
          onChange={(to) => setPair({ ...pair, to })}
          options={options}
          value={pair.to}
        />
        {languages.length < 2 ? null : (
          <Select
            label={say('questionnaires.language')}
            look="chip"
            onChange={setWanted}
            options={languages.map((id) => ({ id, label: say(`interviews.language.${id}`) }))}
            value={language}
          />
        )}
        <SegmentedControl
          label={say('questionnaires.versions.shows')}
          onChange={setShows}
          segments={[
            { id: 'changes', label: say('questionnaires.versions.changes') },
            { id: 'all', label: say('questionnaires.versions.all') },
          ]}
          value={shows}
        />
      </div>
      <div aria-label={say('questionnaires.versions.list')} className={styles.body} role="region" tabIndex={0}>
        <Loaded query={query}>
          {(data) => {
            const shown = shows === 'all' ? data.differences : ofInterest(data.differences);
            if (shown.length === 0) return <EmptyState what={say('questionnaires.versions.noneChanged')} />;
            return (
              <ol className={styles.list}>
                {shown.map((difference) => (
                  <DifferenceRow
                    difference={difference}
                    key={`${difference.questionId} ${difference.previousId}`}
                    language={language}
                    wording={wordings.get(difference.questionId ?? difference.previousId ?? '') ?? ''}
                  />
                ))}
              </ol>
            );
          }}
        </Loaded>
      </div>
    </div>
  );
}

/** What the questions of some versions ask, by their ids. */
function useWordings(versionIds: readonly VersionSummary['id'][], language: Language): ReadonlyMap<string, string> {
  const versions = useQueries({
    queries: versionIds.map((versionId) => orpc.questionnaires.version.queryOptions({ input: { versionId } })),
  });
  return new Map(
    versions.flatMap(({ data }) =>
      data === undefined ? [] : questionsOf(data).map((question) => [question.id, localised(question.wording, language)]),
    ),
  );
}
