/** The character table alone: a few tens of kilobytes of the library's megabytes. */
declare module 'opencc-js/dict/TSCharacters' {
  /** `丟 丢|並 并|…`: the first of several simplified forms is the usual one. */
  const table: string;
  export default table;
}
