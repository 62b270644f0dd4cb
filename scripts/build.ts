import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

interface Target {
  readonly config: string;
  readonly output: string;
  readonly inputs: readonly string[];
}

const common = ['shared', 'resources/locales', 'package-lock.json', 'tsconfig.json', 'scripts/build.ts'];
const node = (name: string, file: string): Target => ({
  config: 'vite.node.config.ts',
  output: `out/${name}/${file}`,
  inputs: [...common, 'electron', 'vite.node.config.ts'],
});

const targets = {
  renderer: {
    config: 'vite.renderer.config.ts',
    output: 'out/renderer/index.html',
    inputs: [...common, 'renderer', 'vite.renderer.config.ts'],
  },
  main: node('main', 'main.js'),
  preload: node('preload', 'preload.cjs'),
  'core-process': node('core-process', 'core-process.js'),
  'paper-thread': node('paper-thread', 'paper-thread.js'),
} satisfies Record<string, Target>;

export type TargetName = keyof typeof targets;
export const allTargets = Object.keys(targets) as TargetName[];

/**
 * Builds those targets whose inputs changed since they were last built, by content and not by time.
 * @returns the names that were built; empty when everything was fresh.
 * @throws when a build fails; the old output of that target is then not taken for fresh.
 */
export async function buildStale(
  names: readonly TargetName[] = allTargets,
  force = false,
): Promise<TargetName[]> {
  const stale = names.filter((name) => force || !isFresh(name));
  if (stale.length === 0) return [];
  const { build } = await import('vite');
  const failures: unknown[] = [];
  for (const name of stale) {
    const hash = hashOf(targets[name]);
    fs.rmSync(stampFile(name), { force: true });
    // Vite leaves `production` behind, and whatever this process starts next would take it over: tests of the page
    // then get a React without `act`.
    const { NODE_ENV: before } = process.env;
    try {
      // Vite heeds a variable that is set before its mode: built from within a test, the page would get React's checks.
      if (modeOf(name) === 'production') process.env.NODE_ENV = 'production';
      await build({
        configFile: path.join(root, targets[name].config),
        mode: modeOf(name),
        logLevel: 'warn',
      });
    } catch (error) {
      failures.push(error);
      continue;
    } finally {
      if (before === undefined) delete process.env.NODE_ENV;
      else process.env.NODE_ENV = before;
    }
    fs.mkdirSync(path.dirname(stampFile(name)), { recursive: true });
    fs.writeFileSync(stampFile(name), hash);
  }
  // The others are built all the same: a page in the making does not hold up work on the core.
  if (failures.length > 0) throw failures[0];
  return stale;
}

const modeOf = (name: TargetName): string => (name === 'renderer' ? 'production' : name);
const stampFile = (name: TargetName): string => path.join(root, 'out/.stamps', name);

function isFresh(name: TargetName): boolean {
  const target = targets[name];
  if (!fs.existsSync(path.join(root, target.output)) || !fs.existsSync(stampFile(name))) return false;
  return fs.readFileSync(stampFile(name), 'utf8') === hashOf(target);
}

function hashOf(target: Target): string {
  const hash = createHash('sha256');
  for (const input of target.inputs) {
    for (const file of filesUnder(path.join(root, input))) {
      hash
        .update(`${path.relative(root, file)}\0`)
        .update(fs.readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

function filesUnder(entry: string): string[] {
  const stat = fs.statSync(entry, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [entry];
  return fs
    .readdirSync(entry)
    .sort()
    .flatMap((name) => filesUnder(path.join(entry, name)));
}

// `import.meta.main` is false when scripts/run.mjs brought us here.
if (process.argv[1] === import.meta.filename) {
  const started = performance.now();
  try {
    const built = await buildStale(allTargets, process.argv.includes('--force'));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      built.length === 0 ? '已是最新 / Up to date' : `已构建 / Built ${built.join(', ')} (${seconds} s)`,
    );
  } catch (error) {
    // The bundler's message names file and line; its own stack helps nobody.
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
