import 'i18next';
import type { locales } from './locales.ts';

declare module 'i18next' {
  // A key that no locale file has does not compile.
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: (typeof locales)['zh-CN'];
    returnNull: false;
  }
}
