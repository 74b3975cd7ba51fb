import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Tabs } from "~/components/tabs";
import { AddressBook } from "./address-book";
import { HashtagSets } from "./hashtag-sets";
import { Snippets } from "./snippets";
import { Templates } from "./templates";

type Shelf = "book" | "tags" | "texts" | "templates";

/** The words an organisation uses again and again. Everybody finds them, who plans keeps them. */
export function WordsSection() {
  const { t } = useLingui();
  const [shelf, setShelf] = useState<Shelf>("book");
  return (
    <>
      <Tabs
        label={t`Words`}
        value={shelf}
        onChange={setShelf}
        tabs={[
          { value: "book", label: t`Address book` },
          { value: "tags", label: t`Hashtags` },
          { value: "texts", label: t`Ready texts` },
          { value: "templates", label: t`Templates` },
        ]}
      >
        {shelf === "book" && <AddressBook />}
        {shelf === "tags" && <HashtagSets />}
        {shelf === "texts" && <Snippets />}
        {shelf === "templates" && <Templates />}
      </Tabs>
    </>
  );
}
