import type { Bridge } from '../../shared/contract/bridge.ts';
import { desktopPlatform } from './desktop.ts';
import { browserPlatform } from './http.ts';
import type { Platform } from './platform.ts';

declare global {
  interface Window {
    /** Made by the preload script; absent in a browser. */
    readonly bridge?: Bridge;
  }
}

export function detectPlatform(): Platform {
  return window.bridge ? desktopPlatform(window.bridge) : browserPlatform();
}
