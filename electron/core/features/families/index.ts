export { echoChanged, echoRecorded } from './echo.ts';
export { familiesHandlers } from './families.handlers.ts';
export { nextRoutes } from './ways.ts';
