import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { GridSource } from '../../../shared/contract/coding.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { orpc } from '../../lib/client.ts';
import { keptUpByCoding } from '../../lib/connect.ts';
import { useProjectId, useSearchParam } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { CodingDesk } from './CodingDesk.tsx';
import { CodingNav } from './CodingNav.tsx';
import { readSource, writeSource } from './grid-address.ts';
import type { CodableCounts } from './GridToolbar.tsx';

/** Coding in rows: answers to open questions, minutes, documents, the theme tree beside them. */
export function CodingScreen() {
  const say = useText();
  const projectId = useProjectId();
  const navigate = useNavigate();
  const query = useQuery(orpc.coding.questions.queryOptions({ input: { projectId } }));
  return (
    <Loaded query={query}>
      {(codable) => {
        const isAny = codable.questions.length > 0 || codable.minutes.texts > 0 || codable.documents.texts > 0;
        if (isAny) return <ChosenSource codable={codable} key={projectId} projectId={projectId} />;
        return (
          <>
            <CodingNav projectId={projectId} />
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

/** Without one in the address: the first question with something left to code, else whatever has words. */
function firstSource({ questions, minutes }: CodableCounts): GridSource {
  const question = questions.find((one) => one.coded < one.answered) ?? questions[0];
  if (question !== undefined) return { kind: 'answers', variableIds: [question.variableId] };
  return { kind: minutes.texts > 0 ? 'minutes' : 'documents' };
}

/** A source as the project has it: only questions it asks. */
function knownSource(source: GridSource | null, { questions }: CodableCounts): GridSource | null {
  if (source === null || source.kind !== 'answers') return source;
  const variableIds = questions.map((one) => one.variableId).filter((id) => source.variableIds.includes(id));
  return variableIds.length === 0 ? null : { kind: 'answers', variableIds };
}

interface ChosenSourceProps {
  readonly projectId: ProjectId;
  readonly codable: CodableCounts;
}

/** What the address asks for, else what was first on arrival: it never changes under the hand. */
function ChosenSource({ projectId, codable }: ChosenSourceProps) {
  const question = useSearchParam('question');
  const several = useSearchParam('from');
  const asked = question ?? several;
  const [first] = useState(() => firstSource(codable));
  const text = writeSource(knownSource(readSource(asked), codable) ?? first);
  const source = useMemo(() => readSource(text) ?? first, [text, first]);
  const query = useQuery(orpc.coding.columns.queryOptions({ input: { projectId }, meta: { [keptUpByCoding]: true } }));
  return (
    <Loaded query={query}>
      {(known) => <CodingDesk codable={codable} key={text} known={known} projectId={projectId} source={source} />}
    </Loaded>
  );
}
