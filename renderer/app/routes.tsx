import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { NotFound } from './NotFound.tsx';
import { ScreenError } from './ScreenError.tsx';
import { Shell } from './Shell.tsx';

const root = createRootRoute({ component: Shell, errorComponent: ScreenError, notFoundComponent: NotFound });

/** View state lives in the address: typed, and never a name or an answer. */
const viewState = z.object({
  problem: param(40),
  question: param(64),
  theme: param(64),
  filter: param(260),
  row: param(64),
  at: param(64),
  rows: param(64),
  cols: param(700),
  where: param(1000),
  kind: param(16),
  base: param(16),
  places: param(16),
  wave: param(64),
  service: param(64),
  who: param(64),
  place: param(64),
  project: param(64),
  mode: param(32),
  flagged: param(8),
  q: param(60),
  view: param(16),
  chart: param(16),
  show: param(240),
  status: param(32),
  sort: param(32),
  block: param(64),
  // The coding grid: what its rows are, which of them, in which order, and what stands beside; ids only.
  from: param(2400),
  only: param(2400),
  order: param(64),
  vars: param(260),
});

/** A search parameter: short text; one that looks like a number arrives as one. */
function param(maximum: number) {
  return z.union([z.string(), z.number()]).transform(String).pipe(z.string().max(maximum)).optional();
}

function screen(path: string, load: () => Promise<Record<string, unknown>>, name: string) {
  return createRoute({
    getParentRoute: () => root,
    path,
    validateSearch: (search) => viewState.catch({}).parse(search),
    // Screens take no props; their place comes from the address.
    component: lazyRouteComponent(load as () => Promise<Record<string, () => React.ReactNode>>, name),
    errorComponent: ScreenError,
  });
}

