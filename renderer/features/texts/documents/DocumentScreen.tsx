import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { printedKey } from '../../../../shared/commands/keys.ts';
import { DocumentKind, type DocumentFacts } from '../../../../shared/contract/texts-documents.ts';
import { TextId, type ProjectId } from '../../../../shared/model/ids.ts';
import { Language, languages } from '../../../../shared/model/text.ts';
import { client, orpc } from '../../../lib/client.ts';
import { useCommand } from '../../../lib/commands.tsx';
import { useDates } from '../../../lib/dates.ts';
import { KeptDayField } from '../../../lib/fields/KeptDayField.tsx';
import { KeptField } from '../../../lib/fields/KeptField.tsx';
import { Loaded } from '../../../lib/Loaded.tsx';
import { platform } from '../../../lib/platform.ts';
import { useProjectId, useRouteParam } from '../../../lib/route.ts';
import sheet from '../../../lib/sheet/sheet.module.css';
import { useText } from '../../../lib/text.ts';
import { useSave } from '../../../lib/use-save.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { PageHeader } from '../../../ui/page-header/PageHeader.tsx';
import { Select } from '../../../ui/select/Select.tsx';
import { CodingNav } from '../../coding/index.ts';
import styles from './documents.module.css';
import { DocumentWords } from './DocumentWords.tsx';
import { WhoseField } from './WhoseField.tsx';

/** What is known of a document, and its words for as long as nothing points into them. */
export function DocumentScreen() {
  const projectId = useProjectId();
  const textId = TextId.parse(useRouteParam('text'));
  const query = useQuery(orpc.texts.document.queryOptions({ input: { textId } }));
  return <Loaded query={query}>{(document) => <DocumentDesk document={document} key={textId} projectId={projectId} />}</Loaded>;
}

function DocumentDesk({ document, projectId }: { readonly document: DocumentFacts; readonly projectId: ProjectId }) {
  const say = useText();
  const dates = useDates();
  const navigate = useNavigate();
  const { textId } = document;
  const area = useRef<HTMLTextAreaElement>(null);
  // A note that has just been begun is written in at once.
  useEffect(() => (document.body === '' ? area.current?.focus() : undefined), []); // oxlint-disable-line exhaustive-deps -- at its opening only
  const back = (): void => void navigate({ to: `/projects/${projectId}/coding/texts`, search: { row: textId } });
  const code = (): void => void navigate({ to: '/projects/$project/coding/texts/$text', params: { project: projectId, text: textId } });
  useCommand('documents.done', code);
  const { addedAt, addedBy, fileName, speakers } = document;
  return (
    <div className={sheet.page}>
      <PageHeader
        actions={
          <>
            <Button onPress={back}>{say('documents.one.back')}</Button>
            <Button kbd={printedKey('Mod+Enter', platform)} onPress={code} variant="main">
              {say('documents.one.code')}
            </Button>
          </>
        }
        facts={[
          say('documents.one.facts', { words: document.words, segments: document.segments }),
          say('documents.one.added', { by: addedBy, at: dates.day(addedAt.slice(0, 10)) }),
          ...(fileName === null ? [] : [say('documents.one.file', { name: fileName })]),
        ].join(' · ')}
        title={<span lang={document.language}>{document.title}</span>}
      />
      <CodingNav projectId={projectId} />
      <div className={styles.document}>
        <DocumentWords areaRef={area} document={document} />
        <div className={styles.facts}>
          <DocumentFields document={document} projectId={projectId} />
          {speakers.length === 0 ? null : (
            <section>
              <h2 className={styles.legend}>{say('documents.one.speakers')}</h2>
              <ul className={styles.plain}>
                {speakers.map(({ name, role, turns }) => (
                  <li key={`${name ?? ''} ${role}`}>
                    {say('documents.one.speaker', { name: name ?? say('documents.one.noSpeaker'), role, turns })}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
    </div>
  );
}

function DocumentFields({ document, projectId }: { readonly document: DocumentFacts; readonly projectId: ProjectId }) {
  const say = useText();
  const save = useSave();
  const { textId } = document;
  const set = (facts: Omit<Parameters<typeof client.texts.setFacts>[0], 'textId'>): void =>
    void save(() => client.texts.setFacts({ textId, ...facts }));
  return (
    <>
      <KeptField
        label={say('documents.one.titleField')}
        lang={document.language}
        onSave={(title) => (title.trim() === '' ? undefined : void save(() => client.texts.rename({ textId, title: title.slice(0, 200) })))}
        value={document.title}
      />
      <Select
        label={say('documents.one.kind')}
        onChange={(kind) => set({ kind })}
        options={DocumentKind.options.map((kind) => ({ id: kind, label: say(`documents.kind.${kind}`) }))}
        value={document.kind}
      />
      <Select
        label={say('documents.one.language')}
        onChange={(language) => set({ language })}
        options={languages.map((language) => ({ id: language, label: say(`documents.language.${language}`) }))}
        value={Language.safeParse(document.language).data ?? null}
      />
      <KeptDayField label={say('documents.one.saidOn')} onKeep={(saidOn) => set({ saidOn })} value={document.saidOn} />
      <WhoseField
        onPick={(whose) => void save(() => client.texts.link({ textId, interviewId: whose?.interviewId ?? null }))}
        projectId={projectId}
        value={document.whose}
      />
    </>
  );
}
