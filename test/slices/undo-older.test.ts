import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqlite } from '../../electron/core/db/dialects/sqlite/open.ts';
import { currentRows, ownColumns } from '../../electron/core/features/undo/undo.rows.ts';
import { officePaths } from '../../electron/core/features/office/index.ts';
import { deriveKey, readKeyring, unlockWithPassphrase } from '../../electron/core/vault/index.ts';
import { openTestApp, type TestApp, testPassphrase, testUser } from '../support/open-test-app.ts';
import { failureOf, intake, worker } from '../support/records.ts';
