/** A photo with its size, as a document needs it. */
export interface PaperPhoto {
  readonly type: 'jpg' | 'png';
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The size of a JPEG or a PNG, read from its own bytes (ISO/IEC 10918-1 B.2.2, PNG 11.2.1); null for anything else. */
export function photoOf(bytes: Uint8Array): PaperPhoto | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && view.getUint32(0) === 0x89_50_4e_47)
    return { type: 'png', bytes, width: view.getUint32(16), height: view.getUint32(20) };
  const size = jpegSize(view);
  return size === null ? null : { type: 'jpg', bytes, ...size };
}

/** Frames are told by SOF0 to SOF15, of which three marks are something else. */
function jpegSize(view: DataView): { width: number; height: number } | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xff_d8) return null;
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const mark = view.getUint8(at + 1);
    if (mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // A fill byte stands alone; a segment tells its own length.
    at += mark === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}
