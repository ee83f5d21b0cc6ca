import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openCore } from '../../electron/core/open-core.ts';
import { expect, goTo, saved, test } from './host.ts';
import { tabTo } from './path-steps.ts';

/** The one workspace in the host's folder. */
function workspaceIn(folder: string): string {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.rost'));
  if (found === undefined) throw new Error('the host has no workspace');
  return join(folder, found);
}

test("[F30] a colleague's copy is merged by keyboard: what differs is decided, and all of it is one step", async ({ rost, host }) => {
  const copy = join(host.folder, 'kopi.rost');
  copyFileSync(workspaceIn(host.folder), copy);
  {
    using theirs = openCore({ deps: { userName: 'ingrid' } });
    await theirs.client.workspace.open({ path: copy });
    const { projects } = await theirs.client.projects.list({});
    const projectId = projects.find(({ name }) => name === 'Bruker Spør Bruker Fjordvik')?.id;
    if (projectId === undefined) throw new Error('the sample has a project');
    await theirs.client.projects.change({ projectId, fields: { idea: 'Idéen kom i nettverket.', targetGroup: 'Alle som bor der' } });
  }
  const idea = rost.getByRole('textbox', { name: 'Idé' });
  const openAbout = async (): Promise<void> => {
    await goTo(rost, 'Om prosjektet');
    await expect(idea).toBeVisible();
  };
  await openAbout();
  await idea.focus();
  await rost.keyboard.press('Control+A');
  await rost.keyboard.type('Idéen var panelets.');
  await rost.keyboard.press('Tab');
  await saved(rost);

  await goTo(rost, 'Flett inn en kopi');
  const choosing = rost.waitForEvent('filechooser');
  await tabTo(rost, rost.getByRole('button', { name: 'Velg kopien' }));
  await rost.keyboard.press('Enter');
  await (await choosing).setFiles(copy);
  await expect(rost.getByRole('heading', { name: 'Dette er nytt i kopien' })).toBeVisible();
  await expect(rost.locator('main')).toContainText('ingrid (1 steg)');
  await expect(rost.locator('main')).toContainText('Idéen var panelets.');
  await expect(rost.locator('main')).toContainText('Idéen kom i nettverket.');
  await rost.keyboard.press('2');
  await expect(rost.locator('main')).toContainText('Alt er avgjort.');
  await rost.keyboard.press('Control+Enter');
  await expect(rost.locator('main')).toContainText('Flettet: 0 nye, 1 endret, 0 tatt bort.');

  await openAbout();
  await expect(idea).toHaveValue('Idéen kom i nettverket.');
  await expect(rost.getByRole('textbox', { name: /Målgruppe|For hvem/u })).toHaveValue('Alle som bor der');
  await rost.getByRole('heading', { level: 1 }).focus();
  await rost.keyboard.press('Control+Z');
  await expect(idea).toHaveValue('Idéen var panelets.');
});

test('[F30] a project that is deleted in the copy alone stays, and that is said though nothing else is new', async ({ rost, host }) => {
  const copy = join(host.folder, 'kopi.rost');
  copyFileSync(workspaceIn(host.folder), copy);
  {
    using theirs = openCore({ deps: { userName: 'ingrid' } });
    await theirs.client.workspace.open({ path: copy });
    const { projects } = await theirs.client.projects.list({});
    const project = projects.find(({ name }) => name === 'Bruker Spør Bruker Fjordvik');
    if (project === undefined) throw new Error('the sample has a project');
    const wanted = { projectId: project.id, typedName: project.name, reason: 'Fristen er ute' };
    const steps = await theirs.client.archive.deleteProject(wanted);
    for (let step = await steps.next(); step.done !== true; step = await steps.next());
  }
  await goTo(rost, 'Flett inn en kopi');
  const choosing = rost.waitForEvent('filechooser');
  await tabTo(rost, rost.getByRole('button', { name: 'Velg kopien' }));
  await rost.keyboard.press('Enter');
  await (await choosing).setFiles(copy);
  await expect(rost.locator('main')).toContainText('Ingenting nytt i kopi.rost.');
  await expect(rost.getByRole('listitem').filter({ hasText: 'er slettet i kopien' })).toContainText('Bruker Spør Bruker Fjordvik');
});
