import { describe, expect, it } from 'vitest';
import { strengthOf } from '../../renderer/features/start/passphrase.ts';

describe('the hint beside a new passphrase', () => {
  it.each([
    ['1234567', 'short'],
    ['𠮷𠮷𠮷𠮷', 'short'],
    ['12345678', 'weak'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['abcdefghijkl', 'weak'],
    ['Tr4ctor!9', 'fair'],
    ['correct horse battery', 'strong'],
    ['青山 老马 铁锅 三更', 'strong'],
  ])('%s is %s', (text, strength) => {
    expect(strengthOf(text)).toBe(strength);
  });
});
