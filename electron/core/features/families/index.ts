export { echoChanged, echoRecorded } from './echo.ts';
export { familiesHandlers } from './families.handlers.ts';
export { loadFamily } from './families.repo.ts';
export { nextRoutes } from './ways.ts';
