/**
 * Sizes of deflate codes in bits, a hexadecimal digit each: for 286 symbols and then for 30 distances. Counted in the
 * outlines of the characters that the forms print, in the packaged fonts. Other fonts pack a little less well by them.
 */

/** For programs with a lead. */
export const leadSizes =
  '7556666666666666666677767777767777777777778888888887888788888888888888888888889899999999999999999999' +
  '99999999999999999999999a999a9aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabaaaaaabbababaabbabbbb' +
  'bbbbbbbbbbbabbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb976af5667887778aa9abcdcdeffefeeeec79979758787879' +
  'aaaa887755443224';

/** For programs without one. */
export const plainSizes =
  '4556775577667666667666667777776776768776888888787877877688888878889999999999999999989999999999999999' +
  '99999999998998999999999aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabababbaaababbbbbbbbbbbbbbbbbbbbbbbbbbb' +
  'bbbbbbbbbbbbbbbbbbbbbcbbbbbbcbb9bb8bbbbbbbbbbbbbbbb8776bf6899ababbdeedfeffffffffffffee86435434333447' +
  'addddddccccccccc';
