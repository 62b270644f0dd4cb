// A lock file that `npm ci` accepts everywhere: complete for every platform, and without download addresses.
import fs from 'node:fs';
import path from 'node:path';

interface LockEntry {
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** What is wrong with a lock file's `packages`, one sentence each. */
export function lockFaults(packages: Readonly<Record<string, LockEntry>>): string[] {
  const faults: string[] = [];
  for (const [at, entry] of Object.entries(packages)) {
    if (entry.resolved !== undefined && entry.link !== true) faults.push(`${at} names a download address`);
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!isLocked(packages, at, name))
        faults.push(`${name}@${range}, wanted by ${at || 'the project'}, is missing`);
    }
  }
  return faults;
}

/** Looks where Node would: beside the package that wants it, then outwards. */
function isLocked(packages: Readonly<Record<string, LockEntry>>, at: string, name: string): boolean {
  for (let folder = at; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if ((folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`) in packages) return true;
    if (folder === '') return false;
  }
}

if (process.argv[1] === import.meta.filename) {
  const file = path.resolve(import.meta.dirname, '../package-lock.json');
  const { packages } = JSON.parse(fs.readFileSync(file, 'utf8')) as { packages: Record<string, LockEntry> };
  const faults = lockFaults(packages);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
