import { describe, expect, it } from "vitest";
import { inFolders, readDropped, whyNot } from "./dropped";

const file = (name: string, type = "", content = "x") => new File([content], name, { type });

/** An entry as browsers hand it out: a folder by lists of at most two, then an empty one. */
function entry(name: string, inside?: (FileSystemEntry | File)[]): FileSystemEntry {
  const left = [...(inside ?? [])].map((each) => (each instanceof File ? leaf(each) : each));
  return {
    name,
    isDirectory: true,
    createReader: () => ({ readEntries: (done: (some: unknown[]) => void) => done(left.splice(0, 2)) }),
  } as unknown as FileSystemEntry;
}
const leaf = (of: File) =>
  ({ name: of.name, isDirectory: false, file: (done: (file: File) => void) => done(of) }) as unknown as FileSystemEntry;
const locked = { name: "locked.png", isDirectory: false, file: (_: unknown, no: () => void) => no() };
const data = (...entries: unknown[]) =>
  ({
    items: entries.map((each) => ({ kind: "file", webkitGetAsEntry: () => each })),
    files: [],
  }) as unknown as DataTransfer;

describe("a folder that is dropped", () => {
  it("gives all its pictures, however deep, and says of each other file why not", async () => {
    const march = entry("March", [
      file("b.png"),
      file("a.jpg"),
      file("notes.docx"),
      file("c.webp"),
      file(".DS_Store"),
      entry("Inner", [file("d.gif"), locked as unknown as FileSystemEntry, file("e.png", "image/png", "")]),
    ]);
    const { loose, folders } = await readDropped(data(march, leaf(file("alone.txt"))));
    expect(loose.map(({ name }) => name)).toEqual(["alone.txt"]);
    expect(folders).toHaveLength(1);
    expect(folders[0]?.name).toBe("March");
    expect(folders[0]?.pictures.map(({ name }) => name).sort()).toEqual(["a.jpg", "b.png", "c.webp", "d.gif"]);
    expect(folders[0]?.left).toEqual([
      { path: "March/.DS_Store", why: "hidden" },
      { path: "March/Inner/e.png", why: "empty" },
      { path: "March/Inner/locked.png", why: "unreadable" },
      { path: "March/notes.docx", why: "no-picture" },
    ]);
  });

  it("is asked of nobody when only files were dropped", async () => {
    const dropped = await readDropped({
      items: [{ kind: "file", webkitGetAsEntry: () => leaf(file("a.png")) }],
      files: [file("a.png")],
    } as unknown as DataTransfer);
    expect(dropped.folders).toEqual([]);
    expect(dropped.loose).toHaveLength(1);
  });

  it("may be chosen instead, with the folders in the paths", () => {
    const chosen = file("a.png");
    Object.defineProperty(chosen, "webkitRelativePath", { value: "March/Inner/a.png" });
    expect(inFolders([chosen])).toEqual([{ name: "March", pictures: [chosen], left: [] }]);
  });

  it("leaves the judgement of what claims to be a picture to the server", () => {
    expect(whyNot(file("logo.svg"))).toBeUndefined();
    expect(whyNot(file("no name", "image/jpeg"))).toBeUndefined();
  });
});
