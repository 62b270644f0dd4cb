import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the heap's nursery small. A batch of papers leaves much short-lived garbage, and V8 answers with a nursery
 * of 100 MB that it never gives back; collecting a small one more often costs next to nothing. Call it first of all:
 * a nursery that has grown stays.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
