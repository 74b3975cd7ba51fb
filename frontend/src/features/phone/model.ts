interface Browser {
  userAgent: string;
  maxTouchPoints: number;
  /** Safari's own word for "opened from the home screen". */
  standalone?: boolean;
}

/** Return whether Carillon is installed here, and whether this is a device on which only Safari's Share menu can do it. */
export function deviceOf(browser: Browser, matches: (query: string) => boolean) {
  const { userAgent, maxTouchPoints, standalone = false } = browser;
  return {
    isInstalled: standalone || matches("(display-mode: standalone)"),
    // An iPad says that it is a Mac; no Mac has a touch screen.
    isApple: /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1),
  };
}
