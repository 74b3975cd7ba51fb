// Times in the reader's own words, and a look every two seconds whether something new stands on the wall.
const short = new Intl.RelativeTimeFormat(undefined, { style: "narrow", numeric: "auto" });
function tell(root) {
  for (const time of root.querySelectorAll("time")) {
    const then = new Date(time.dateTime), seconds = (then - Date.now()) / 1000, past = -seconds;
    time.title = then.toLocaleString();
    time.textContent = past < 45 ? short.format(0, "second") : past < 3600 ? short.format(-Math.round(past / 60), "minute")
      : past < 86400 ? short.format(-Math.round(past / 3600), "hour")
      : then.toLocaleDateString(undefined, { day: "numeric", month: "short", year: then.getFullYear() === new Date().getFullYear() ? undefined : "numeric" });
  }
}
tell(document);
const live = document.querySelector("[data-live]");
if (live) {
  let mark = live.dataset.mark;
  const look = async () => {
    if (!document.hidden) {
      try {
        const answer = await fetch(live.dataset.live, { headers: { "If-None-Match": mark } });
        if (answer.status === 200) {
          const known = new Set([...live.querySelectorAll("[data-id]")].map((post) => post.dataset.id));
          const open = new Set([...live.querySelectorAll("details[open]")].map((fold) => fold.closest("[data-id]")?.dataset.id));
          const swiped = new Map([...live.querySelectorAll(".swipe")].map((row) => [row.closest("[data-id]")?.dataset.id, row.scrollLeft]));
          mark = answer.headers.get("ETag");
          live.innerHTML = await answer.text();
          for (const post of live.querySelectorAll("[data-id]")) {
            if (known.size && !known.has(post.dataset.id)) post.classList.add("fresh");
            if (open.has(post.dataset.id)) for (const fold of post.querySelectorAll("details")) fold.open = true;
            for (const row of post.querySelectorAll(".swipe")) row.scrollLeft = swiped.get(post.dataset.id) ?? 0;
          }
        }
      } catch { /* the sandbox is restarting: look again */ }
      tell(document);
    }
    setTimeout(look, 2000);
  };
  setTimeout(look, 2000);
}
