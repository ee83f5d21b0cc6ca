import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { meetingGround, type MeetingGround } from './meetings-fixture.ts';

const today = '2026-03-01';

/** Four meetings and five actions; Vigdis owns one of them. */
function fill({ write, projectId, person }: MeetingGround): void {
  const meeting = { project_id: projectId, kind: 'dialogue-meeting' };
  const [first = ''] = write(
    'meeting',
    { ...meeting, title: 'Dialogmøte i Fjordvik', status: 'held', held_on: '2025-10-14', held_precision: 'day' },
    {
      ...meeting,
      title: 'Oppfølging',
      status: 'planned',
      planned_as_said: 'før påske',
      planned_sort_on: '2026-03-31',
      planned_precision: 'season',
    },
    { ...meeting, title: 'Avlyst møte', status: 'cancelled', planned_sort_on: '2026-01-10', planned_precision: 'day' },
    { ...meeting, title: 'En gang', status: 'planned' },
  );
  const action = { project_id: projectId, meeting_id: first, agreed_on: '2025-10-14' };
  const [done = ''] = write(
    'action',
    { ...action, code: 'T1', wording: 'Åpne døra på kvelden', status: 'done', due_sort_on: '2025-12-01', due_precision: 'day' },
    {
      ...action,
      code: 'T2',
      wording: 'Skrive på klart språk',
      status: 'under-way',
      due_as_said: 'innen jul',
      due_sort_on: '2025-12-24',
      due_precision: 'season',
      owner_person_id: person('vigdis'),
    },
    { ...action, code: 'T3', wording: 'Ringe tilbake', status: 'agreed', agreed_on: null },
    { ...action, code: 'T4', wording: 'Ny buss', status: 'handed-over' },
    { project_id: projectId, code: 'T5', wording: 'Uten dag', status: 'agreed' },
  );
  write('action_event', { action_id: done, kind: 'done', happened_on: '2025-11-20' });
}

async function exported({ core, client, projectId }: MeetingGround, format: 'svg' | 'csv'): Promise<string> {
  const steps = await client.meetings.exportTimeline({ projectId, today, format, language: 'nb', recipient: 'Styret' });
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return readFileSync(join(core.session.deps.temporaryFolder, 'out', step.value.ticket), 'utf8');
  }
}

describe('meetings and what was agreed, in time', () => {
  it('issue 6.9: shows meetings held and planned and actions with their days, and says what is left out', async () => {
    using ground = await meetingGround();
    expect((await ground.client.meetings.timeline({ today })).timeline).toBeNull();
    fill(ground);
    const { timeline } = await ground.client.meetings.timeline({ today });
    expect(timeline).toMatchObject({ projectId: ground.projectId, year: null, years: [2026, 2025], undated: 2, ended: 1, leftOut: 0 });
    expect(timeline?.meetings.map(({ label, on, isHeld }) => [label, on, isHeld])).toEqual([
      ['Oppfølging («før påske»)', '2026-03-31', false],
      ['Dialogmøte i Fjordvik', '2025-10-14', true],
    ]);
    expect(timeline?.actions.map(({ label, agreedOn, dueOn, doneOn }) => [label, agreedOn, dueOn, doneOn])).toEqual([
      ['Ringe tilbake', '2025-10-14', null, null],
      ['Skrive på klart språk («innen jul»)', '2025-10-14', '2025-12-24', null],
      ['Åpne døra på kvelden', '2025-10-14', '2025-12-01', '2025-11-20'],
    ]);
    const year = (await ground.client.meetings.timeline({ today, year: 2026 })).timeline;
    expect([year?.meetings.length, year?.actions.length]).toEqual([1, 0]);
  });

  it('issue 6.9: leaves as a picture and a table without owners, and is entered in the register', async () => {
    using ground = await meetingGround();
    fill(ground);
    const svg = await exported(ground, 'svg');
    expect(svg).toMatch(/<desc[^>]*>Tidslinje\. Møter og tiltak\. 3 tiltak er avtalt: 1 gjort, 1 over tiden, 1 åpne\./u);
    expect(svg).toContain('Utlevering 1');
    const csv = await exported(ground, 'csv');
    expect(csv.split('\r\n').filter((line) => line.includes('klart språk'))).toEqual([
      'Skrive på klart språk («innen jul»);skulle vært gjort 24. desember 2025;Over tiden',
    ]);
    for (const file of [svg, csv]) expect(file).not.toContain('Vigdis');
    const rows = ground.core.session.workspace.sql.all(
      z.object({ number: z.int(), format: z.string(), figures: z.string() }),
      'SELECT number, format, figures FROM release ORDER BY number',
    );
    expect(rows.map(({ number, format }) => [number, format])).toEqual([
      [1, 'svg'],
      [2, 'csv'],
    ]);
    expect(rows[0]?.figures).not.toContain('claims');
  });
});
