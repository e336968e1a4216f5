// Everything works without this. It brings live pages up to date in place, and copies what is to be copied.

const main = document.getElementById("main");

const enliven = () => {
  for (const button of main.querySelectorAll("[data-copy]")) button.hidden = false;
};

const isBeingUsed = () => main.querySelector("details[open], :focus:is(input, textarea, select)") !== null;

const refresh = async () => {
  const answer = await fetch(location.href, { headers: { "x-hostseal-part": "main" } });
  if (!answer.ok || isBeingUsed()) return;
  main.innerHTML = await answer.text();
  enliven();
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
  changes.addEventListener("change", () => void refresh());
  changes.addEventListener("open", () => void refresh());
}
