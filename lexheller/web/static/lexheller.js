// What a browser may do more than the pages need: copy and print the code, keep what is being written, turn pages by keyboard.
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

// Drafts: texts of a form with data-draft stay in this browser until it is sent, and never longer than a day. Where there are
// several steps, data-draft-done names the beginning of the drafts that a page has no more use for.
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
  for (const key of Object.keys(storage).filter(ours)) {
    const old = !(Date.now() - read(key).at < KEPT);
    if (old || (done && key.startsWith(`draft:${done}`))) storage.removeItem(key);
  }
  for (const form of document.querySelectorAll("form[data-draft]")) {
    const key = `draft:${form.dataset.draft}`;
    const fields = [...form.querySelectorAll("textarea, input[type=text]")].filter((field) => field.name);
    const texts = read(key).texts || {};
    for (const field of fields) if (!field.value && texts[field.name]) field.value = texts[field.name];
    form.addEventListener("input", () => {
      const now = Object.fromEntries(fields.filter((field) => field.value).map((field) => [field.name, field.value]));
      try {
        storage.setItem(key, JSON.stringify({ at: Date.now(), texts: now }));
      } catch {
        // full: the form works without
      }
    });
    form.addEventListener("submit", () => storage.removeItem(key));
  }
}

// In a meeting, n and p turn to the next case and the one before, unless somebody is writing or holds a key down.
document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("textarea, select, input:not([type=checkbox], [type=radio])");
  if (writing || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  const way = { n: "next", p: "prev", ArrowRight: "next", ArrowLeft: "prev" }[event.key];
  const arrow = event.key.startsWith("Arrow");
  if (!way || (arrow && event.target.closest("input, [tabindex='0']"))) return;
  document.querySelector(`.meeting .turn a[rel=${way}]`)?.click();
});
