import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: path.join(import.meta.dirname, 'renderer'),
  base: './',
  plugins: [react()],
  build: {
    outDir: path.join(import.meta.dirname, 'out/renderer'),
    emptyOutDir: true,
    // Electron 45 is Chromium 150; a browser of 2024 may open the same page.
    target: 'chrome126',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // One page of a local program: nothing travels over a network.
    chunkSizeWarningLimit: 8000,
  },
});
