import { type ThemeConfig, theme } from 'antd';
import { useSyncExternalStore } from 'react';
import { usePreferences } from './preferences.ts';

/** Every colour of the program. Pairs of text and ground reach 4.5:1, borders of controls 3:1 (WCAG 2.2 AA). */
export interface Palette {
  readonly ground: string;
  readonly surface: string;
  readonly raised: string;
  readonly hover: string;
  readonly selected: string;
  readonly text: string;
  readonly quiet: string;
  readonly border: string;
  readonly controlBorder: string;
  /** Accent as a ground for white text. */
  readonly accentFill: string;
  readonly accentFillHover: string;
  /** Accent as text. */
  readonly accent: string;
  readonly accentSoft: string;
  readonly red: string;
  readonly redFill: string;
  readonly redSoft: string;
  readonly amber: string;
  readonly amberSoft: string;
  readonly green: string;
  readonly greenSoft: string;
}

export const light: Palette = {
  ground: '#f3f4f5',
  surface: '#ffffff',
  raised: '#ffffff',
  hover: '#f1f4f4',
  selected: '#e3efee',
  text: '#1b2023',
  quiet: '#565e65',
  border: '#dde1e4',
  controlBorder: '#878f96',
  accentFill: '#0a6866',
  accentFillHover: '#085553',
  accent: '#0a6866',
  accentSoft: '#e3efee',
  red: '#ab2418',
  redFill: '#ab2418',
  redSoft: '#fbeae8',
  amber: '#7d5000',
  amberSoft: '#fbf1dc',
  green: '#1c6b36',
  greenSoft: '#e6f3e9',
};

export const dark: Palette = {
  ground: '#14171a',
  surface: '#1b1f23',
  raised: '#23282d',
  hover: '#23292d',
  selected: '#1f3537',
  text: '#e4e7e9',
  quiet: '#a6aeb5',
  border: '#31373d',
  controlBorder: '#717a82',
  accentFill: '#12797a',
  accentFillHover: '#106a6b',
  accent: '#5fc3bd',
  accentSoft: '#1c3436',
  red: '#f2958c',
  redFill: '#b3382c',
  redSoft: '#3d2321',
  amber: '#e3b45c',
  amberSoft: '#382d18',
  green: '#7cc690',
  greenSoft: '#1d3325',
};

export const fontFamily =
  '"Segoe UI", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif';

export function antdTheme(isDark: boolean, motion: boolean): ThemeConfig {
  const p = isDark ? dark : light;
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { prefix: 'gd' },
    token: {
      fontFamily,
      fontSize: 13,
      lineHeight: 1.5385,
      controlHeight: 32,
      controlHeightSM: 26,
      borderRadius: 5,
      borderRadiusLG: 8,
      wireframe: false,
      motion,
      motionDurationSlow: '0.15s',
      motionDurationMid: '0.12s',
      motionDurationFast: '0.08s',
      colorPrimary: p.accentFill,
      colorPrimaryHover: p.accentFillHover,
      colorPrimaryActive: p.accentFillHover,
      colorPrimaryText: p.accent,
      colorPrimaryBorder: p.accent,
      colorPrimaryBg: p.accentSoft,
      colorPrimaryBgHover: p.accentSoft,
      controlItemBgActive: p.selected,
      controlItemBgActiveHover: p.selected,
      controlItemBgHover: p.hover,
      colorLink: p.accent,
      colorLinkHover: p.accent,
      colorLinkActive: p.accent,
      colorInfo: p.accent,
      colorInfoBg: p.accentSoft,
      colorInfoBorder: p.border,
      colorError: p.red,
      colorErrorText: p.red,
      colorErrorHover: p.red,
      colorErrorBg: p.redSoft,
      colorErrorBorder: p.border,
      colorWarning: p.amber,
      colorWarningText: p.amber,
      colorWarningBg: p.amberSoft,
      colorWarningBorder: p.border,
      colorSuccess: p.green,
      colorSuccessBg: p.greenSoft,
      colorSuccessBorder: p.border,
      colorText: p.text,
      colorTextSecondary: p.quiet,
      colorTextTertiary: p.quiet,
      colorTextDescription: p.quiet,
      colorTextPlaceholder: p.quiet,
      colorTextHeading: p.text,
      colorTextDisabled: p.quiet,
      colorIcon: p.quiet,
      colorBgLayout: p.ground,
      colorBgContainer: p.surface,
      colorBgElevated: p.raised,
      colorBorder: p.controlBorder,
      colorBorderSecondary: p.border,
      colorSplit: p.border,
      colorBgContainerDisabled: p.ground,
      colorBgMask: isDark ? 'rgba(0, 0, 0, 0.5)' : 'rgba(20, 23, 26, 0.32)',
    },
    components: {
      Button: {
        defaultHoverColor: p.accent,
        defaultHoverBorderColor: p.accent,
        defaultActiveColor: p.accent,
        defaultActiveBorderColor: p.accent,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
        paddingInline: 14,
      },
      Tabs: {
        itemSelectedColor: p.accent,
        itemHoverColor: p.accent,
        itemActiveColor: p.accent,
        inkBarColor: p.accent,
        horizontalItemGutter: 22,
      },
      Input: { hoverBorderColor: p.accent, activeBorderColor: p.accent },
      Select: { hoverBorderColor: p.accent, activeBorderColor: p.accent, optionSelectedBg: p.selected },
      Segmented: { itemSelectedBg: p.surface, trackBg: isDark ? p.ground : '#e8ebec', itemColor: p.quiet },
      Steps: { colorPrimary: p.accentFill },
      Drawer: { colorBgElevated: p.raised },
      Tooltip: {
        colorBgSpotlight: isDark ? '#3a4147' : '#2b3135',
        colorTextLightSolid: '#ffffff',
      },
    },
  };
}

/** Lays the palette on the page as custom properties, for our own style sheets. */
export function applyPalette(isDark: boolean): void {
  const root = document.documentElement;
  root.dataset.theme = isDark ? 'dark' : 'light';
  root.style.setProperty('color-scheme', isDark ? 'dark' : 'light');
  root.style.setProperty('--font', fontFamily);
  for (const [name, value] of Object.entries(isDark ? dark : light))
    root.style.setProperty(`--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`, value);
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

export function useDark(): boolean {
  const { theme: choice } = usePreferences();
  const system = useMedia('(prefers-color-scheme: dark)');
  return choice === 'system' ? system : choice === 'dark';
}

export const useMotion = (): boolean => !useMedia('(prefers-reduced-motion: reduce)');
