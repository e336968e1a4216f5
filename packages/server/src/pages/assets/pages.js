// Everything works without this. It brings live pages up to date in place, and copies what is to be copied.

const main = document.getElementById("main");
const status = document.getElementById("status");

const enliven = () => {
  for (const button of main.querySelectorAll("[data-copy]")) button.hidden = false;
};

/** Whether a field is on or off. */
const isTick = (field) => field.type === "checkbox" || field.type === "radio";

/** By which one and the same thing is known on the old page and on the new one. */
const keyOf = (element) =>
  [
    element.localName,
    element.name,
    isTick(element) && element.value,
    element.form?.action ?? element.href,
    element.form ? "" : element.textContent,
  ].join();

const isChanged = (field) => {
  if (isTick(field)) return field.checked !== field.defaultChecked;
  if (field.localName !== "select") return field.value !== field.defaultValue;
  return [...field.options].some((option) => option.selected !== option.defaultSelected);
};

const writtenIn = (field) => (isTick(field) ? field.checked : field.value);

const write = (field, written) => (isTick(field) ? (field.checked = written) : (field.value = written));

/** What somebody has opened, written and reached on the page as it is. */
const remember = () => ({
  open: new Set([...main.querySelectorAll("details[open] > summary")].map(keyOf)),
  written: new Map(
    [...main.querySelectorAll("textarea, input, select")]
      .filter(isChanged)
      .map((field) => [keyOf(field), writtenIn(field)]),
  ),
  reached: main.contains(document.activeElement) ? document.activeElement : undefined,
});

const restore = ({ open, written, reached }) => {
  for (const summary of main.querySelectorAll("details > summary"))
    if (open.has(keyOf(summary))) summary.parentElement.open = true;
  for (const field of main.querySelectorAll("textarea, input, select"))
    if (written.has(keyOf(field))) write(field, written.get(keyOf(field)));
  if (!reached || reached === main) return;
  const again = [...main.querySelectorAll(reached.localName)].find((element) => keyOf(element) === keyOf(reached));
  again?.focus({ preventScroll: true });
  if (again?.localName === "textarea") again.setSelectionRange(reached.selectionStart, reached.selectionEnd);
};

/** Says aloud what is new, to those who do not see it. */
const say = () => {
  const said = [...main.querySelectorAll("[data-say]")].map(({ textContent }) => textContent.trim()).join(". ");
  if (status.textContent !== said) status.textContent = said;
};

const bringUpToDate = async () => {
  const answer = await fetch(location.href, { headers: { "x-hostseal-part": "main" } });
  if (!answer.ok) return;
  const html = await answer.text();
  // A list that hangs open would be shut; the page comes when it is left.
  if (main.querySelector("select:focus")) return;
  const before = remember();
  main.innerHTML = html;
  restore(before);
  enliven();
  say();
};

/** What happens within one moment is brought together. */
const MOMENT = 150;
let planned;

const refresh = () => {
  planned ??= setTimeout(() => {
    planned = undefined;
    void bringUpToDate();
  }, MOMENT);
};

const copy = async (button) => {
  await navigator.clipboard.writeText(button.dataset.copy);
  const label = button.textContent;
  button.textContent = button.dataset.copied;
  setTimeout(() => (button.textContent = label), 2_000);
};

main.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-copy]");
  if (button) void copy(button);
});

enliven();
if (main.dataset.changes) {
  const changes = new EventSource(main.dataset.changes);
  changes.addEventListener("change", refresh);
  changes.addEventListener("open", refresh);
  main.addEventListener("focusout", ({ target }) => {
    if (target.localName === "select" && !isChanged(target)) refresh();
  });
}
