"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);

  // Light or dark: what the system says until the reader chooses.
  const theme = one("#theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const nameTheme = () => { theme.textContent = isDark() ? "Light" : "Dark"; };
  const chosen = localStorage.getItem("theme");
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;
  theme.hidden = false;
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.theme);
    nameTheme();
  });
  dark.addEventListener("change", nameTheme);
  nameTheme();

  // The place asked for stands in the middle of the window.
  const at = one("#at");
  if (at && location.hash === "#at") at.scrollIntoView({ block: "center" });

  // What a link leads to is never folded away.
  const unfold = (element) => {
    for (let fold = element && element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };
  const unfoldTarget = () => unfold(document.getElementById(decodeURIComponent(location.hash.slice(1))));
  addEventListener("hashchange", unfoldTarget);
  unfoldTarget();

  // One line says what changed; nothing moves under the cursor.
  const live = one("#live");
  const changed = new Set();
  const say = () => {
    const here = location.pathname.startsWith("/stories/") && changed.has(decodeURIComponent(location.pathname.split("/")[2]));
    const text = here ? "This story changed. " : location.pathname === "/" ? `${changed.size} ${changed.size === 1 ? "story" : "stories"} changed. ` : "";
    if (!text) return;
    live.textContent = text;
    const again = document.createElement("a");
    again.href = location.pathname + location.search;
    again.textContent = "Show";
    live.append(again);
    live.hidden = false;
  };
  if (live && "EventSource" in window && live.dataset.live) {
    const events = new EventSource(`/api/v1/events?after=${encodeURIComponent(live.dataset.live)}`);
    events.addEventListener("story-changed", (event) => { changed.add(JSON.parse(event.data).story); say(); });
    addEventListener("pagehide", () => events.close());
  }

  // A page that waits for something looks again.
  const waits = one("[data-again]");
  if (waits) setTimeout(() => location.reload(), 1000 * Number(waits.dataset.again));

  // Copying.
  all("button.copy").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
      button.textContent = "Copied";
    });
  });
  const bookmarklet = one("#bookmarklet");
  if (bookmarklet) {
    bookmarklet.href = `javascript:location.href="${location.origin}/add?link="+encodeURIComponent(location.href)`;
    bookmarklet.hidden = false;
    one("#no-bookmarklet").hidden = true;
  }

  // ---- keys: single letters, off in fields, each with something visible that does the same
  const rows = () => all(".row, .lines > li, .claim, .versus, .sentence, .hits > li, .statement, .para:has(.notes), table.index tbody tr");
  const findings = () => all(".m.changed, .m.disputed, .versus");
  const follow = (element) => { if (element) element.click(); };
  let current = null;
  let from = at; // what the address or a number led to: rows are counted from there
  const focusOn = (element) => {
    if (!element) return;
    if (current) current.classList.remove("at-hand");
    current = element;
    current.classList.add("at-hand");
    unfold(current);
    const target = current.querySelector("a, button, summary") || current;
    if (target === current) current.tabIndex = -1;
    target.focus({ preventScroll: true });
    current.scrollIntoView({ block: "nearest" });
  };
  const step = (list, by) => {
    if (!list.length) return;
    const here = list.indexOf(current);
    if (here < 0 && from) {
      const follows = (row) => row.contains(from) || from.contains(row) || from.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING;
      const first = list.findIndex(follows);
      if (first >= 0) { focusOn(list[by > 0 ? first : Math.max(0, first - 1)]); return; }
    }
    focusOn(list[here < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, here + by))]);
  };
  const inRow = (selector) => (current && current.querySelector(selector)) || null;
  const cite = async () => {
    const quote = (current && current.querySelector("blockquote")) || one("blockquote");
    if (quote) await navigator.clipboard.writeText(`${quote.textContent.trim()} (${(quote.parentElement.querySelector(".cite, .who a") || { href: location.href }).href})`);
  };
  const keys = [
    ["j", "next row", () => step(rows(), 1)],
    ["k", "previous row", () => step(rows(), -1)],
    ["o", "open the row", () => follow(inRow("a.row-title, a.all, a.standing, a.claim-of, .group-title a") || inRow("td a, a"))],
    ["u", "up: the story of this page, or back", () => { const up = one(".up a"); if (up) up.click(); else history.back(); }],
    ["n", "next finding", () => step(findings(), 1)],
    ["p", "previous finding", () => step(findings(), -1)],
    ["x", "choose the report of the row, or unfold and fold copies", () => { const box = inRow("input[type='checkbox']"); if (box) { box.click(); return; } const folds = current ? all("details", current) : all("details.copies"); folds.forEach((fold) => { fold.open = !fold.open; }); }],
    ["e", "evidence: the characters it rests on", () => follow(inRow("a.cite, a.counted") || one("a.cite"))],
    ["c", "compare the chosen reports", () => { const form = one("form[action='/compare']"); if (form) form.requestSubmit(); }],
    ["[", "previous change", () => step(all(".change, .versus"), -1)],
    ["]", "next change", () => step(all(".change, .versus"), 1)],
    ["s", "search", () => { const field = one("#q"); if (field) field.focus(); else location.href = "/search"; }],
    ["w", "watch this", () => follow(one("#watch"))],
    ["t", "put together, split off or pin: what this report, claim or name belongs to", () => { const part = one("#apart, #same"); if (part) { part.scrollIntoView({ block: "center" }); (part.querySelector("select, a, button") || part).focus(); } }],
    ["m", "mark all as seen", () => follow(one("#seen"))],
    ["y", "copy the quotation with its place", cite],
    ["z", "undo the last decision", () => { const undo = one("button.undo"); if (undo) undo.click(); else location.href = "/decisions"; }],
    ["v", "the page as it was published", () => follow(one("#original"))],
    ["r", "the bytes as they came", () => follow(one("#raw"))],
    [".", "what changed since the last visit", () => { location.href = "/"; }],
    ["?", "these keys", () => sheet().showModal()],
  ];
  const places = { t: "/", i: "/inbox", s: "/search", w: "/watches", d: "/decisions", c: "/check", n: "/entities", o: "/sources", a: "/add" };
  const own = JSON.parse(localStorage.getItem("keys") || "{}");
  const letter = (key) => own[key[1]] || key[0];
  const isOff = () => localStorage.getItem("keys-off") === "yes";

  let made = null;
  const sheet = () => {
    if (made) return made;
    made = document.createElement("dialog");
    made.id = "key-sheet";
    made.setAttribute("aria-labelledby", "key-title");
    const title = document.createElement("h2");
    title.id = "key-title";
    title.textContent = "Keys";
    const list = document.createElement("ul");
    list.className = "key-list";
    keys.forEach((key) => {
      const item = document.createElement("li");
      const label = document.createElement("label");
      const field = document.createElement("input");
      field.maxLength = 1;
      field.value = letter(key);
      field.addEventListener("input", () => { own[key[1]] = field.value || key[0]; localStorage.setItem("keys", JSON.stringify(own)); });
      label.append(field, " ", key[1]);
      item.append(label);
      list.append(item);
    });
    const more = document.createElement("p");
    more.className = "meta";
    more.textContent = "g then t today, i inbox, s search, w watches, d decisions, c check, n names, o sources, a add. 1 to 8 the parts of a story. Esc closes. A letter can be changed here.";
    const off = document.createElement("label");
    off.className = "check";
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = !isOff();
    box.addEventListener("change", () => localStorage.setItem("keys-off", box.checked ? "no" : "yes"));
    off.append(box, " single letters are keys");
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "Close";
    close.addEventListener("click", () => made.close());
    const foot = document.createElement("p");
    foot.append(close);
    made.append(title, list, more, off, foot);
    document.body.append(made);
    return made;
  };
  const button = one("#keys");
  button.hidden = false;
  button.addEventListener("click", () => sheet().showModal());

  let going = 0;
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || one("dialog[open]")) return;
    const field = event.target.closest("input, textarea, select, [contenteditable]");
    // a closed dialog may keep the focus for a moment: its fields take no letters
    if (field && !field.closest("dialog") && field.type !== "checkbox") { if (event.key === "Escape") field.blur(); return; }
    if (isOff() && event.key !== "?") return;
    if (going && Date.now() - going < 1500) {
      going = 0;
      if (places[event.key]) { event.preventDefault(); location.href = places[event.key]; return; }
    }
    if (event.key === "g") { going = Date.now(); return; }
    if (/^[1-8]$/.test(event.key)) {
      const tab = all(".tabs a")[Number(event.key) - 1];
      if (tab) {
        event.preventDefault();
        tab.click();
        if (current) current.classList.remove("at-hand");
        current = null;
        from = document.getElementById(tab.hash.slice(1));
      }
      return;
    }
    const pressed = event.key === "/" ? "s" : event.key;
    const key = keys.find((known) => letter(known) === pressed);
    if (key) { event.preventDefault(); key[2](); }
  });

  // On paper nothing stays folded, and afterwards all is as it was.
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = all("details:not([open]):not(.menu)");
    unfolded.forEach((fold) => { fold.open = true; });
  });
  addEventListener("afterprint", () => unfolded.forEach((fold) => { fold.open = false; }));
})();
