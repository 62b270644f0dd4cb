export { nextRoutes } from './continue.ts';
export { echoChanged, echoRecorded } from './echo.ts';
export { familiesHandlers } from './families.handlers.ts';
