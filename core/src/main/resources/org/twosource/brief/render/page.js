"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Light or dark: what the system says until the reader chooses.
  const theme = document.getElementById("theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const nameTheme = () => { theme.textContent = isDark() ? "Light" : "Dark"; };
  const stored = {
    get() { try { return localStorage.getItem("theme"); } catch { return null; } },
    set(value) { try { localStorage.setItem("theme", value); } catch { /* a page from a file may not store */ } },
  };
  if (stored.get() === "dark" || stored.get() === "light") root.dataset.theme = stored.get();
  theme.hidden = false;
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    stored.set(root.dataset.theme);
    nameTheme();
  });
  dark.addEventListener("change", nameTheme);
  nameTheme();

  // A citation leads to all pieces of a place, opens what is folded over it, and offers the way back.
  const back = document.createElement("button");
  back.type = "button";
  back.id = "back";
  back.textContent = "Back to where you were";
  back.hidden = true;
  document.body.append(back);
  let from = null;

  const unfold = (element) => {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
  };
  const light = () => {
    all(".m.on").forEach((piece) => piece.classList.remove("on"));
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    unfold(target);
    if (target.classList.contains("m")) {
      target.classList.add("on");
      all(`[data-of="${CSS.escape(id)}"]`).forEach((piece) => piece.classList.add("on"));
    }
    target.scrollIntoView({ block: target.classList.contains("m") ? "center" : "start" });
  };
  addEventListener("hashchange", light);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || link.closest("nav")) return;
    from = link;
    back.hidden = false;
    if (link.hash === location.hash) light();
  });
  back.addEventListener("click", () => {
    back.hidden = true;
    if (!from) return;
    unfold(from);
    from.scrollIntoView({ block: "center" });
    from.focus({ preventScroll: true });
  });
  if (location.hash) light();

  // Which claims are shown.
  all(".filter").forEach((filter) => {
    filter.hidden = false;
    const claims = all(".claim", filter.parentElement);
    filter.addEventListener("click", (event) => {
      const show = event.target.dataset.show;
      if (!show) return;
      all("button", filter).forEach((button) =>
        button.setAttribute("aria-pressed", String(button.dataset.show === show)));
      claims.forEach((claim) => { claim.hidden = show !== "all" && claim.dataset.standing !== show; });
      all(".fold", filter.parentElement).forEach((fold) => {
        if (show !== "all" && fold.querySelector(".claim:not([hidden])")) fold.open = true;
      });
    });
  });

  // Two reports side by side.
  all(".chooser").forEach((chooser) => {
    chooser.hidden = false;
    const pairs = all(".pair", chooser.parentElement);
    const [a, b] = all("select", chooser);
    const status = chooser.querySelector("[role=status]");
    b.value = pairs[0].dataset.b;
    const compare = () => {
      let found = null;
      pairs.forEach((pair) => {
        const { a: first, b: second } = pair.dataset;
        const match = (first === a.value && second === b.value) || (first === b.value && second === a.value);
        pair.hidden = !match;
        pair.open = match;
        if (match) found = pair;
      });
      status.textContent = a.value === b.value ? "Choose two different reports."
        : found ? "" : "These two share no passage that is shown here.";
    };
    a.addEventListener("change", compare);
    b.addEventListener("change", compare);
    chooser.addEventListener("submit", (event) => event.preventDefault());
    compare();
  });

  // On paper nothing stays folded, and afterwards all is as it was.
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = all("details:not([open])");
    unfolded.forEach((fold) => { fold.open = true; });
  });
  addEventListener("afterprint", () => unfolded.forEach((fold) => { fold.open = false; }));
})();
