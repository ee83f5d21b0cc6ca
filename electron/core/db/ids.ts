/** Makes UUIDs of version 7 (RFC 9562): 48 bits of time, then random bits, kept rising within one millisecond. */
export function createIdMaker(now: () => number, random: (count: number) => Uint8Array): () => string {
  let lastMs = 0;
  let sequence = 0;
  return () => {
    const ms = Math.max(now(), lastMs);
    sequence = ms === lastMs ? sequence + 1 : 0;
    // More than 4,096 ids in one millisecond: borrow the next one, order is what matters.
    lastMs = sequence > 0xfff ? ms + 1 : ms;
    if (sequence > 0xfff) sequence = 0;
    const time = lastMs.toString(16).padStart(12, '0');
    const bytes = random(8);
    bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x80;
    const tail = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  };
}
