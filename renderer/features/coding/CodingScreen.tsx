import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OpenQuestion } from '../../../shared/contract/coding.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { orpc } from '../../lib/client.ts';
import { useProjectId, useSearchParam } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { CodingDesk } from './CodingDesk.tsx';

/** Coding of open answers: one question at a time, its answers in a grid, the theme tree beside it. */
export function CodingScreen() {
  const say = useText();
  const projectId = useProjectId();
  const wanted = useSearchParam('question');
  const navigate = useNavigate();
  const query = useQuery(orpc.coding.questions.queryOptions({ input: { projectId } }));
  return (
    <Loaded query={query}>
      {({ questions }) => {
        if (questions.length > 0) return <ChosenQuestion key={projectId} projectId={projectId} questions={questions} wanted={wanted} />;
        return (
          <>
            <PageHeader title={say('coding.screen.title')} />
            <EmptyState
              action={
                <Button onPress={() => void navigate({ to: '/projects/$project/questionnaires', params: { project: projectId } })}>
                  {say('coding.screen.toQuestionnaire')}
                </Button>
              }
              how={say('coding.screen.noQuestionsHow')}
              what={say('coding.screen.noQuestions')}
            />
          </>
        );
      }}
    </Loaded>
  );
}

interface ChosenQuestionProps {
  readonly projectId: ProjectId;
  readonly questions: readonly OpenQuestion[];
  readonly wanted: string | undefined;
}

/** The question of the address, else the first with something left to code as it was on arrival: it never changes under the hand. */
function ChosenQuestion({ projectId, questions, wanted }: ChosenQuestionProps) {
  const [first] = useState(() => (questions.find((one) => one.coded < one.answered) ?? questions[0])?.variableId);
  const question = questions.find((one) => one.variableId === wanted) ?? questions.find((one) => one.variableId === first) ?? questions[0];
  return question === undefined ? null : (
    <CodingDesk key={question.variableId} projectId={projectId} question={question} questions={questions} />
  );
}
