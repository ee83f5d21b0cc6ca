import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mailLinks } from './mail-links.ts';

/** A mailto: link as a mail program reads it (RFC 6068). */
function read(href: string): { to: string[]; fields: Record<string, string> } {
  const [to = '', query = ''] = href.slice('mailto:'.length).split('?');
  const list = (text: string): string[] => (text === '' ? [] : text.split(',').map(decodeURIComponent));
  const fields = Object.fromEntries(query.split('&').map((part) => part.split('=').map(decodeURIComponent)));
  return { to: list(to), fields };
}

describe('[R10] a mail draft', () => {
  test('to one is addressed to them', () => {
    const [link] = mailLinks({
      subject: 'Invitasjon: Dialogmøte & mer',
      body: 'Hei!\n\nÆØÅ 100 % = ?',
      addresses: ['oddrun+rost@fjordvik.example'],
    });
    expect(link).toMatchObject({ count: 1 });
    const { to, fields } = read(link?.href ?? '');
    expect(to).toEqual(['oddrun+rost@fjordvik.example']);
    expect(fields).toEqual({ subject: 'Invitasjon: Dialogmøte & mer', body: 'Hei!\r\n\r\nÆØÅ 100 % = ?' });
  });

  test('to several shows nobody the others: all stand in blind copy', () => {
    const [link, more] = mailLinks({
      subject: 'S',
      body: 'B',
      addresses: ['a@fjordvik.example', 'b@fjordvik.example', 'a@fjordvik.example'],
    });
    expect(more).toBeUndefined();
    expect(link?.count).toBe(2);
    expect(read(link?.href ?? '')).toEqual({ to: [], fields: { bcc: 'a@fjordvik.example,b@fjordvik.example', subject: 'S', body: 'B' } });
  });

  test('to nobody is no draft', () => {
    expect(mailLinks({ subject: 'S', body: 'B', addresses: [] })).toEqual([]);
  });

  test('is never longer than a system hands on, leaves nobody out and is only ASCII', () => {
    const address = fc
      .tuple(fc.stringMatching(/^[a-z0-9.+]{1,30}$/u), fc.constantFrom('fjordvik.example', 'älvnäs.example'))
      .map((parts) => parts.join('@'));
    fc.assert(
      fc.property(
        fc.uniqueArray(address, { maxLength: 300 }),
        fc.string({ maxLength: 60 }),
        fc.string({ maxLength: 120 }),
        (addresses, subject, body) => {
          const links = mailLinks({ subject, body, addresses });
          const read = links.flatMap(({ href }) => decodeURIComponent(/^mailto:(?:\?bcc=)?([^?&]*)/u.exec(href)?.[1] ?? '').split(','));
          expect(read.filter((one) => one !== '')).toEqual(addresses);
          expect(links.reduce((sum, { count }) => sum + count, 0)).toBe(addresses.length);
          for (const { href } of links) {
            expect(href.length).toBeLessThanOrEqual(2000);
            expect(href).toMatch(/^[\x21-\x7e]+$/u);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
