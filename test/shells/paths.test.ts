import { expect, test } from 'vitest';
import { systemFontFolders, userPaths } from '../../electron/shells/common/paths.ts';

test('Linux follows the XDG folders, and ignores values that are not absolute', () => {
  const home = '/home/li';
  expect(userPaths({ platform: 'linux', env: {}, home })).toEqual({
    config: '/home/li/.config/gongdao',
    logs: '/home/li/.local/state/gongdao/logs',
    defaultOffice: '/home/li/Documents/Gongdao',
  });
  const env = { XDG_CONFIG_HOME: '/cfg', XDG_STATE_HOME: 'relative' };
  expect(userPaths({ platform: 'linux', env, home })).toMatchObject({
    config: '/cfg/gongdao',
    logs: '/home/li/.local/state/gongdao/logs',
  });
});

test('Windows and macOS have their own folders', () => {
  const windows = { platform: 'win32', home: 'C:\\Users\\李', env: { APPDATA: 'D:\\Roaming' } };
  expect(userPaths(windows)).toEqual({
    config: 'D:\\Roaming\\Gongdao',
    logs: 'C:\\Users\\李\\AppData\\Local\\Gongdao\\logs',
    defaultOffice: 'C:\\Users\\李\\Documents\\Gongdao',
  });
  expect(systemFontFolders({ ...windows, env: { WINDIR: 'C:\\Windows' } })[0]).toBe('C:\\Windows\\Fonts');
  expect(userPaths({ platform: 'darwin', home: '/Users/li', env: {} }).logs).toBe(
    '/Users/li/Library/Logs/Gongdao',
  );
});

test('GONGDAO_HOME puts everything under one folder', () => {
  const paths = userPaths({ platform: 'linux', env: { GONGDAO_HOME: '/media/stick' }, home: '/home/li' });
  expect(Object.values(paths).every((folder) => folder.startsWith('/media/stick/'))).toBe(true);
});
