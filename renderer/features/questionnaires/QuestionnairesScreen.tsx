import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { QuestionnaireSummary } from '../../../shared/contract/questionnaires.ts';
import type { VersionId } from '../../../shared/model/ids.ts';
import { questionsOf } from '../../../shared/model/questionnaire.ts';
import type { Language } from '../../../shared/model/text.ts';
import { orpc } from '../../lib/client.ts';
import { spoken } from '../../lib/errors.ts';
import { useProjectId } from '../../lib/route.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { ErrorState } from '../../ui/error-state/ErrorState.tsx';
import { LoadingState } from '../../ui/loading-state/LoadingState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import styles from './QuestionnairesScreen.module.css';

/** The project's questionnaires to read: sections, questions, answers with codes, routing in words. */
export function QuestionnairesScreen() {
  const say = useText();
  const projectId = useProjectId();
  const navigate = useNavigate();
  const { data, error } = useQuery(orpc.questionnaires.list.queryOptions({ input: { projectId } }));
  const [chosen, setChosen] = useState<VersionId | null>(null);
  if (error !== null) {
    return (
      <div className={styles.page}>
        <PageHeader title={say('questionnaires.title')} />
        <ErrorState what={say.any(spoken(error).message, spoken(error).params)} />
      </div>
    );
  }
  if (data === undefined) return <LoadingState>{say('questionnaires.loading')}</LoadingState>;
  const versions = data.questionnaires.flatMap((questionnaire) => questionnaire.versions.map((version) => ({ questionnaire, version })));
  const shown =
    versions.find(({ version }) => version.id === chosen) ?? versions.find(({ version }) => version.status === 'in-use') ?? versions[0];
  if (shown === undefined) {
    return (
      <div className={styles.page}>
        <PageHeader title={say('questionnaires.title')} />
        <EmptyState
          action={
            <Button icon="import" onPress={() => void navigate({ to: '/projects/$project/import', params: { project: projectId } })}>
              {say('interviews.import')}
            </Button>
          }
          how={say('questionnaires.emptyHow')}
          what={say('questionnaires.empty')}
        />
      </div>
    );
  }
  return <Reading onChoose={setChosen} shown={shown} versions={versions} />;
}

interface Shown {
  readonly questionnaire: QuestionnaireSummary;
  readonly version: QuestionnaireSummary['versions'][number];
}

function Reading({
  shown,
  versions,
  onChoose,
}: {
  readonly shown: Shown;
  readonly versions: readonly Shown[];
  readonly onChoose: (id: VersionId) => void;
}) {
  const say = useText();
  const interfaceLanguage = useLanguage();
  const [wanted, setWanted] = useState<Language | null>(null);
  const { questionnaire, version } = shown;
  const { data: form } = useQuery(orpc.questionnaires.version.queryOptions({ input: { versionId: version.id } }));
  const language =
    [wanted, interfaceLanguage].find((candidate) => candidate !== null && version.languages.includes(candidate)) ??
    version.languages[0] ??
    'nb';
  const questions = form === undefined ? [] : questionsOf(form);
  return (
    <div className={styles.page}>
      <PageHeader
        actions={<Languages language={language} languages={version.languages} onChange={setWanted} />}
        facts={say('questionnaires.facts', {
          number: version.number,
          status: say(`questionnaires.status.${version.status}`),
          questions: version.questionCount,
          interviews: version.interviewCount,
        })}
        title={questionnaire.name}
      />
      <div aria-label={questionnaire.name} className={styles.body} role="region" tabIndex={0}>
        {versions.length > 1 ? (
          <div className={styles.chooser}>
            <Select
              label={say('questionnaires.shown')}
              look="chip"
              onChange={(id) => onChoose(versions.find((candidate) => candidate.version.id === id)?.version.id ?? version.id)}
              options={versions.map((candidate) => ({
                id: candidate.version.id as string,
                label: candidate.questionnaire.name,
                detail: say('interviews.fact.versionNumber', { number: candidate.version.number }),
              }))}
              value={version.id as string}
            />
          </div>
        ) : null}
        {form === undefined ? <LoadingState>{say('questionnaires.loading')}</LoadingState> : null}
        {(form?.sections ?? []).map((section) => (
          <section className={styles.section} key={section.id}>
            <h2 className={styles.sectionTitle} lang={language}>
              {section.title[language] ?? section.title.nb ?? ''}
              <span className={styles.count}>{say('questionnaires.questionCount', { count: section.questions.length })}</span>
            </h2>
            <ol className={styles.questions}>
              {section.questions.map((question) => (
                <QuestionCard key={question.id} language={language} question={question} questions={questions} />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </div>
  );
}

/** Two or three languages stand side by side; more make a menu. */
function Languages({
  language,
  languages,
  onChange,
}: {
  readonly language: Language;
  readonly languages: readonly Language[];
  readonly onChange: (language: Language) => void;
}) {
  const say = useText();
  const options = languages.map((id) => ({ id, label: say(`interviews.language.${id}`) }));
  if (languages.length < 2) return null;
  if (languages.length > 3)
    return <Select label={say('questionnaires.language')} look="chip" onChange={onChange} options={options} value={language} />;
  return <SegmentedControl label={say('questionnaires.language')} onChange={onChange} segments={options} value={language} />;
}
