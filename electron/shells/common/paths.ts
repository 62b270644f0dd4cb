import path from 'node:path';

/** The folders of one user on one computer. Nothing here exists until somebody writes into it. */
export interface UserPaths {
  /** Window state, language, recently opened offices: never case data. */
  readonly config: string;
  readonly logs: string;
  /** What is proposed when a new office is created; the person may choose another. */
  readonly defaultOffice: string;
}

export interface Host {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * Where Gongdao keeps what belongs to the user. `GONGDAO_HOME` puts everything under one folder: a USB stick, or a
 * test. XDG values that are not absolute are ignored, as the XDG base directory specification demands.
 */
export function userPaths({ platform, env, home }: Host): UserPaths {
  const { join, isAbsolute, resolve } = platform === 'win32' ? path.win32 : path.posix;
  if (env.GONGDAO_HOME) {
    const root = resolve(env.GONGDAO_HOME);
    return { config: join(root, 'config'), logs: join(root, 'logs'), defaultOffice: join(root, 'office') };
  }
  const fromEnv = (name: string, fallback: string): string => {
    const value = env[name];
    return value && isAbsolute(value) ? value : fallback;
  };
  const defaultOffice = join(home, 'Documents', 'Gongdao');
  switch (platform) {
    case 'win32':
      return {
        config: join(fromEnv('APPDATA', join(home, 'AppData', 'Roaming')), 'Gongdao'),
        logs: join(fromEnv('LOCALAPPDATA', join(home, 'AppData', 'Local')), 'Gongdao', 'logs'),
        defaultOffice,
      };
    case 'darwin':
      return {
        config: join(home, 'Library', 'Application Support', 'Gongdao'),
        logs: join(home, 'Library', 'Logs', 'Gongdao'),
        defaultOffice,
      };
    default:
      return {
        config: join(fromEnv('XDG_CONFIG_HOME', join(home, '.config')), 'gongdao'),
        logs: join(fromEnv('XDG_STATE_HOME', join(home, '.local', 'state')), 'gongdao', 'logs'),
        defaultOffice,
      };
  }
}

/** Folders in which the operating system and the user keep fonts; some of them may not exist. */
export function systemFontFolders({ platform, env, home }: Host): string[] {
  const { join } = platform === 'win32' ? path.win32 : path.posix;
  switch (platform) {
    case 'win32':
      return [
        join(env.WINDIR ?? 'C:\\Windows', 'Fonts'),
        join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Microsoft', 'Windows', 'Fonts'),
      ];
    case 'darwin':
      return [
        '/System/Library/Fonts',
        '/System/Library/Fonts/Supplemental',
        '/Library/Fonts',
        join(home, 'Library/Fonts'),
      ];
    default:
      return [
        '/usr/share/fonts',
        '/usr/local/share/fonts',
        join(env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'fonts'),
        join(home, '.fonts'),
      ];
  }
}
