/** A time as people type it ("9", "9.30", "930", "kl 14:05") as HH:MM; empty stays empty, null cannot be read. */
export function readClock(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  if (text === '') return '';
  const found = /^(?:kl\.?\s*)?(\d{1,2})(?:[.:]?(\d{2}))?$/u.exec(text);
  const [hour, minute] = [Number(found?.[1] ?? Number.NaN), Number(found?.[2] ?? 0)];
  if (!(hour < 24 && minute < 60)) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
