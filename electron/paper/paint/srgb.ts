import { deflateSync } from 'node:zlib';

/**
 * The colour profile that every paper carries (PDF/A asks for one): sRGB as an ICC version 2 display profile, computed
 * from the standard's own figures and a sixth of the size of the usual file. Deflated, made once for a process.
 */
export function srgbProfile(): Uint8Array {
  packed ??= deflateSync(profile(), { level: 9 });
  return packed;
}

let packed: Uint8Array | undefined;

/** IEC 61966-2-1: primaries and white, adapted to the D50 of profile space (Bradford). */
const red = [0.43607, 0.22249, 0.01392];
const green = [0.38515, 0.71687, 0.09708];
const blue = [0.14307, 0.06061, 0.7141];
const white = [0.9642, 1, 0.8249];

/** Points of the tone curve: between them readers interpolate, with an error below what eight bits show. */
const curvePoints = 65;

/** IEC 61966-2-1: the light of a value, both from 0 to 1. */
const lightOf = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

function profile(): Buffer {
  const curve = Buffer.alloc(12 + 2 * curvePoints);
  curve.write('curv', 'latin1');
  curve.writeUInt32BE(curvePoints, 8);
  for (let i = 0; i < curvePoints; i++)
    curve.writeUInt16BE(Math.round(lightOf(i / (curvePoints - 1)) * 0xffff), 12 + 2 * i);
  const parts: [tags: readonly string[], data: Buffer][] = [
    [['desc'], description('sRGB')],
    [['cprt'], Buffer.from('text\0\0\0\0No copyright\0', 'latin1')],
    [['wtpt'], colour(white)],
    [['rXYZ'], colour(red)],
    [['gXYZ'], colour(green)],
    [['bXYZ'], colour(blue)],
    [['rTRC', 'gTRC', 'bTRC'], curve],
  ];
  const tags = parts.flatMap(([names]) => names).length;
  const directory = Buffer.alloc(4 + 12 * tags);
  directory.writeUInt32BE(tags, 0);
  const body: Buffer[] = [];
  let at = 128 + directory.length;
  let entry = 4;
  for (const [names, data] of parts) {
    for (const name of names) {
      directory.write(name, entry, 'latin1');
      directory.writeUInt32BE(at, entry + 4);
      directory.writeUInt32BE(data.length, entry + 8);
      entry += 12;
    }
    const padded = Buffer.alloc((data.length + 3) & ~3);
    data.copy(padded);
    body.push(padded);
    at += padded.length;
  }
  const header = Buffer.alloc(128);
  header.writeUInt32BE(at, 0);
  header.writeUInt32BE(0x02100000, 8);
  header.write('mntrRGB XYZ ', 12, 'latin1');
  // Made on 1 January 2026, year to second.
  [2026, 1, 1, 0, 0, 0].forEach((n, i) => {
    header.writeUInt16BE(n, 24 + 2 * i);
  });
  header.write('acsp', 36, 'latin1');
  xyz(white).copy(header, 68);
  return Buffer.concat([header, directory, ...body]);
}

/** Three numbers of 16 bits before and 16 behind the point. */
function xyz(values: readonly number[]): Buffer {
  const out = Buffer.alloc(12);
  values.forEach((value, i) => {
    out.writeInt32BE(Math.round(value * 0x10000), 4 * i);
  });
  return out;
}

const colour = (values: readonly number[]): Buffer =>
  Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), xyz(values)]);

/** A name in ASCII; the places for Unicode and for Macintosh scripts stay empty. */
function description(name: string): Buffer {
  const out = Buffer.alloc(12 + name.length + 1 + 8 + 3 + 67);
  out.write('desc', 'latin1');
  out.writeUInt32BE(name.length + 1, 8);
  out.write(name, 12, 'latin1');
  return out;
}
