import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { builtFolder } from '../support/built.ts';

export interface Screen {
  /** Name of its picture. */
  readonly name: string;
  /** Path, with $project and $interview, $meeting, $text, $quote filled in from the sample. */
  readonly path: string;
}

/** Every screen of the program, for axe and for pictures. */
export const screens: readonly Screen[] = [
  { name: 'overview', path: '/' },
  { name: 'project', path: '/projects/$project' },
  { name: 'about', path: '/projects/$project/about' },
  { name: 'archive', path: '/projects/$project/archive' },
  { name: 'questionnaires', path: '/projects/$project/questionnaires' },
  { name: 'designer', path: '/projects/$project/questionnaires/$questionnaire/v/$version/edit' },
  { name: 'versions', path: '/projects/$project/questionnaires/$questionnaire/versions' },
  { name: 'print', path: '/projects/$project/questionnaires/$questionnaire/v/$version/print' },
  { name: 'bank', path: '/questions' },
  { name: 'form-import', path: '/projects/$project/questionnaires/import' },
  { name: 'interviews', path: '/projects/$project/interviews' },
  { name: 'response', path: '/projects/$project/response' },
  { name: 'figures', path: '/projects/$project/response?view=figures' },
  { name: 'quality', path: '/projects/$project/quality' },
  { name: 'checks', path: '/projects/$project/quality?view=checks' },
  { name: 'statistics', path: '/projects/$project/quality?view=statistics' },
  { name: 'withdraw', path: '/projects/$project/participants/$respondent/withdraw' },
  { name: 'differences', path: '/projects/$project/interviews/$compared/differences' },
  { name: 'entry', path: '/projects/$project/interviews/$interview/enter' },
  { name: 'import', path: '/projects/$project/import' },
  { name: 'coding', path: '/projects/$project/coding' },
  { name: 'texts', path: '/projects/$project/coding/texts' },
  { name: 'text', path: '/projects/$project/coding/texts/$text' },
  { name: 'matrix', path: '/projects/$project/matrix' },
  { name: 'memos', path: '/projects/$project/coding/memos' },
  { name: 'quotes', path: '/projects/$project/quotes' },
  { name: 'clearance-queue', path: '/projects/$project/quotes?view=clearance' },
  { name: 'clearance', path: '/projects/$project/quotes/$quote' },
  { name: 'patterns', path: '/projects/$project/patterns' },
  { name: 'patterns-together', path: '/projects/$project/patterns?view=together' },
  { name: 'patterns-picture', path: '/projects/$project/patterns?view=together&chart=picture' },
  { name: 'patterns-saturation', path: '/projects/$project/patterns?view=saturation' },
  { name: 'patterns-joint', path: '/projects/$project/patterns?view=joint' },
  { name: 'agreement', path: '/projects/$project/agreement' },
  { name: 'disagreements', path: '/projects/$project/disagreements' },
  { name: 'analysis', path: '/projects/$project/analysis' },
  { name: 'exhibits', path: '/projects/$project/exhibits' },
  { name: 'exhibit', path: '/projects/$project/exhibits/$exhibit' },
  { name: 'tab-book', path: '/projects/$project/tab-book' },
  { name: 'compare', path: '/projects/$project/compare' },
  { name: 'compare-places', path: '/projects/$project/compare?view=places' },
  { name: 'compare-projects', path: '/projects/$project/compare?view=projects' },
  { name: 'compare-meetings', path: '/projects/$project/compare?view=meetings' },
  { name: 'findings', path: '/projects/$project/findings' },
  { name: 'meetings', path: '/meetings' },
  { name: 'meetings-timeline', path: '/meetings?view=timeline' },
  { name: 'meeting', path: '/meetings/$meeting' },
  { name: 'minutes', path: '/meetings/$meeting/minutes' },
  { name: 'papers', path: '/meetings/$meeting/papers' },
  { name: 'actions', path: '/actions' },
  { name: 'follow-up-sheet', path: '/actions/sheet/$place' },
  { name: 'notes', path: '/notes/all' },
  { name: 'reports', path: '/projects/$project/reports' },
  { name: 'report', path: '/projects/$project/reports/$report' },
  { name: 'report-style', path: '/projects/$project/reports/style' },
  { name: 'registers', path: '/registers/organisations' },
  { name: 'places', path: '/places' },
  { name: 'places-tiles', path: '/places?view=tiles' },
  { name: 'place', path: '/places/$place' },
  { name: 'listening', path: '/listening' },
  { name: 'themes', path: '/themes' },
  { name: 'codebook-versions', path: '/themes/versions' },
  { name: 'codebook-import', path: '/themes/import' },
  { name: 'refi-import', path: '/themes/import-project' },
  { name: 'recurrence', path: '/recurrence' },
  { name: 'recurrence-timeline', path: '/recurrence?view=timeline' },
  { name: 'unmentioned', path: '/recurrence?view=unmentioned' },
  { name: 'guidelines', path: '/records/guidelines' },
  { name: 'peer-posts', path: '/records/peer-posts' },
  { name: 'search', path: '/search' },
  { name: 'releases', path: '/releases' },
  { name: 'history', path: '/history' },
  { name: 'merge', path: '/merge' },
  { name: 'backups', path: '/backups' },
  { name: 'settings', path: '/settings' },
  { name: 'help', path: '/help' },
];

