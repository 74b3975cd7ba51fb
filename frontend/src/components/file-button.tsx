import { useRef } from "react";
import { Button, type ButtonProps } from "./button";

interface Props extends Omit<ButtonProps, "onClick"> {
  onFiles: (files: File[]) => void;
  accept?: string;
}

/** A button that opens the device's own file chooser; several files may be chosen. */
export function FileButton({ onFiles, accept = "image/*", ...rest }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...rest} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={accept}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </>
  );
}
