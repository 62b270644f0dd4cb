import i18next from 'i18next';
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { initReactI18next } from 'react-i18next';
import { locales } from '../../renderer/app/locales.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

// jsdom lays nothing out: what the component library asks of it is answered with “nothing matches, nothing moves”.
window.matchMedia ??= (query: string) =>
  ({
    media: query,
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }) as unknown as MediaQueryList;
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

export async function startChinese(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    resources: locales,
    defaultNS: 'common',
    ns: Object.keys(locales['zh-CN']),
    interpolation: { escapeValue: false },
  });
}

/** Puts an element on an otherwise empty page; `again` renders another in its place. */
export async function render(element: ReactNode) {
  const host = document.createElement('div');
  document.body.append(host);
  const root = createRoot(host);
  const again = (next: ReactNode) => act(async () => root.render(next));
  await again(element);
  return {
    host,
    again,
    input: () => host.querySelector('input') as HTMLInputElement,
    async remove() {
      await act(async () => root.unmount());
      host.remove();
    },
  };
}

/** Types as a person does: React listens to the native setter. */
export async function type(input: HTMLInputElement, text: string): Promise<void> {
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  await act(async () => {
    input.focus();
    setter?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

export async function press(input: HTMLElement, key: string, init: KeyboardEventInit = {}): Promise<void> {
  await act(async () => {
    input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
  });
}

export const leave = (input: HTMLElement): Promise<void> => act(async () => input.blur());
