// Starts an app folder as the Electron binary would.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const args = process.argv.slice(2);
const folder = path.resolve(args.find((argument) => !argument.startsWith('-')) ?? '.');
const { main } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as { main: string };
process.argv = [process.execPath, ...args];
Object.assign(process.versions, { electron: '0.0.0-standin' });
Object.assign(process, { type: 'browser', resourcesPath: process.env.STANDIN_RESOURCES ?? folder });
process.env.STANDIN_APP = folder;
await import(pathToFileURL(path.join(folder, main)).href);
