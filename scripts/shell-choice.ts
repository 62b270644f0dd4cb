export interface Surroundings {
  readonly wantsBrowser: boolean;
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Electron's program, or why there is none. */
  readonly electron: { readonly program: string } | { readonly missing: 'not-downloaded' | 'not-tried' };
}

export interface ShellChoice {
  readonly shell: 'desktop' | 'browser' | 'address';
  readonly zh: string;
  readonly en: string;
}

/** Windows and macOS always have a screen for a person who runs npm; on Linux the session names it. */
export function hasDisplay({ platform, env }: Pick<Surroundings, 'platform' | 'env'>): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Which shell `npm start` opens, with the one sentence that says so and why. */
export function chooseShell(around: Surroundings): ShellChoice {
  if (!hasDisplay(around)) {
    return {
      shell: 'address',
      zh: '没有发现图形显示，因此请在本机浏览器中打开下面的地址。',
      en: 'There is no graphical display here, so open the address below in a browser on this computer.',
    };
  }
  if (around.wantsBrowser) {
    return {
      shell: 'browser',
      zh: '已按要求在浏览器中打开公道。',
      en: 'Opening Gongdao in the browser, as you asked.',
    };
  }
  if ('missing' in around.electron) {
    return {
      shell: 'browser',
      zh: '未能取得 Electron，因此在浏览器中打开公道（功能与数据相同）。',
      en: 'Electron could not be downloaded, so Gongdao opens in the browser, with the same functions and data.',
    };
  }
  return { shell: 'desktop', zh: '正在打开公道桌面窗口。', en: "Opening Gongdao's desktop window." };
}
