/** The name of a source. A Chinese notice keeps its name on an English screen, and says to a reader which tongue it is. */
export function Cited({ text }: { text: string }) {
  const at = text.search(/\p{Script=Han}/u);
  if (at <= 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <span lang="zh-CN">{text.slice(at)}</span>
    </>
  );
}
