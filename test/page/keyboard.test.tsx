// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useShortcuts } from '../../renderer/ui/keyboard.ts';
import { render } from './render.tsx';

const single = vi.fn();
const palette = vi.fn();

function Page({ dialog }: { dialog?: 'shown' | 'hidden' }) {
  useShortcuts([
    { key: 'n', run: single },
    { key: 'k', mod: true, run: palette },
  ]);
  return (
    <>
      <input />
      {dialog && <div role="dialog" data-shown={dialog === 'shown'} />}
    </>
  );
}

const press = (target: EventTarget, key: string, init: KeyboardEventInit = {}) =>
  act(async () => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
  });

let page: Awaited<ReturnType<typeof render>>;
beforeEach(async () => {
  single.mockClear();
  palette.mockClear();
  // jsdom lays nothing out and so cannot tell what is seen.
  Element.prototype.checkVisibility = function (this: HTMLElement) {
    return this.dataset.shown !== 'false';
  };
  page = await render(<Page />);
});
afterEach(() => page.remove());

describe('shortcuts of a page', () => {
  it('act on a single key, in either case', async () => {
    await press(document.body, 'n');
    await press(document.body, 'N', { shiftKey: true });
    expect(single).toHaveBeenCalledTimes(2);
  });

  it('leave letters to a field, but not those with Ctrl', async () => {
    await press(page.input(), 'n');
    await press(page.input(), 'k', { ctrlKey: true });
    expect(single).not.toHaveBeenCalled();
    expect(palette).toHaveBeenCalledOnce();
  });

  it('do nothing while an input method composes', async () => {
    await press(document.body, 'n', { isComposing: true });
    await press(document.body, 'n', { keyCode: 229 });
    expect(single).not.toHaveBeenCalled();
  });

  it('rest while a dialog is open, and wake when it is closed though it stays in the document', async () => {
    await page.again(<Page dialog="shown" />);
    await press(document.body, 'n');
    expect(single).not.toHaveBeenCalled();
    await page.again(<Page dialog="hidden" />);
    await press(document.body, 'n');
    expect(single).toHaveBeenCalledOnce();
  });
});
