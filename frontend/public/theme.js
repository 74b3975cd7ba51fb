// Runs before the first paint, so that a dark screen never flashes white. The choice is kept in this browser (see src/lib/theme.ts).
(() => {
  let theme = "system";
  try {
    theme = localStorage.getItem("carillon.theme") || "system";
  } catch (_) {}
  if (theme === "light" || theme === "dark") document.documentElement.classList.add(theme);
  const dark = theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  const meta = document.querySelector('meta[name="theme-color"]');
  if (meta) meta.content = dark ? "#0E1626" : "#FBFAF7";
})();
