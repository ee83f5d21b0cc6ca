import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { builtFolder } from '../support/built.ts';

export interface Screen {
  /** Name of its picture. */
  readonly name: string;
  /** Path, with $project and $interview, $meeting, $text filled in from the sample. */
  readonly path: string;
}

/** Every screen of the program, for axe and for pictures. */
export const screens: readonly Screen[] = [
  { name: 'overview', path: '/' },
  { name: 'project', path: '/projects/$project' },
  { name: 'questionnaires', path: '/projects/$project/questionnaires' },
  { name: 'interviews', path: '/projects/$project/interviews' },
  { name: 'entry', path: '/projects/$project/interviews/$interview/enter' },
  { name: 'import', path: '/projects/$project/import' },
  { name: 'coding', path: '/projects/$project/coding' },
  { name: 'text', path: '/projects/$project/coding/texts/$text' },
  { name: 'analysis', path: '/projects/$project/analysis' },
  { name: 'findings', path: '/projects/$project/findings' },
  { name: 'meetings', path: '/meetings' },
  { name: 'minutes', path: '/meetings/$meeting' },
  { name: 'actions', path: '/actions' },
  { name: 'reports', path: '/projects/$project/reports' },
  { name: 'registers', path: '/registers/places' },
  { name: 'themes', path: '/themes' },
  { name: 'releases', path: '/releases' },
  { name: 'history', path: '/history' },
  { name: 'backups', path: '/backups' },
  { name: 'settings', path: '/settings' },
  { name: 'help', path: '/help' },
];

export interface Places {
  readonly project: string;
  readonly interview: string;
  readonly meeting: string;
  readonly text: string;
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
    meeting: one('SELECT meeting_id FROM minute_line GROUP BY meeting_id ORDER BY count(*) DESC, meeting_id LIMIT 1'),
    text: one("SELECT id FROM text WHERE kind = 'answer' ORDER BY length(body) DESC, id LIMIT 1"),
  };
  db.close();
  return places;
}

/** A screen's real path. */
export function pathOf(screen: Screen, places: Places): string {
  return screen.path
    .replace('$project', places.project)
    .replace('$interview', places.interview)
    .replace('$meeting', places.meeting)
    .replace('$text', places.text);
}

/** Waits until the screen stands: a heading, and nothing that says it is fetching. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main h1, main [data-current]').first()).toBeVisible();
  await page.waitForTimeout(350);
}
