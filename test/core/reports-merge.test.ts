import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ProjectId } from '../../shared/model/ids.ts';
import { id, merge, twoLaptops, type Laptop } from './merge-fixture.ts';
import { append, emptyReport } from './reports-fixture.ts';

const projectId = ProjectId.parse(id(1));

async function bodies({ core }: Laptop): Promise<string[]> {
  const [report] = (await core.client.reports.list({ projectId })).reports;
  if (report === undefined) return [];
  return (await core.client.reports.blocks({ reportId: report.id })).blocks.map(({ body }) => body);
}

function sent({ core }: Laptop, content: string): string {
  const ticket = core.session.blobs.expect('logo.svg');
  writeFileSync(join(core.session.deps.temporaryFolder, 'in', ticket), content);
  return ticket;
}

test('[F30] a colleague’s report comes here with its parts in order, the look of reports with its logo’s bytes, and undo takes both back', async () => {
  using laptops = await twoLaptops();
  const { mine, theirs } = laptops;
  const reportId = await emptyReport(theirs.core, projectId);
  await append(theirs.core, reportId, [
    { kind: 'heading', body: 'Funn', options: { level: 1 } },
    { kind: 'text', body: 'De fleste blir hørt.' },
  ]);
  const logo = {
    ticket: sent(theirs, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>'),
    altText: 'Loft',
  };
  await theirs.core.client.reports.setHouseStyle({ organisation: 'Erfaringsloftet', logo });
  const { report } = await merge(mine, theirs);
  expect(report.conflicts).toEqual([]);
  expect(await bodies(mine)).toEqual(['Funn', 'De fleste blir hørt.']);
  expect(await mine.core.client.reports.houseStyle({})).toMatchObject({ organisation: 'Erfaringsloftet', logo: { altText: 'Loft' } });
  expect(mine.all('SELECT count(*) FROM attachment_content')).toEqual([[1]]);
  expect(mine.all('PRAGMA foreign_key_check')).toEqual([]);
  await mine.undo();
  expect(await bodies(mine)).toEqual([]);
  expect((await mine.core.client.reports.houseStyle({})).organisation).toBe('');
});