const routes = [
  screen('/start', () => import('../features/workspace/StartScreen.tsx'), 'StartScreen'),
  screen('/', () => import('../features/projects/OverviewScreen.tsx'), 'OverviewScreen'),
  screen('/projects/$project', () => import('../features/projects/OverviewScreen.tsx'), 'OverviewScreen'),
  screen('/projects/$project/about', () => import('../features/projects/ProjectFactsScreen.tsx'), 'ProjectFactsScreen'),
  screen('/projects/$project/archive', () => import('../features/archive/ArchiveScreen.tsx'), 'ArchiveScreen'),
  screen('/projects/$project/questionnaires', () => import('../features/questionnaires/QuestionnairesScreen.tsx'), 'QuestionnairesScreen'),
  screen(
    '/projects/$project/questionnaires/$questionnaire/v/$version/edit',
    () => import('../features/questionnaires/DesignerScreen.tsx'),
    'DesignerScreen',
  ),
  screen(
    '/projects/$project/questionnaires/$questionnaire/versions',
    () => import('../features/questionnaires/VersionsScreen.tsx'),
    'VersionsScreen',
  ),
  screen('/projects/$project/questionnaires/import', () => import('../features/xlsform/XlsformImportScreen.tsx'), 'XlsformImportScreen'),
  screen('/questions', () => import('../features/bank/BankScreen.tsx'), 'BankScreen'),
  screen(
    '/projects/$project/questionnaires/$questionnaire/v/$version/print',
    () => import('../features/print/PrintScreen.tsx'),
    'PrintScreen',
  ),
  screen('/projects/$project/interviews', () => import('../features/interviews/InterviewsScreen.tsx'), 'InterviewsScreen'),
  screen(
    '/projects/$project/interviews/$interview/second',
    () => import('../features/interviews/SecondPassScreen.tsx'),
    'SecondPassScreen',
  ),
  screen('/projects/$project/response', () => import('../features/fieldwork/ResponseScreen.tsx'), 'ResponseScreen'),
  screen('/projects/$project/quality', () => import('../features/fieldwork/QualityScreen.tsx'), 'QualityScreen'),
  screen(
    '/projects/$project/participants/$respondent/withdraw',
    () => import('../features/fieldwork/WithdrawScreen.tsx'),
    'WithdrawScreen',
  ),
  screen(
    '/projects/$project/interviews/$interview/differences',
    () => import('../features/double-entry/DifferencesScreen.tsx'),
    'DifferencesScreen',
  ),
  screen('/projects/$project/interviews/$interview/enter', () => import('../features/interviews/EntryScreen.tsx'), 'EntryScreen'),
  screen('/projects/$project/import', () => import('../features/exchange/ImportScreen.tsx'), 'ImportScreen'),
  screen('/projects/$project/coding', () => import('../features/coding/CodingScreen.tsx'), 'CodingScreen'),
  screen('/projects/$project/coding/texts/$text/facts', () => import('../features/texts/documents/DocumentScreen.tsx'), 'DocumentScreen'),
  screen('/projects/$project/coding/texts/$text', () => import('../features/texts/TextScreen.tsx'), 'TextScreen'),
  screen('/projects/$project/coding/texts', () => import('../features/texts/TextsScreen.tsx'), 'TextsScreen'),
  screen('/projects/$project/coding/memos', () => import('../features/memos/MemosScreen.tsx'), 'MemosScreen'),
  screen('/projects/$project/quotes', () => import('../features/quotes/QuotesScreen.tsx'), 'QuotesScreen'),
  screen('/projects/$project/quotes/$quote', () => import('../features/quotes/ClearanceScreen.tsx'), 'ClearanceScreen'),
  screen('/projects/$project/matrix', () => import('../features/framework/FrameworkScreen.tsx'), 'FrameworkScreen'),
  screen('/projects/$project/patterns', () => import('../features/patterns/PatternsScreen.tsx'), 'PatternsScreen'),
  screen('/projects/$project/agreement', () => import('../features/agreement/AgreementScreen.tsx'), 'AgreementScreen'),
  screen('/projects/$project/disagreements', () => import('../features/agreement/DisagreementsScreen.tsx'), 'DisagreementsScreen'),
  screen('/projects/$project/analysis', () => import('../features/analysis/AnalysisScreen.tsx'), 'AnalysisScreen'),
  screen('/projects/$project/exhibits', () => import('../features/exhibits/ExhibitsScreen.tsx'), 'ExhibitsScreen'),
  screen('/projects/$project/exhibits/$exhibit', () => import('../features/exhibits/KeptExhibitScreen.tsx'), 'KeptExhibitScreen'),
  screen('/projects/$project/tab-book', () => import('../features/exhibits/TabBookScreen.tsx'), 'TabBookScreen'),
  screen('/projects/$project/compare', () => import('../features/compare/CompareScreen.tsx'), 'CompareScreen'),
  screen('/projects/$project/findings', () => import('../features/findings/FindingsScreen.tsx'), 'FindingsScreen'),
  screen('/projects/$project/reports', () => import('../features/reports/ReportsScreen.tsx'), 'ReportsScreen'),
  screen('/projects/$project/reports/style', () => import('../features/reports/style/HouseStyleScreen.tsx'), 'HouseStyleScreen'),
  screen('/projects/$project/reports/$report', () => import('../features/reports/builder/ReportScreen.tsx'), 'ReportScreen'),
  screen('/rounds/$round', () => import('../features/meetings/RoundScreen.tsx'), 'RoundScreen'),
  screen('/meetings', () => import('../features/meetings/MeetingsScreen.tsx'), 'MeetingsScreen'),
  screen('/meetings/$meeting/minutes', () => import('../features/minutes/MinutesScreen.tsx'), 'MinutesScreen'),
  screen('/meetings/$meeting', () => import('../features/meetings/MeetingScreen.tsx'), 'MeetingScreen'),
  screen('/meetings/$meeting/papers', () => import('../features/papers/PaperScreen.tsx'), 'PaperScreen'),
  screen('/actions/sheet/$place', () => import('../features/papers/FollowUpScreen.tsx'), 'FollowUpScreen'),
  screen('/actions', () => import('../features/actions/ActionsScreen.tsx'), 'ActionsScreen'),
  screen('/actions/$action', () => import('../features/actions/ActionsScreen.tsx'), 'ActionsScreen'),
  screen('/notes/$kind', () => import('../features/observations/ObservationsScreen.tsx'), 'ObservationsScreen'),
  screen('/places', () => import('../features/places/PlacesScreen.tsx'), 'PlacesScreen'),
  screen('/places/$place', () => import('../features/places/PlaceScreen.tsx'), 'PlaceScreen'),
  screen('/registers/$kind', () => import('../features/registers/RegistersScreen.tsx'), 'RegistersScreen'),
  screen('/registers/$kind/$id', () => import('../features/registers/RegistersScreen.tsx'), 'RegistersScreen'),
  screen('/records/$kind', () => import('../features/records/RecordsScreen.tsx'), 'RecordsScreen'),
  screen('/recurrence', () => import('../features/recurrence/RecurrenceScreen.tsx'), 'RecurrenceScreen'),
  screen('/listening', () => import('../features/listening/ListeningScreen.tsx'), 'ListeningScreen'),
  screen('/themes', () => import('../features/themes/ThemesScreen.tsx'), 'ThemesScreen'),
  screen('/themes/import', () => import('../features/codebook/CodebookImportScreen.tsx'), 'CodebookImportScreen'),
  screen('/themes/import-project', () => import('../features/refi/RefiImportScreen.tsx'), 'RefiImportScreen'),
  screen('/themes/versions', () => import('../features/codebook/CodebookVersionsScreen.tsx'), 'CodebookVersionsScreen'),
  screen('/search', () => import('../features/search/SearchScreen.tsx'), 'SearchScreen'),
  screen('/releases', () => import('../features/privacy/ReleasesScreen.tsx'), 'ReleasesScreen'),
  screen('/history', () => import('../features/history/HistoryScreen.tsx'), 'HistoryScreen'),
  screen('/merge', () => import('../features/merge/MergeScreen.tsx'), 'MergeScreen'),
  screen('/backups', () => import('../features/workspace/BackupsScreen.tsx'), 'BackupsScreen'),
  screen('/settings', () => import('../features/workspace/SettingsScreen.tsx'), 'SettingsScreen'),
  screen('/help', () => import('../features/help/HelpScreen.tsx'), 'HelpScreen'),
];

export const router = createRouter({ routeTree: root.addChildren(routes), defaultPreload: false, scrollRestoration: true });
