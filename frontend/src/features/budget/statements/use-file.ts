import { useState } from "react";
import { client } from "~/api/client";
import { asProblem, type Problem } from "~/api/problem";
import { useMoneyAgain } from "../queries";
import type { Read, Taken } from "./model";

interface Done {
  statement: Taken;
  fresh: number;
}

/** A file on its way into the books: read, looked at, taken in. Nothing is saved before `take`. */
export function useFile() {
  const again = useMoneyAgain();
  const [file, setFile] = useState<File>();
  const [read, setRead] = useState<Read>();
  const [done, setDone] = useState<Done>();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);

  const work = async (act: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await act();
    } catch (no) {
      setProblem(asProblem(no));
    } finally {
      setBusy(false);
    }
  };
  const bodyOf = (from: File, more: Record<string, string | string[]> = {}) => {
    const body = new FormData();
    body.set("file", from);
    for (const [name, value] of Object.entries(more)) for (const each of [value].flat()) body.append(name, each);
    return body;
  };
  return {
    ...{ file, read, done, problem, isBusy },
    look: (chosen: File) =>
      work(async () => {
        setDone(undefined);
        setRead(undefined);
        const body = bodyOf(chosen);
        // The generated type says text where a file is meant.
        const { data } = await client.POST("/api/statements/read/", {
          body: body as never,
          bodySerializer: () => body,
        });
        setFile(chosen);
        setRead(data);
      }),
    take: (more: Record<string, string | string[]>) =>
      work(async () => {
        if (!file) return;
        const body = bodyOf(file, more);
        const { data } = await client.POST("/api/statements/take-in/", {
          body: body as never,
          bodySerializer: () => body,
        });
        if (data) setDone({ statement: data.statement, fresh: data.new });
        setRead(undefined);
        again();
      }),
    drop: () => {
      setRead(undefined);
      setDone(undefined);
      setProblem(undefined);
    },
  };
}

export type Filing = ReturnType<typeof useFile>;
