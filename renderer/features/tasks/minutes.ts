/** Minutes of `90`, `1:30`, `1.5h`, `1小时30分`, `40分钟`; null for anything else and for nothing. */
export function minutesOf(text: string): number | null {
  const given = text.trim().normalize('NFKC').replace(/：/g, ':').toLowerCase();
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(given);
  const words = /^(?:(\d{1,2}(?:\.\d{1,2})?)\s*(?:h|小时|时))?\s*(?:(\d{1,4})\s*(?:m|min|分|分钟)?)?$/.exec(
    given,
  );
  const found = clock ?? words;
  if (given === '' || !found) return null;
  const minutes = Math.round(Number(found[1] ?? 0) * 60) + Number(found[2] ?? 0);
  return minutes > 0 ? minutes : null;
}
