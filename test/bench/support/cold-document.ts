// A process that does nothing but make one document; what it prints tells its parent that the bytes are there.
import { application } from '../../paper/support/application.ts';
import { engine, info } from '../../paper/support/engine.ts';

const { bytes, pages } = await engine.renderPdf(application(1), info);
console.log(JSON.stringify({ bytes: bytes.length, pages, sinceStart: performance.now() }));
