import { useRouter } from "@tanstack/react-router";
import { useCallback, useEffect } from "react";

let left: { post: string; place: number } | null = null;

/** Return what notes that one leaves for this post. Whoever comes Back to the calendar finds the focus on its card again. */
export function useComeBack(): (post: string) => void {
  const { history } = useRouter();
  useEffect(() => {
    if (left && left.place === history.location.state.__TSR_index) {
      document.querySelector<HTMLElement>(`[data-post="${left.post}"] a`)?.focus();
    }
    left = null;
  }, [history]);
  return useCallback(
    (post) => {
      left = { post, place: history.location.state.__TSR_index };
    },
    [history],
  );
}
