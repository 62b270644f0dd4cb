import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { parseCaseSearch } from '../features/case/case.search.ts';
import { CasesPage } from '../features/cases/CasesPage.tsx';
import { parseCasesSearch } from '../features/cases/cases.search.ts';
import { parseDatesSearch } from '../features/dates/dates.search.ts';
import { parseLawSearch } from '../features/law/law.search.ts';
import { parseLegalAidSearch } from '../features/legal-aid/legal-aid.search.ts';
import { OfficePage } from '../features/office/OfficePage.tsx';
import { parsePeopleSearch } from '../features/people/people.search.ts';
import { parseRecoveredSearch } from '../features/recovered/recovered.search.ts';
import { parseTasksSearch } from '../features/tasks/tasks.search.ts';
import { TodayPage } from '../features/today/TodayPage.tsx';
import { Crash, NotFound } from './Fallbacks.tsx';
import { Frame } from './Frame.tsx';

const tabOf = (search: Record<string, unknown>): { tab?: string } =>
  typeof search.tab === 'string' ? { tab: search.tab } : {};

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound, errorComponent: Crash });

const routes = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', component: TodayPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases',
    validateSearch: parseCasesSearch,
    component: CasesPage,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$caseId',
    validateSearch: parseCaseSearch,
    component: lazyRouteComponent(() => import('../features/case/index.tsx'), 'CasePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/recovered',
    validateSearch: parseRecoveredSearch,
    component: lazyRouteComponent(() => import('../features/recovered/RecoveredPage.tsx'), 'RecoveredPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/dates',
    validateSearch: parseDatesSearch,
    component: lazyRouteComponent(() => import('../features/dates/index.tsx'), 'DatesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/intake',
    component: lazyRouteComponent(() => import('../features/intake/index.tsx'), 'IntakePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/desk',
    component: lazyRouteComponent(() => import('../features/desk/index.tsx'), 'DeskPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/people',
    validateSearch: parsePeopleSearch,
    component: lazyRouteComponent(() => import('../features/people/index.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/people/$personId',
    component: lazyRouteComponent(() => import('../features/people/index.tsx'), 'PersonPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/tasks',
    validateSearch: parseTasksSearch,
    component: lazyRouteComponent(() => import('../features/tasks/index.tsx'), 'TasksPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/legal-aid',
    validateSearch: parseLegalAidSearch,
    component: lazyRouteComponent(() => import('../features/legal-aid/index.tsx'), 'LegalAidPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/law',
    validateSearch: parseLawSearch,
    component: lazyRouteComponent(() => import('../features/law/index.tsx'), 'LawPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/office',
    validateSearch: tabOf,
    component: OfficePage,
  }),
]);

/** Addresses live behind `#`, so that every state can be copied and gone back from in both shells. */
export function createAppRouter() {
  return createRouter({
    routeTree: routes,
    history: createHashHistory(),
    defaultErrorComponent: Crash,
    defaultNotFoundComponent: NotFound,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
