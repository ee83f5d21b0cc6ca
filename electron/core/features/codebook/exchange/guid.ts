import { createHash } from 'node:crypto';
import { z } from 'zod';

const Uuid = z.uuid();

/**
 * An id that follows from what it stands for, the same every time and everywhere. RFC 9562, version 8: made of what its maker wants, but
 * for version and variant. @param seed what it stands for, with its kind in front
 */
export function derivedId(seed: string): string {
  const hash = createHash('sha256').update(seed).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** The id that something of a kind gets here by its GUID: the same, or for GUIDs that are no UUID one that follows from it. */
export function idOf(kind: string, guid: string): string {
  return Uuid.safeParse(guid).success ? guid : derivedId(`${kind} ${guid}`);
}

/** A GUID as files write it, with or without braces and in any case, in small letters without braces; null when it is none. */
export function readGuid(raw: string): string | null {
  return /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/iu.exec(raw.trim())?.[1]?.toLowerCase() ?? null;
}
