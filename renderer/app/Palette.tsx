import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import {
  Dialog,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  SearchField as AriaSearchField,
  Autocomplete,
} from 'react-aria-components';
import { printedKey } from '../../shared/commands/keys.ts';
import { orpc } from '../lib/client.ts';
import { useActiveCommands } from '../lib/commands.tsx';
import { useCurrentProject } from '../lib/current-project.ts';
import { platform } from '../lib/platform.ts';
import { preferences, setPreferences } from '../lib/preferences.ts';
import { localeOf, useContent, useLanguage, useText, type Say } from '../lib/text.ts';
import { searchFor } from '../features/search/index.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/icon/Icon.tsx';
import type { IconName } from '../ui/icon/icons.ts';
import { Keycap } from '../ui/keycap/Keycap.tsx';
import styles from './Palette.module.css';
import { rankEntries, usedNow, type PaletteEntry } from './rank-entries.ts';

interface Choice extends PaletteEntry {
  readonly icon: IconName;
  readonly detail: string;
  readonly keys: string | null;
  readonly run: () => void;
}

const screens: readonly (readonly [path: string, icon: IconName, id: string])[] = [
  ['/', 'overview', 'rail.overview'],
  ['/projects/$project/about', 'overview', 'projects.facts.title'],
  ['/projects/$project/archive', 'deletionDate', 'archive.title'],
  ['/projects/$project/questionnaires', 'questionnaire', 'rail.questionnaires'],
  ['/projects/$project/interviews', 'interview', 'rail.interviews'],
  ['/projects/$project/response', 'person', 'fieldwork.nav.response'],
  ['/projects/$project/quality', 'softCheck', 'fieldwork.nav.quality'],
  ['/projects/$project/coding', 'coding', 'rail.coding'],
  ['/projects/$project/coding/texts', 'coding', 'coding.nav.texts'],
  ['/projects/$project/quotes', 'coding', 'coding.nav.quotes'],
  ['/projects/$project/matrix', 'coding', 'coding.nav.matrix'],
  ['/projects/$project/patterns', 'coding', 'coding.nav.patterns'],
  ['/projects/$project/agreement', 'coding', 'coding.nav.agreement'],
  ['/projects/$project/analysis', 'analysis', 'rail.analysis'],
  ['/projects/$project/exhibits', 'analysis', 'exhibits.title'],
  ['/projects/$project/tab-book', 'analysis', 'exhibits.book.title'],
  ['/projects/$project/compare', 'analysis', 'compare.title'],
  ['/projects/$project/findings', 'finding', 'rail.findings'],
  ['/notes/all', 'idea', 'rail.notes'],
  ['/projects/$project/import', 'import', 'command.lists.import'],
  ['/meetings', 'meeting', 'rail.meetings'],
  ['/actions', 'action', 'rail.actions'],
  ['/projects/$project/reports', 'report', 'rail.reports'],
  ['/projects/$project/reports/style', 'report', 'reports.style.screen'],
  ['/registers/organisations', 'registers', 'rail.registers'],
  ['/places', 'place', 'places.title'],
  ['/questions', 'questionnaire', 'bank.title'],
  ['/themes', 'themes', 'rail.themes'],
  ['/recurrence', 'themes', 'recurrence.title'],
  ['/records/guidelines', 'registers', 'records.kind.guidelines'],
  ['/records/partnerships', 'registers', 'records.kind.partnerships'],
  ['/records/offerings', 'registers', 'records.kind.offerings'],
  ['/records/peer-posts', 'registers', 'records.kind.peer-posts'],
  ['/records/audits', 'registers', 'records.kind.audits'],
  ['/listening', 'registers', 'listening.title'],
  ['/releases', 'releases', 'rail.releases'],
  ['/history', 'history', 'rail.history'],
  ['/backups', 'history', 'backups.title'],
  ['/merge', 'import', 'merge.title'],
  ['/settings', 'settings', 'rail.settings'],
  ['/help', 'keys', 'command.help'],
];

