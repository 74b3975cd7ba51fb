import "@fontsource-variable/inter/wght.css";
import "./styles/tokens.css";
import "./styles/base.css";
import { breath } from "./lib/breath";

// A new version was put online and the file this one asks for is gone: take the new one, once. Without a network nothing would come
// in the place of what is on screen, so it stays.
window.addEventListener("vite:preloadError", (event) => {
  if (!navigator.onLine || sessionStorage.getItem("carillon.reloaded")) return;
  sessionStorage.setItem("carillon.reloaded", "1");
  event.preventDefault();
  location.reload();
});

/** What the app stands on first, then the app: each is read in a task of its own. The page names their files, so they come side by side. */
async function begin() {
  await import("react-dom/client");
  await breath();
  const { start } = await import("./start");
  await wholePage();
  await breath();
  await start();
}

/** The page ends with the answers the screen will ask for (config/ahead.py), and the app may be there before them. */
async function wholePage() {
  if (document.readyState === "loading")
    await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
}

void begin();
