import { join } from 'node:path';

/** Where the fonts are. The caller decides; the engine knows no path of its own. */
export interface FontSources {
  /** Whole static TrueType files (not variable, not CFF, not woff). */
  readonly files: {
    readonly song: string;
    readonly songBold: string;
    readonly hei: string;
    /** Further serif files for characters that `song` lacks, opened only when such a character occurs. */
    readonly more: readonly string[];
  };
  /** Folders with fonts that the user installed; searched by well-known file names, subfolders included. */
  readonly installed: readonly string[];
}

/** The sources as the font packages lay their files out below a `node_modules` folder. */
export function packagedFonts(nodeModules: string, installed: readonly string[] = []): FontSources {
  const at = (family: string, weight: string, file: string): string =>
    join(nodeModules, '@expo-google-fonts', family, weight, `${file}_${weight}.ttf`);
  return {
    files: {
      song: at('noto-serif-sc', '400Regular', 'NotoSerifSC'),
      songBold: at('noto-serif-sc', '700Bold', 'NotoSerifSC'),
      hei: at('noto-sans-sc', '700Bold', 'NotoSansSC'),
      more: [
        at('noto-serif-hk', '400Regular', 'NotoSerifHK'),
        at('noto-serif-jp', '400Regular', 'NotoSerifJP'),
      ],
    },
    installed,
  };
}
