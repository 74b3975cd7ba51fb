import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, client } from "~/api/client";
import { asProblem, type Problem } from "~/api/problem";
import { newKey } from "~/lib/new-key";
import { type Checked, type Order, type Row, type Table, withCell, withColumn } from "./model";

const PAUSE_MS = 350;

/** A file on its way to drafts: what was read, what a person settled, and what the server says of every row. Nothing is saved before `take`. */
export function useImport() {
  const queryClient = useQueryClient();
  const [table, setTable] = useState<Table | null>(null);
  const [columns, setColumns] = useState<string[]>([]);
  const [rows, setRows] = useState<Row[]>([]);
  const [order, setOrder] = useState<Order>("");
  const [checked, setChecked] = useState<Checked | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isReading, setReading] = useState(false);

  const read = async (file: File) => {
    setReading(true);
    setProblem(null);
    const body = new FormData();
    body.set("file", file);
    try {
      // The generated type says text where a file is meant.
      const { data } = await client.POST("/api/imports/read/", { body: body as never, bodySerializer: () => body });
      if (!data) return;
      setTable(data);
      setColumns(data.columns);
      setRows(data.rows);
      setOrder("");
      setChecked(null);
    } catch (no) {
      setProblem(asProblem(no));
    } finally {
      setReading(false);
    }
  };

  useEffect(() => {
    if (!table) return;
    let isOld = false;
    const timer = setTimeout(() => {
      api.send("post", "/api/imports/check/", { body: { columns, order, rows } }).then(
        (said) => {
          if (isOld) return;
          setProblem(null);
          setChecked(said);
          if (!order && said.order) setOrder(said.order as Order);
        },
        (no) => {
          if (isOld) return;
          setChecked(null);
          setProblem(asProblem(no));
        },
      );
    }, PAUSE_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [table, columns, order, rows]);

  const take = useMutation(
    api.mutationOptions("post", "/api/imports/", {
      onSuccess: () => void api.refresh(queryClient, "/api/imports/", "/api/calendar/", "/api/posts/", "/api/cadence/"),
    }),
  );
  return {
    ...{ table, columns, rows, order, checked, problem, isReading, take, read, setOrder },
    setColumn: (place: number, field: string) => setColumns(withColumn(columns, place, field)),
    setCells: (numbers: readonly number[], column: number, text: string) =>
      setRows(withCell(rows, numbers, column, text)),
    leaveOut: (numbers: readonly number[]) => setRows(rows.filter((row) => !numbers.includes(row.row))),
    recheck: () => setRows([...rows]),
    restart: () => {
      setTable(null);
      setProblem(null);
      take.reset();
    },
    send: () => {
      if (!table) return;
      const { file_name, sha256, header } = table;
      take.mutate({
        body: { columns, order, rows, file_name, sha256, header },
        headers: { "Idempotency-Key": newKey() },
      });
    },
  };
}

export type Importing = ReturnType<typeof useImport>;
