import { createHash } from 'node:crypto';

/**
 * The id of a place or a change that comes from a register: the same in every workspace, so that copies agree without having met.
 * A UUID of version 8 (RFC 9562) from the SHA-256 of its name.
 * @param name as rowsOfFile gives it ("NO 1507@2020-01-01")
 */
export function registerId(kind: 'place' | 'change', name: string): string {
  const hex = createHash('sha256').update(`rost-${kind} ${name}`).digest('hex');
  // The variant's two bits are 10: the first digit of the fourth group is 8 to b.
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
