import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readXml, XmlError, xmlAttribute, xmlText, type XmlElement } from './xml.ts';

const limits = { bytes: 1_000_000, depth: 50, elements: 1000 };

async function read(content: string | Uint8Array, size = 7): Promise<{ elements: XmlElement[]; text: string }> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
  const elements: XmlElement[] = [];
  let text = '';
  await readXml(chunks, { open: (element) => elements.push(element), close: () => {}, text: (piece) => (text += piece) }, limits);
  return { elements, text };
}

async function refusal(content: string | Uint8Array): Promise<Pick<XmlError, 'code' | 'line' | 'column'>> {
  try {
    await read(content);
  } catch (error) {
    if (error instanceof XmlError) return { code: error.code, line: error.line, column: error.column };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('reading XML', () => {
  test('gives elements by their own names with namespace, attributes and line, however the bytes are cut', async () => {
    const xml = '<?xml version="1.0"?>\n<q:A xmlns:q="urn:a" b="1 &lt; 2&#10;x">\n  <q:B/>t<![CDATA[<&]]>ø</q:A>';
    for (const size of [1, 3, 1000]) {
      const { elements, text } = await read(xml, size);
      expect(elements.map(({ name, uri, line }) => ({ name, uri, line }))).toEqual([
        { name: 'A', uri: 'urn:a', line: 2 },
        { name: 'B', uri: 'urn:a', line: 3 },
      ]);
      expect(elements[0]?.attributes.get('b')).toBe('1 < 2\nx');
      expect(text).toBe('\n  t<&ø');
    }
  });

  test('in the encoding the file says it has, by mark or by declaration', async () => {
    const utf16 = Buffer.from('\uFEFF<a>blåbær</a>', 'utf16le');
    expect((await read(utf16)).text).toBe('blåbær');
    expect((await read(Buffer.from(utf16).swap16())).text).toBe('blåbær');
    expect((await read(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>bl\u00E5</a>', 'latin1'))).text).toBe('blå');
    expect((await read('\uFEFF<a>å</a>')).text).toBe('å');
  });

  test.each([
    ['what is not well formed', '<a>\n<b></a>', 'malformed', 2],
    ['an end that is missing', '<a>\n', 'malformed', 2],
    ['nothing at all', '', 'malformed', 1],
    ['an entity that nobody has defined', '<a>&lol;</a>', 'malformed', 1],
    ['a document type', '<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;">]>\n<a>&m;</a>', 'doctype', 1],
    ['elements too deep', `${'<a>'.repeat(51)}${'</a>'.repeat(51)}`, 'too-deep', 1],
    ['too many elements', `<a>${'<b/>\n'.repeat(1000)}</a>`, 'too-many', 1000],
    ['too many bytes', `<a>${'x'.repeat(1_000_001)}</a>`, 'too-large', 1],
    ['bytes that are not in the encoding', new Uint8Array([0x3c, 0x61, 0x3e, 0xe5, 0x3c, 0x2f, 0x61, 0x3e]), 'encoding', 1],
    ['an encoding that nobody knows', '<?xml version="1.0" encoding="klingon"?><a/>', 'encoding-unknown', 1],
  ])('refuses %s, and says where', async (_what, content, code, line) => {
    expect(await refusal(content)).toMatchObject({ code, line });
  });

  test('whatever text is written comes back as it was, in elements and attributes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (given) => {
        const { elements, text } = await read(`<a b="${xmlAttribute(given)}">${xmlText(given)}</a>`);
        // What XML cannot hold at all is replaced, one sign for one sign.
        // eslint-disable-next-line no-control-regex -- control characters are what is looked for
        const wanted = given.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '\uFFFD');
        expect(text).toBe(wanted);
        expect(elements[0]?.attributes.get('b')).toBe(wanted);
      }),
    );
  });

  test('mutated documents are read or refused, never worse', async () => {
    const xml = '<?xml version="1.0" encoding="utf-8"?><A xmlns="urn:a"><B c="d">x &amp; y</B><!-- e --><?f g?><![CDATA[h]]></A>';
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(xml.length - 1), fc.nat(255)), { maxLength: 6 }), async (changes) => {
        const bytes = new TextEncoder().encode(xml);
        for (const [at, byte] of changes) bytes[at] = byte;
        await read(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(XmlError));
      }),
    );
  });
});
