import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { BankQuestion } from '../../../shared/contract/bank.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
import { client, orpc } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { RadioGroup } from '../../ui/radio-group/RadioGroup.tsx';
import styles from './BankScreen.module.css';

export interface InsertDialogProps {
  readonly questions: readonly BankQuestion[];
  readonly project: ProjectId;
  readonly projectName: string;
  readonly onClose: () => void;
}

/** Chooses the draft of this project that questions of the bank are put into, last of all. */
export function InsertDialog({ questions, project, projectName, onClose }: InsertDialogProps) {
  const say = useText();
  const save = useSave();
  const navigate = useNavigate();
  const { data } = useQuery(orpc.questionnaires.list.queryOptions({ input: { projectId: project } }));
  const drafts = (data?.questionnaires ?? []).flatMap((questionnaire) =>
    questionnaire.versions.flatMap((version) =>
      version.status === 'draft' ? { id: version.id as string, versionId: version.id, questionnaire, number: version.number } : [],
    ),
  );
  const [wanted, setWanted] = useState<string | null>(null);
  const draft = drafts.find((candidate) => candidate.id === wanted) ?? drafts[0];

  const insert = useOneAtATime(async () => {
    if (draft === undefined) return;
    const done = await save(async () => {
      const { sections } = await client.questionnaires.version({ versionId: draft.versionId });
      const section = sections.at(-1);
      if (section === undefined) return null;
      const afterId = section.questions.findLast((question) => question.parentId === null)?.id ?? null;
      return client.bank.use({
        bankQuestionIds: questions.map((question) => question.id),
        versionId: draft.versionId,
        sectionId: section.id,
        afterId,
      });
    });
    if (done === undefined || done === null) return;
    const [first] = done.questionIds;
    await navigate({
      to: '/projects/$project/questionnaires/$questionnaire/v/$version/edit',
      params: { project, questionnaire: draft.questionnaire.id, version: draft.versionId },
      search: first === undefined ? {} : { question: first },
    });
  });

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          {draft === undefined ? (
            <Button onPress={() => void navigate({ to: '/projects/$project/questionnaires', params: { project } })} variant="main">
              {say('bank.toQuestionnaires')}
            </Button>
          ) : (
            <Button onPress={() => void insert()} variant="main">
              {say('bank.insert', { count: questions.length })}
            </Button>
          )}
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={say('bank.insertWhere', { count: questions.length })}
    >
      {draft === undefined ? (
        <p>{say('bank.noDraft', { project: projectName })}</p>
      ) : (
        <div className={styles.form}>
          <RadioGroup
            label={say('bank.draft')}
            onChange={setWanted}
            options={drafts.map((candidate) => ({
              id: candidate.id,
              label: say('bank.draftName', { name: candidate.questionnaire.name, number: candidate.number }),
            }))}
            value={draft.id}
          />
        </div>
      )}
    </Dialog>
  );
}
