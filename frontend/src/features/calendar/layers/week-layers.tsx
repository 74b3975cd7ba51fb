/** What these days are beside their posts, under the heads of the week; the row is as high as it needs and not there without any. */
export function WeekLayers(_: { days: readonly string[] }) {
  return null;
}
