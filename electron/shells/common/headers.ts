/** Headers of every answer that a page can see, in both shells. Nothing is cached: a county office shares computers. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
};

/**
 * The page's content security policy. Styles that antd makes at run time carry the nonce of this load; scripts come
 * from our own files only, and nothing is fetched from elsewhere.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** For bytes that are no page: whatever they contain, they may load and run nothing. */
export const bytesPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
