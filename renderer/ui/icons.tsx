import type { ReactNode, SVGProps } from 'react';

// Drawn on a 20-unit grid with one stroke width; they are decoration, words stand beside them or name the button.
const paths = {
  today: <path d="M4 5.5h12v11H4zM4 8.5h12M7 3.5v3M13 3.5v3M8 12.5l1.6 1.6L12.5 11" />,
  dates: <path d="M4 5h12v11.5H4zM4 8.5h12M7 3v3.5M13 3v3.5M7 11.5h2M11 11.5h2M7 14h2" />,
  cases: <path d="M3 6.5h5l1.5 2H17v8H3zM3 6.5v-2h5l1.2 2" />,
  tasks: (
    <path d="M4 4.5h12v12H4zM7 3.5v2M13 3.5v2M6.5 9l1.2 1.2L10 8M6.5 13l1.2 1.2L10 12M12 9.5h2M12 13.5h2" />
  ),
  desk: <path d="M3.5 4.5h13v9h-7l-3.5 3v-3H3.5zM6.5 8h7M6.5 10.5h4" />,
  people: (
    <path d="M8 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 16.5c.5-2.7 2.7-4 5.5-4s5 1.3 5.5 4M13 4.4a3 3 0 0 1 0 5.2M15 12.8c1.5.6 2.3 1.8 2.6 3.7" />
  ),
  recovered: (
    <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7 6.5l3 3.5 3-3.5M10 10v4M7.5 10.5h5M7.5 12.5h5" />
  ),
  legalAid: (
    <path d="M10 16.5s-6.5-3.8-6.5-8.2A3.6 3.6 0 0 1 10 6.2a3.6 3.6 0 0 1 6.5 2.1c0 4.4-6.5 8.2-6.5 8.2zM10 8.5v4.5M7.75 10.75h4.5" />
  ),
  law: (
    <path d="M10 3.5v13M6 16.5h8M4 6h12M4 6l-2 5.5h4zM16 6l-2 5.5h4zM2 11.5a2 2 0 0 0 4 0M14 11.5a2 2 0 0 0 4 0" />
  ),
  office: <path d="M3.5 16.5v-9L10 3.5l6.5 4v9M2 16.5h16M7 16.5v-5M10 16.5v-5M13 16.5v-5M7 8.5h6" />,
  menu: <path d="M3.5 5.5h13M3.5 10h13M3.5 14.5h13" />,
  search: <path d="M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4" />,
  plus: <path d="M10 4v12M4 10h12" />,
  lock: <path d="M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9M10 12v1.8" />,
  sun: (
    <path d="M10 13.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM10 2v2M10 16v2M2 10h2M16 10h2M4.4 4.4l1.4 1.4M14.2 14.2l1.4 1.4M4.4 15.6l1.4-1.4M14.2 5.8l1.4-1.4" />
  ),
  moon: <path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z" />,
  screen: <path d="M3 4.5h14v9H3zM7.5 16.5h5M10 13.5v3" />,
  language: (
    <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM3 10h14M10 3c2 2 3 4.4 3 7s-1 5-3 7c-2-2-3-4.4-3-7s1-5 3-7z" />
  ),
  help: (
    <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7.8 8a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.5M10 14v.2" />
  ),
  warning: <path d="M10 3.5l7.2 12.8H2.8zM10 8v4M10 14v.3" />,
  overdue: <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6.5v4.2M10 13.2v.3" />,
  clock: <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.3l2.8 1.7" />,
  check: <path d="M4 10.5l4 4 8-9" />,
  right: <path d="M8 5l5 5-5 5" />,
  left: <path d="M12 5l-5 5 5 5" />,
  down: <path d="M5 8l5 5 5-5" />,
  up: <path d="M5 12l5-5 5 5" />,
  close: <path d="M5 5l10 10M15 5L5 15" />,
  copy: <path d="M7 7h9v9.5H7zM13 7V3.5H4V13h3" />,
  print: <path d="M6 8V3.5h8V8M6 14H3.5V8h13v6H14M6 12h8v4.5H6z" />,
  user: (
    <path d="M10 10.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3.5 17c.8-3 3.3-4.5 6.5-4.5s5.7 1.5 6.5 4.5" />
  ),
  group: (
    <path d="M8 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 16.5c.5-2.7 2.7-4 5.5-4s5 1.3 5.5 4M13 4.4a3 3 0 0 1 0 5.2M15 12.8c1.5.6 2.3 1.8 2.6 3.7" />
  ),
  folder: <path d="M3 5h5l1.5 2H17v9H3z" />,
  key: <path d="M7 12.5a3.5 3.5 0 1 1 2.7-5.7L17 7v3h-2v2h-2.5V10H10a3.5 3.5 0 0 1-3 2.5zM6.3 9h.2" />,
  shield: <path d="M10 3l6 2v4.5c0 3.8-2.5 6.3-6 7.5-3.5-1.2-6-3.7-6-7.5V5z" />,
  compass: <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM13 7l-1.8 4.2L7 13l1.8-4.2z" />,
  document: <path d="M5 3.5h6.5L15 7v9.5H5zM11.5 3.5V7H15M7.5 10.5h5M7.5 13h5" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof paths;

export function Icon({
  name,
  size = 16,
  ...rest
}: { name: IconName; size?: number } & SVGProps<SVGSVGElement>) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="icon"
      {...rest}
    >
      {paths[name]}
    </svg>
  );
}
