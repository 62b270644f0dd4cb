/** Characters that XML 1.0 cannot hold at all, not even escaped; lone surrogates among them. */
const unheld =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to drop.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeXml(text: string): string {
  return text.replace(unheld, '').replace(/[&<>"]/g, (c) => entities[c] as string);
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; attributes that are undefined are left out, children are XML already. */
export function element(name: string, attributes: Attributes = {}, children: string | null = null): string {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) open += ` ${key}="${escapeXml(String(value))}"`;
  return children === null ? `${open}/>` : `${open}>${children}</${name}>`;
}

/** `<w:name w:val="…"/>`, the shape of most settings. */
export function setting(name: string, value: string | number): string {
  return element(`w:${name}`, { 'w:val': value });
}

/** Points to the twentieths of a point in which Word counts lengths. */
export const twips = (points: number): number => Math.round(points * 20);

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:v': 'urn:schemas-microsoft-com:vml',
  'xmlns:w14': 'http://schemas.microsoft.com/office/word/2010/wordml',
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'mc:Ignorable': 'w14',
} as const;
