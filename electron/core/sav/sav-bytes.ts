/** Gathers the little-endian bytes of records. */
export interface ByteGatherer {
  readonly int32: (...numbers: readonly number[]) => void;
  readonly float64: (...numbers: readonly number[]) => void;
  readonly byte: (number: number) => void;
  /** A text in UTF-8, filled up with blanks to exactly `width` bytes. */
  readonly text: (text: string, width: number) => void;
  readonly raw: (bytes: Uint8Array) => void;
  readonly finish: () => Buffer;
}

/** An empty gatherer. */
export function gatherBytes(): ByteGatherer {
  const parts: Uint8Array[] = [];
  const each = (numbers: readonly number[], size: number, put: (buffer: Buffer, number: number, at: number) => void): void => {
    const buffer = Buffer.alloc(numbers.length * size);
    for (const [at, number] of numbers.entries()) put(buffer, number, at * size);
    parts.push(buffer);
  };
  return {
    int32: (...numbers) => each(numbers, 4, (buffer, number, at) => buffer.writeInt32LE(number, at)),
    float64: (...numbers) => each(numbers, 8, (buffer, number, at) => buffer.writeDoubleLE(number, at)),
    byte: (number) => parts.push(Uint8Array.of(number)),
    text: (text, width) => parts.push(paddedText(text, width)),
    raw: (bytes) => parts.push(bytes),
    finish: () => Buffer.concat(parts),
  };
}

/** A text in UTF-8 with blanks after it; one that is longer is the caller's mistake. */
export function paddedText(text: string, width: number): Buffer {
  const buffer = Buffer.alloc(width, 0x20);
  buffer.write(text, 'utf8');
  return buffer;
}
