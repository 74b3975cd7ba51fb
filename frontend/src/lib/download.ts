/** Fetch a file for the person. It is no navigation: a window closing behind it, which takes a step back in the history, would call that off. */
export function download(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
}
