import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProjectId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';
import { today } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { NewFindingDialog } from './NewFindingDialog.tsx';

export interface FindingFromTextProps {
  readonly projectId: ProjectId;
  readonly textId: string;
  readonly language: Language;
}

/** Makes a finding that rests on what is being read, and goes to it. */
export function FindingFromText({ projectId, textId, language }: FindingFromTextProps) {
  const say = useText();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon="finding" onPress={() => setOpen(true)} size="bar">
        {say('findings.make')}
      </Button>
      {isOpen ? (
        <NewFindingDialog
          day={today()}
          language={language}
          onClose={() => setOpen(false)}
          onMade={({ findingId }) =>
            void navigate({ to: '/projects/$project/findings', params: { project: projectId }, search: { row: findingId } })
          }
          origin={{ projectId, evidence: [{ kind: 'text', id: textId }] }}
        />
      ) : null}
    </>
  );
}