/** Any command, screen, interview or theme, by typing. */
export function Palette({ isOpen, onOpenChange }: { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void }) {
  const say = useText();
  return (
    <ModalOverlay className={cx(styles.overlay)} isDismissable isOpen={isOpen} onOpenChange={onOpenChange}>
      <Modal className={cx(styles.modal)}>
        <Dialog aria-label={say('app.findOrDo')} className={cx(styles.dialog)}>
          <PaletteBody onDone={() => onOpenChange(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteBody({ onDone }: { readonly onDone: () => void }) {
  const say = useText();
  const [typed, setTyped] = useState('');
  const [waits, setWaits] = useState(false);
  const { choices, isFetching } = useChoices(typed);
  const language = useLanguage();
  const { usedLast } = preferences.use();
  const shown = useMemo(
    () => rankEntries(choices, typed, new Intl.Collator(localeOf(language)), usedLast).slice(0, 40),
    [choices, typed, language, usedLast],
  );
  const carryOut = (id: string): void => {
    onDone();
    // After the dialog has given focus back, so that the command decides where it goes.
    setTimeout(() => {
      const choice = choices.find((each) => each.id === id);
      if (choice === undefined) return;
      choice.run();
      setPreferences({ usedLast: usedNow(usedLast, choice) });
    }, 0);
  };
  // Looking everywhere is always possible: it waits for what has a name first.
  const isReady = (choice: Choice | undefined): boolean => choice !== undefined && (choice.kind !== 'search' || !isFetching);
  const first = isReady(shown[0]) ? shown[0]?.id : undefined;
  const goOn = useEffectEvent(carryOut);
  useEffect(() => {
    if (waits && first !== undefined) goOn(first);
  }, [waits, first]);
  return (
    <div
      onKeyDownCapture={(event) => {
        // Enter takes the marked hit, or the best one when it comes right after the last letter, before any hit is marked; with none
        // there yet it waits for the first. It is not left to the list: what is marked there may be a hit of the letter before.
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        const marked = event.currentTarget.querySelector('[role="option"][data-focused]')?.getAttribute('data-key');
        // Before anything is typed no hit is the best one.
        if (marked == null && typed.trim() === '') return;
        const choice = shown.find(({ id }) => id === marked) ?? shown[0];
        if (choice === undefined || !isReady(choice)) setWaits(true);
        else carryOut(choice.id);
      }}
    >
      <Autocomplete
        inputValue={typed}
        onInputChange={(text) => {
          setWaits(false);
          setTyped(text);
        }}
      >
        {/* Esc closes at once: it steps one layer out, and what was typed here is no text to keep. */}
        <AriaSearchField
          aria-label={say('app.findOrDo')}
          autoFocus
          className={cx(styles.search)}
          onKeyDown={(event) => (event.key === 'Escape' ? onDone() : event.continuePropagation())}
        >
          <Icon name="search" />
          <Input className={cx(styles.input)} placeholder={say('app.findOrDo')} />
        </AriaSearchField>
        <ListBox
          aria-label={say('app.findOrDo')}
          className={cx(styles.list)}
          items={shown}
          onAction={(key) => carryOut(String(key))}
          renderEmptyState={() => <p className={styles.empty}>{say('app.noHits', { query: typed })}</p>}
          selectionMode="none"
        >
          {(choice) => (
            <ListBoxItem className={cx(styles.row)} id={choice.id} textValue={choice.name}>
              <Icon name={choice.icon} />
              <span className={styles.name}>{choice.name}</span>
              <span className={styles.detail}>{choice.detail}</span>
              {choice.keys === null ? null : <Keycap isSilent keys={choice.keys} />}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  );
}

function useChoices(typed: string): { readonly choices: readonly Choice[]; readonly isFetching: boolean } {
  const say = useText();
  const content = useContent();
  const navigate = useNavigate();
  const active = useActiveCommands();
  const { current, all } = useCurrentProject();
  const project = current?.id ?? null;
  const themes = useQuery({ ...orpc.themes.tree.queryOptions({ input: {} }), enabled: project !== null }).data?.themes ?? [];
  const code = typed.trim();
  // By the beginning of a code: a workspace may hold more interviews than anybody wants to fetch.
  const found = useQuery({
    ...orpc.interviews.list.queryOptions({
      input:
        project === null || code === ''
          ? skipToken
          : { projectId: project, search: code.slice(0, 40), sort: { by: 'code', direction: 'ascending' }, limit: 40 },
    }),
    placeholderData: keepPreviousData,
  });
  const interviews = found.data?.rows ?? [];
  const sought = { input: { text: code.slice(0, 100) } };
  const isSought = code.length > 1;
  const foundActions = useQuery({ ...orpc.actions.find.queryOptions(sought), enabled: isSought, placeholderData: keepPreviousData });
  const actions = foundActions.data?.hits ?? [];
  const foundFindings = useQuery({ ...orpc.findings.find.queryOptions(sought), enabled: isSought, placeholderData: keepPreviousData });
  const findings = foundFindings.data?.hits ?? [];
  const base = { synonyms: [] as readonly string[] };
  const choices: Choice[] = [
    ...active
      .filter(({ entry }) => entry.id !== 'palette')
      .map(({ entry, run }): Choice => ({
        ...base,
        id: `c:${entry.id}`,
        kind: 'command',
        isHere: entry.context !== 'global',
        name: say.any(entry.message),
        icon: 'keys',
        detail: say('app.command'),
        keys: entry.keys[0] === undefined ? null : printedKey(entry.keys[0], platform),
        run,
      })),
    ...screens
      .filter(([path]) => project !== null || !path.includes('$project'))
      .map(([path, icon, id]): Choice => ({
        ...base,
        id: `s:${path}`,
        kind: 'screen',
        name: say.any(id),
        icon,
        detail: say('app.screen'),
        keys: null,
        run: () => void navigate({ to: path.replace('$project', project ?? '') }),
      })),
    ...interviews.map((row): Choice => ({
      ...base,
      id: `i:${row.id}`,
      kind: 'record',
      name: row.code,
      icon: 'interview',
      detail: row.wave,
      keys: null,
      run: () =>
        void navigate({ to: '/projects/$project/interviews/$interview/enter', params: { project: project ?? '', interview: row.id } }),
    })),
    ...actions.map((action): Choice => ({
      ...base,
      id: `a:${action.id}`,
      kind: 'record',
      name: `${action.code} ${action.wording}`,
      icon: 'action',
      detail: say('actions.action'),
      keys: null,
      run: () => void navigate({ to: '/actions/$action', params: { action: action.id } }),
    })),
    ...findings.map((finding): Choice => ({
      ...base,
      id: `f:${finding.id}`,
      kind: 'record',
      name: `${finding.code} ${finding.wording}`,
      icon: 'finding',
      detail: finding.project,
      keys: null,
      run: () => void navigate({ to: '/projects/$project/findings', params: { project: finding.projectId }, search: { row: finding.id } }),
    })),
    ...themes.map((theme): Choice => ({
      id: `t:${theme.id}`,
      kind: 'theme',
      name: content(theme.terms),
      synonyms: theme.synonyms.map((synonym) => synonym.term),
      icon: 'theme',
      detail: say('app.theme'),
      keys: null,
      run: () => void navigate({ to: '/themes', search: { theme: theme.id } }),
    })),
    ...all.map((entry): Choice => ({
      ...base,
      id: `p:${entry.id}`,
      kind: 'record',
      name: entry.name,
      icon: 'overview',
      detail: say('app.project'),
      keys: null,
      run: () => void navigate({ to: '/projects/$project', params: { project: entry.id } }),
    })),
    ...(code === '' || project === null ? [] : [searchChoice(say, code, () => void navigate({ to: '/search' }))]),
  ];
  return { choices, isFetching: found.isFetching || foundActions.isFetching || foundFindings.isFetching };
}

/** The words themselves, looked for everywhere. */
function searchChoice(say: Say, text: string, go: () => void): Choice {
  return {
    id: 'x:search',
    kind: 'search',
    name: say('search.palette', { text }),
    synonyms: [],
    icon: 'search',
    detail: say('search.palette.detail'),
    keys: printedKey('Mod+Shift+F', platform),
    run: () => {
      searchFor(text);
      go();
    },
  };
}
