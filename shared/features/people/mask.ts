/** `110101197002110035` → `110101********0035`; shorter numbers keep their last two. Null stays null. */
export function maskNumber(number: string | null): string | null {
  if (number === null) return null;
  const letters = [...number];
  const [head, tail] = letters.length >= 15 ? [6, 4] : [0, 2];
  return letters.map((c, i) => (i < head || i >= letters.length - tail ? c : '*')).join('');
}

/** `13800000001` → `138****0001`. */
export function maskPhone(phone: string | null): string | null {
  if (phone === null) return null;
  const letters = [...phone];
  const head = letters.length >= 11 ? 3 : 0;
  const tail = letters.length >= 8 ? 4 : 2;
  return letters.map((c, i) => (i < head || i >= letters.length - tail ? c : '*')).join('');
}
