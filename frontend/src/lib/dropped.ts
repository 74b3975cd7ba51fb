/** Why a file of a folder is no picture for the library. What claims to be a picture is judged by the server, by its bytes. */
export type WhyNot = "hidden" | "empty" | "no-picture" | "unreadable";
export interface Left {
  /** With the folders it lay in: "March/notes.docx". */
  path: string;
  why: WhyNot;
}
export interface DroppedFolder {
  name: string;
  pictures: File[];
  left: Left[];
}
export interface Dropped {
  /** Files that lay in no folder, whatever they are. */
  loose: File[];
  folders: DroppedFolder[];
}

const HIDDEN = /^(\.|~\$|thumbs\.db$|desktop\.ini$)/i;
const PICTURE = /\.(jpe?g|png|webp|gif|heic|heif|svg|tiff?|bmp|avif)$/i;

/** Whether the browser, or its name, says that it is a picture. */
export const isPicture = ({ type, name }: Pick<File, "type" | "name">): boolean =>
  type.startsWith("image/") || PICTURE.test(name);

/** Return why this file of a folder is left out; undefined for one that goes in. */
export function whyNot(file: Pick<File, "type" | "name" | "size">): WhyNot | undefined {
  if (HIDDEN.test(file.name)) return "hidden";
  if (!isPicture(file)) return "no-picture";
  return file.size === 0 ? "empty" : undefined;
}

/** Return what was chosen with its folders (a file chooser for folders), by the outermost one. */
export function inFolders(files: Iterable<File>): DroppedFolder[] {
  const folders = new Map<string, DroppedFolder>();
  for (const file of files) {
    const path = file.webkitRelativePath || file.name;
    const name = path.split("/")[0] ?? "";
    const folder = folders.get(name) ?? { name, pictures: [], left: [] };
    folders.set(name, folder);
    sort(folder, file, path);
  }
  return [...folders.values()];
}

function sort(folder: DroppedFolder, file: File, path: string) {
  const why = whyNot(file);
  if (why) folder.left.push({ path, why });
  else folder.pictures.push(file);
}

/** Return what was dropped, folders read to their depths. Call it in the event itself: afterwards the browser has forgotten. */
export function readDropped(data: DataTransfer): Promise<Dropped> {
  const entries = [...data.items].map((item) => (item.kind === "file" ? item.webkitGetAsEntry?.() : null));
  const files = [...data.files];
  if (!entries.some((entry) => entry?.isDirectory)) return Promise.resolve({ loose: files, folders: [] });
  return read(entries.filter((entry) => entry !== null && entry !== undefined));
}

async function read(entries: readonly FileSystemEntry[]): Promise<Dropped> {
  const dropped: Dropped = { loose: [], folders: [] };
  for (const entry of entries) {
    if (isFolder(entry)) {
      const folder: DroppedFolder = { name: entry.name, pictures: [], left: [] };
      await fill(folder, entry, entry.name);
      dropped.folders.push(folder);
    } else {
      const file = await fileOf(entry as FileSystemFileEntry);
      if (file) dropped.loose.push(file);
    }
  }
  return dropped;
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

async function fill(folder: DroppedFolder, of: FileSystemDirectoryEntry, path: string): Promise<void> {
  let inside: FileSystemEntry[];
  try {
    inside = await entriesOf(of);
  } catch {
    folder.left.push({ path, why: "unreadable" });
    return;
  }
  for (const entry of inside.sort((one, other) => one.name.localeCompare(other.name))) {
    const where = `${path}/${entry.name}`;
    if (isFolder(entry)) {
      await fill(folder, entry, where);
      continue;
    }
    const file = await fileOf(entry as FileSystemFileEntry);
    if (file) sort(folder, file, where);
    else folder.left.push({ path: where, why: "unreadable" });
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File | undefined> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(undefined)));

/** All of it: a reader hands out a hundred at a time, and nothing once it is at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return found;
    found.push(...some);
  }
}
