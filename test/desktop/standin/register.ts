import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

const standin = pathToFileURL(`${import.meta.dirname}/electron.ts`).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standin, shortCircuit: true } : next(specifier, context),
});
