// What a browser may do more than the pages need: copy and print the code, keep what is being written, go back, turn pages by keyboard.
"use strict";

for (const part of document.querySelectorAll("[data-script]")) part.hidden = false;

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.print !== undefined) print();
  if (button?.dataset.copy) {
    const text = document.getElementById(button.dataset.copy);
    const said = [...text.children].map((part) => part.textContent).join("-") || text.textContent;
    try {
      await navigator.clipboard.writeText(said);
      button.textContent = button.dataset.copied;
    } catch {
      getSelection().selectAllChildren(text); // no right to copy: one key does it now
    }
  }
});

// Drafts: long texts of a form with data-draft stay in this browser until they have arrived, and never longer than a day, and what
// is written on one line in one with data-lines; in one with data-picks also what is chosen and ticked, which no promise is. A text has arrived when its form comes back empty; one in several steps, when a page says so by data-draft-done: its name, or the beginning of several, which ends in "-".
// Who leaves, by a form with data-forget, leaves no draft about a case behind for the next one at the same browser.
const KEPT = 24 * 60 * 60 * 1000;
const ours = (key) => key.startsWith("draft:");
const storage = (() => {
  try {
    return localStorage; // a browser may refuse
  } catch {
    return null;
  }
})();

function read(key) {
  try {
    return JSON.parse(storage.getItem(key)) || {};
  } catch {
    return {};
  }
}

if (storage) {
  const done = document.querySelector("[data-draft-done]")?.dataset.draftDone;
  const isDone = (key) => Boolean(done) && (done.endsWith("-") ? key.startsWith(`draft:${done}`) : key === `draft:${done}`);
  for (const key of Object.keys(storage).filter(ours)) {
    const old = !(Date.now() - read(key).at < KEPT);
    if (old || isDone(key)) storage.removeItem(key);
  }
  for (const form of document.querySelectorAll("form[data-forget]"))
    form.addEventListener("submit", () => {
      for (const key of Object.keys(storage).filter(ours)) if (!key.startsWith("draft:beratta-")) storage.removeItem(key);
    });
  for (const form of document.querySelectorAll("form[data-draft]")) {
    const key = `draft:${form.dataset.draft}`;
    const all = form.dataset.picks !== undefined;
    const lines = all || form.dataset.lines !== undefined;
    const fields = form.querySelectorAll(lines ? "textarea[name], input:is([type=text], [type=date])[name]" : "textarea[name]");
    const picks = !all ? [] : [...form.querySelectorAll("input:is([type=radio], [type=checkbox]):not([name=vouched])")];
    const named = (pick) => `${pick.name}=${pick.value}`;
    const draft = read(key);
    const arrived = draft.sent && !form.elements.step && ![...fields].some((field) => field.value);
    const keep = (sent) => {
      const texts = Object.fromEntries([...fields].map((field) => [field.name, field.value]));
      try {
        storage.setItem(key, JSON.stringify({ at: Date.now(), sent, texts, picks: picks.filter((pick) => pick.checked).map(named) }));
      } catch {
        // full: the form works without
      }
    };
    const back = arrived ? [] : [...fields].filter((field) => !field.value && draft.texts?.[field.name]);
    const given = new Set(picks.filter((pick) => pick.type === "checkbox" && pick.checked).map((pick) => pick.name)); // the page's own count
    const again = arrived ? [] : picks.filter((pick) => !pick.checked && !given.has(pick.name) && draft.picks?.includes(named(pick)));
    const answered = draft.sent || isDone(key);
    for (const field of back) field.value = draft.texts[field.name];
    for (const pick of again) pick.checked = true;
    for (const put of [...back, ...again]) for (let fold = put; (fold = fold.parentElement.closest("details")); ) fold.open = true;
    if (arrived) storage.removeItem(key);
    else if (answered && [...fields].some((field) => field.value)) keep(false); // came back to be changed, or is left of what was sent
    const told = form.querySelector("[data-restored]"); // whoever sits here may be somebody else than who wrote
    if (told && (back.length || again.length)) told.hidden = false;
    told?.querySelector("button").addEventListener("click", () => {
      const whole = key.replace(/[^-]*$/, "");
      for (const each of Object.keys(storage).filter(ours)) if (each.startsWith(whole)) storage.removeItem(each);
      for (const field of back) field.value = "";
      for (const pick of picks) if (again.some((each) => each.name === pick.name)) pick.checked = pick.defaultChecked;
      told.hidden = true;
      (fields[0] || picks[0])?.focus();
    });
    form.addEventListener("input", () => keep(false));
    form.addEventListener("submit", () => keep(true));
  }
}

// Steps that answer a post: the browser's own Back and Reload ask for the same step again with what has been answered, where they would
// otherwise ask whether to send a form twice. The answers lie where this tab alone reads them, until they have arrived, and for half an hour.
const FRESH = 30 * 60 * 1000;
const tab = (() => {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
})();
const gone = () => {
  for (const key of Object.keys(tab).filter((each) => each.startsWith("answers:"))) tab.removeItem(key);
};
if (tab && document.querySelector("[data-draft-done]")) gone();
for (const form of tab ? document.querySelectorAll("form[data-steps]") : []) {
  const { story, step } = form.elements;
  const answers = `answers:${form.action}`;
  const here = { step: step.value };
  const again = ["back_forward", "reload"].includes(performance.getEntriesByType("navigation")[0]?.type);
  const kept = JSON.parse(tab.getItem(answers) || "{}");
  if (again && kept.story && kept.story !== story.value && Date.now() - kept.at < FRESH) {
    // an entry that a link within the page made does not say its step: then it is the last one that was shown
    const go = Object.assign(document.createElement("input"), { type: "hidden", name: "go", value: `show:${history.state?.step || kept.step}` });
    form.append(go);
    story.value = kept.story;
    form.submit();
    break;
  }
  try {
    tab.setItem(answers, JSON.stringify({ story: story.value, step: here.step, at: Date.now() }));
    history.replaceState(here, "", location.href); // from now on this entry is fetched when it is opened again, and not posted
    addEventListener("hashchange", () => history.replaceState(here, "", location.href));
  } catch {
    gone(); // full: Back asks first, as without script
  }
  form.querySelector("[data-restored] button")?.addEventListener("click", gone);
}

// In a meeting the arrows turn to the next case and the one before; no letters, which a voice or a screen reader may mean otherwise.
document.addEventListener("keydown", (event) => {
  const way = { ArrowRight: "next", ArrowLeft: "prev" }[event.key];
  const held = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat;
  if (!way || held || event.target.closest("input, textarea, select, [tabindex='0']")) return;
  document.querySelector(`.meeting .turn a[rel=${way}]`)?.click();
});
