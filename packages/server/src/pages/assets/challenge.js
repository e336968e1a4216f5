// Without this, people answer the question. With it, the browser works a moment in place of them.

const form = document.querySelector("form[data-challenge]");
const BATCH = 256;

const zeroBits = (digest) => {
  const bytes = new Uint8Array(digest);
  const first = bytes.findIndex((byte) => byte !== 0);
  return first * 8 + Math.clz32(bytes[first]) - 24;
};

const digestOf = (text) => crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));

const solve = async (token, bits) => {
  for (let from = 0; ; from += BATCH) {
    const digests = await Promise.all(Array.from({ length: BATCH }, (_, at) => digestOf(`${token}.${from + at}`)));
    const found = digests.findIndex((digest) => zeroBits(digest) >= bits);
    if (found !== -1) return from + found;
  }
};

const showWorking = () => {
  const status = form.querySelector("[data-working]");
  status.hidden = false;
  status.textContent = status.dataset.working;
};

// Digests are only made where nobody can change the page on its way; elsewhere the question stays.
if (form && crypto.subtle) {
  form.querySelector("[data-question]").hidden = true;
  const work = solve(form.dataset.challenge, Number(form.dataset.bits));
  const finish = async () => {
    form.elements.work.value = String(await work);
    form.requestSubmit();
  };
  form.addEventListener("submit", (event) => {
    if (form.elements.work.value !== "") return;
    event.preventDefault();
    showWorking();
    void finish();
  });
}
