import path from 'node:path';

/** What must be known of a computer to find or install a browser on it. */
export interface Computer {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly isRoot: boolean;
  /** The `ID` of /etc/os-release; undefined where there is none. */
  readonly distribution: string | undefined;
  /** Where Playwright keeps its own Chromium, whether or not it is there. */
  readonly playwrightBrowser: string;
}

export interface Step {
  readonly says: string;
  /** `playwright` is its command line, run by this Node. */
  readonly program: 'apt-get' | 'playwright';
  readonly args: readonly string[];
}

const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Where a Chromium browser may be, the likeliest first; Playwright's own comes last. */
export function browserCandidates({ platform, env, home, playwrightBrowser }: Computer): string[] {
  const { join } = platform === 'win32' ? path.win32 : path.posix;
  if (platform === 'darwin') {
    const programs = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const places = ['/Applications', join(home, 'Applications')].flatMap((folder) =>
      programs.map((name) => join(folder, `${name}.app/Contents/MacOS/${name}`)),
    );
    return [...places, playwrightBrowser];
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (f) => f !== undefined,
    );
    const places = folders.flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      join(folder, 'Chromium/Application/chrome.exe'),
    ]);
    return [...places, playwrightBrowser];
  }
  const listed = (env.PATH ?? '').split(':').filter((folder) => folder.startsWith('/'));
  const folders = new Set([...listed, '/usr/bin', '/usr/local/bin', '/snap/bin']);
  return [...onPath.flatMap((name) => [...folders].map((folder) => join(folder, name))), playwrightBrowser];
}

// Without a connection apt asks each mirror three times and waits two minutes for each answer.
const aptLimits = [
  '-o',
  'Acquire::Retries=1',
  '-o',
  'Acquire::http::Timeout=20',
  '-o',
  'DPkg::Lock::Timeout=60',
];
const fonts = 'fonts-noto-cjk';

/**
 * What to try, in this order, until a browser is there. Only Debian's own packages are used by root: Ubuntu's
 * `chromium` is a stub for a snap, which no container can run.
 */
export function installSteps({ platform, isRoot, distribution }: Computer): Step[] {
  const steps: Step[] = [];
  if (platform === 'linux' && isRoot && distribution === 'debian') {
    const says = `Installing chromium and ${fonts} with apt-get…`;
    steps.push({ says, program: 'apt-get', args: [...aptLimits, 'update'] });
    const install = ['install', '-y', '--no-install-recommends', 'chromium', fonts];
    steps.push({ says, program: 'apt-get', args: [...aptLimits, ...install] });
  }
  // Libraries that Chromium needs come from the system's packages, which root alone may install.
  const libraries = platform === 'linux' && isRoot ? ['--with-deps'] : [];
  const args = ['install', ...libraries, '--no-shell', 'chromium'];
  steps.push({ says: 'Downloading Chromium with Playwright…', program: 'playwright', args });
  return steps;
}

/** The one thing that a person can do, in words that can be pasted where that is possible. */
export function browserRemedy({ platform, isRoot, distribution }: Computer): string {
  const sudo = isRoot ? '' : 'sudo ';
  const command =
    distribution === 'debian'
      ? `run "${sudo}apt-get install chromium ${fonts}"`
      : platform === 'linux' && distribution === 'ubuntu'
        ? `run "${sudo}npx playwright install --with-deps chromium"`
        : 'install Chrome, Edge or Chromium';
  return (
    'The tests need a Chromium browser; none was found, and none could be installed (is there a connection?). ' +
    `To go on, ${command}, or set GONGDAO_BROWSER to the program of one.`
  );
}
