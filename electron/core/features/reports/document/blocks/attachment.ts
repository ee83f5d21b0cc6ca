import { z } from 'zod';
import { mayLeave } from '../../../minutes/photos.ts';
import { problem, type MakeBlock } from '../ground.ts';

const Row = z.object({
  id: z.string(),
  media_type: z.string(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  shows_people: z.int(),
});
const photoSql = 'SELECT id, media_type, caption, credit, shows_people FROM attachment WHERE id = :id';
const Shown = z.object({ consented_on: z.string().nullable(), withdrawn_on: z.string().nullable() });
const shownSql = 'SELECT consented_on, withdrawn_on FROM attachment_person WHERE attachment_id = :id';

/** A photo, once everybody seen in it has said yes [R86]. */
export const makeAttachment: MakeBlock = ({ attachmentId }, { call: { sql }, say }) => {
  const row = attachmentId === null ? undefined : sql.get(Row, photoSql, { id: attachmentId });
  const people = row === undefined ? [] : sql.all(Shown, shownSql, { id: row.id });
  const shown = people.map(({ consented_on: consentedOn, withdrawn_on: withdrawnOn }) => ({ consentedOn, withdrawnOn }));
  if (row === undefined || !row.media_type.startsWith('image/') || !mayLeave(row.shows_people === 1, shown))
    return { parts: [], problems: [problem('photo-not-allowed', true, 'reports.problem.photo')] };
  const caption = row.caption ?? '';
  const credit = row.credit === null || row.credit === '' ? '' : say('papers.minutes.credit', { who: row.credit });
  const altText = caption === '' ? say('reports.doc.photo') : caption;
  return { parts: [{ kind: 'picture', attachmentId: row.id, caption, credit, altText }], problems: [] };
};
