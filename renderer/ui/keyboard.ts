import { useEffect, useRef } from 'react';

/**
 * True while an input method is composing: Enter then picks a candidate and must do nothing else. Safari and old
 * Chromium report key code 229 without the flag.
 */
export function isComposing(event: KeyboardEvent | React.KeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event;
  return native.isComposing || native.keyCode === 229;
}

/** True for a plain Enter that is meant as “do it”. */
export function isEnter(event: KeyboardEvent | React.KeyboardEvent): boolean {
  return event.key === 'Enter' && !isComposing(event);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[role="dialog"]')) return true;
  // Nothing is typed into a box to tick.
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio';
  return target instanceof HTMLTextAreaElement || target.role === 'combobox';
}

// A closed dialog may stay in the document, unseen.
function isDialogOpen(): boolean {
  return [...document.querySelectorAll('[role="dialog"]')].some((dialog) => dialog.checkVisibility());
}

export interface Shortcut {
  /** `event.key`, lower case for letters. */
  readonly key: string;
  /** With Ctrl (or Cmd on a Mac). Such a shortcut works inside fields too. */
  readonly mod?: boolean;
  /** Even with Ctrl not inside fields and dialogs: there the key is theirs, as Ctrl+Z is. */
  readonly outsideFields?: boolean;
  run(event: KeyboardEvent): void;
}

/** Keys of a page, while it is mounted. Single keys are left alone while the person types or a dialog is open. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || isComposing(event)) return;
      const mod = event.ctrlKey || event.metaKey;
      if (!mod && (isTyping(event.target) || isDialogOpen())) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const found = latest.current.find((s) => s.key === key && (s.mod ?? false) === mod);
      if (!found || (found.outsideFields && (isTyping(event.target) || isDialogOpen()))) return;
      event.preventDefault();
      found.run(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
