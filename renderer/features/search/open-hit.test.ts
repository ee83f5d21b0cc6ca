import { expect, it } from 'vitest';
import { ProjectId, ReportId } from '../../../shared/model/ids.ts';
import { addressOf } from './open-hit.ts';

const projectId = ProjectId.parse('019afcf9-7c00-70a7-a46d-93b5529aa739');
const reportId = ReportId.parse('019afcf9-7c00-7a98-b8c4-fbc274e47b06');
const blockId = '019afcf9-7c00-7a99-83bf-689195fe845e';

it('a hit in the title of a report opens that report, one in its text the block', () => {
  const params = { project: projectId, report: reportId };
  expect(addressOf({ opens: { screen: 'report', projectId, reportId, blockId: null }, at: 0 })).toEqual({
    to: '/projects/$project/reports/$report',
    params,
    search: {},
  });
  expect(addressOf({ opens: { screen: 'report', projectId, reportId, blockId }, at: 12 })).toMatchObject({
    params,
    search: { block: blockId },
  });
});