/** A screen by the name of its picture. */
export function placeOf(name: string): Screen {
  const screen = screens.find((each) => each.name === name);
  if (screen === undefined) throw new Error(`${name} is among the screens`);
  return screen;
}

export interface Places {
  readonly project: string;
  readonly interview: string;
  readonly respondent: string;
  /** Entered twice, with differences that nobody has decided. */
  readonly compared: string;
  readonly questionnaire: string;
  readonly version: string;
  readonly meeting: string;
  readonly text: string;
  /** A quote that nobody has looked at yet. */
  readonly quote: string;
  /** A kept table that has its own title and is drawn as a chart. */
  readonly exhibit: string;
  /** The report with most in it. */
  readonly report: string;
  /** A municipality that was merged and divided. */
  readonly place: string;
}

/** Moves within the page, as a link would. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

/** The ids that the screens' paths need: the sample's are the same in every build. */
export async function findPlaces(): Promise<Places> {
  const db = new Database(join(await builtFolder(), 'resources', 'sample', 'Fjordvik.rost'), { readonly: true });
  const one = (sql: string): string => String(db.prepare(sql).pluck().get());
  const places = {
    project: one("SELECT id FROM project WHERE kind = 'user-evaluation'"),
    interview: one("SELECT id FROM interview WHERE status = 'started'"),
    respondent: one("SELECT id FROM respondent WHERE code = 'R017'"),
    compared: one(
      'SELECT interview_id FROM second_pass WHERE finished_at IS NOT NULL AND verified_at IS NULL ORDER BY finished_at DESC LIMIT 1',
    ),
    questionnaire: one("SELECT questionnaire_id FROM questionnaire_version WHERE status = 'in-use' ORDER BY questionnaire_id LIMIT 1"),
    version: one("SELECT id FROM questionnaire_version WHERE status = 'in-use' ORDER BY questionnaire_id LIMIT 1"),
    meeting: one('SELECT meeting_id FROM minute_line GROUP BY meeting_id ORDER BY count(*) DESC, meeting_id LIMIT 1'),
    place: one("SELECT id FROM place WHERE code = '9931'"),
    exhibit: one('SELECT id FROM exhibit WHERE title IS NOT NULL AND chart IS NOT NULL ORDER BY ordinal LIMIT 1'),
    report: one('SELECT report_id FROM report_block GROUP BY report_id ORDER BY count(*) DESC, report_id LIMIT 1'),
    quote: one("SELECT id FROM quote WHERE status = 'raw' ORDER BY id LIMIT 1"),
    text: one("SELECT id FROM text WHERE kind = 'answer' ORDER BY length(body) DESC, id LIMIT 1"),
  };
  db.close();
  return places;
}

/** A screen's real path. */
export function pathOf(screen: Screen, places: Places): string {
  return screen.path
    .replace('$project', places.project)
    .replace('$questionnaire', places.questionnaire)
    .replace('$version', places.version)
    .replace('$interview', places.interview)
    .replace('$respondent', places.respondent)
    .replace('$compared', places.compared)
    .replace('$meeting', places.meeting)
    .replace('$exhibit', places.exhibit)
    .replace('$report', places.report)
    .replace('$place', places.place)
    .replace('$quote', places.quote)
    .replace('$text', places.text);
}

/** Waits until the screen stands: a heading, and nothing that says it is fetching. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main h1, main [data-current]').first()).toBeVisible();
  await page.waitForTimeout(350);
  await expect(page.locator('main [data-loading]')).toHaveCount(0, { timeout: 20_000 });
}
