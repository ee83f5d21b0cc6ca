import { useLocation, useNavigate } from '@tanstack/react-router';
import { Button as AriaButton } from 'react-aria-components';
import { printedKey } from '../../shared/commands/keys.ts';
import { platform } from '../lib/platform.ts';
import { preferences, setPreferences } from '../lib/preferences.ts';
import { useText } from '../lib/text.ts';
import { languages, type Language } from '../../shared/model/text.ts';
import { useCurrentProject } from '../lib/current-project.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/icon/Icon.tsx';
import { Keycap } from '../ui/keycap/Keycap.tsx';
import { Menu } from '../ui/menu/Menu.tsx';
import styles from './TopBar.module.css';
import { VisuallyHidden } from '../ui/visually-hidden/VisuallyHidden.tsx';
import { UndoButtons } from './UndoButtons.tsx';

export interface TopBarProps {
  readonly workspace: { readonly name: string; readonly isEncrypted: boolean } | null;
  readonly onFind: () => void;
}

const languageNames: Readonly<Record<Language, string>> = { nb: 'Bokmål', nn: 'Nynorsk', sv: 'Svenska', en: 'English' };

/** The window's title bar: where you are, what to find, what to take back, in which language. */
export function TopBar({ workspace, onFind }: TopBarProps) {
  const say = useText();
  const { language } = preferences.use();
  return (
    <header className={styles.bar} data-region="header">
      <span className={styles.wordmark}>Røst</span>
      {workspace === null ? (
        <span className={styles.where} />
      ) : (
        <Where isEncrypted={workspace.isEncrypted} workspaceName={workspace.name} />
      )}
      <div className={styles.tools}>
        <UndoButtons isOpen={workspace !== null} />
        <Menu
          chosenId={language}
          entries={languages.map((id) => ({ id, label: languageNames[id] }))}
          label={say('app.language')}
          onAction={(id) => setPreferences({ language: id })}
          placement="bottom end"
          trigger={
            <AriaButton aria-label={`${language}, ${say('app.language')}: ${languageNames[language]}`} className={cx(styles.language)}>
              {language}
              <Icon name="unfold" size={13} />
            </AriaButton>
          }
        />
        <AriaButton className={cx(styles.find)} onPress={onFind}>
          <Icon name="search" />
          <span className={styles.findWords}>{say('app.findOrDo')}</span>
          <Keycap isSilent keys={printedKey('Mod+K', platform)} />
        </AriaButton>
      </div>
    </header>
  );
}

/** Screens that show every project at once. */
const ofAllProjects = /^\/(?:$|meetings|rounds|actions|places|registers|themes|releases|history)/u;

function Where({ workspaceName, isEncrypted }: { readonly workspaceName: string; readonly isEncrypted: boolean }) {
  const say = useText();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { current, all } = useCurrentProject();
  const isAll = ofAllProjects.test(pathname) && all.length > 0;
  const name = isAll ? say('app.allProjects') : (current?.name ?? say('app.noProject'));
  const entries = [
    { id: '*', label: say('app.allProjects') },
    { kind: 'separator' as const, id: 'line' },
    ...all.map((project) => ({ id: project.id as string, label: project.name })),
  ];
  return (
    <nav aria-label={say('app.where')} className={styles.where}>
      <Icon name={isEncrypted ? 'locked' : 'unlocked'} />
      <VisuallyHidden>{say(isEncrypted ? 'app.isEncrypted' : 'app.isNotEncrypted')}</VisuallyHidden>
      <span className={styles.workspace}>{workspaceName}</span>
      <span aria-hidden className={styles.arrow}>
        ›
      </span>
      <Menu
        chosenId={isAll ? '*' : (current?.id ?? '*')}
        entries={entries}
        label={say('app.switchProject')}
        onAction={(id) => void (id === '*' ? navigate({ to: '/' }) : navigate({ to: '/projects/$project', params: { project: id } }))}
        trigger={
          <AriaButton aria-label={`${name}. ${say('app.switchProject')}`} className={cx(styles.project)}>
            <span className={styles.projectName}>{name}</span>
            <Icon name="switchBetween" size={13} />
          </AriaButton>
        }
      />
    </nav>
  );
}
