// Without this, people answer the question. With it, the browser works a moment in place of them. SHA-256 is written out
// (FIPS 180-4 §6.2), since the browser's own makes each digest a journey of its own.

const form = document.querySelector("form[data-challenge]");
const BATCH = 2_000;
const BLOCK = 64;

/** The first 32 bits of the fractional parts of roots of the first primes (§4.2.2, §5.3.3). */
const fraction = (root) => ((root - Math.floor(root)) * 2 ** 32) | 0;
const isPrime = (number) => {
  for (let divisor = 2; divisor * divisor <= number; divisor += 1) if (number % divisor === 0) return false;
  return true;
};
const primes = [];
for (let number = 2; primes.length < BLOCK; number += 1) if (isPrime(number)) primes.push(number);
const CONSTANTS = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const START = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

const turned = (word, by) => (word >>> by) | (word << (32 - by));

const schedule = new Int32Array(BLOCK);
const spread = (view, offset) => {
  for (let at = 0; at < 16; at += 1) schedule[at] = view.getInt32(offset + 4 * at);
  for (let at = 16; at < BLOCK; at += 1) {
    const [early, late] = [schedule[at - 15], schedule[at - 2]];
    const one = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const other = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    schedule[at] = schedule[at - 16] + one + schedule[at - 7] + other;
  }
};

const compress = (state, view, offset) => {
  spread(view, offset);
  let [a, b, c, d, e, f, g, h] = state;
  for (let at = 0; at < BLOCK; at += 1) {
    const choice = (e & f) ^ (~e & g);
    const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + CONSTANTS[at] + schedule[at]) | 0;
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] += word));
};

/** The first 32 bits of the digest are enough to count zeros. */
const digestFront = (text) => {
  const length = text.length;
  const bytes = new Uint8Array(Math.ceil((length + 9) / BLOCK) * BLOCK);
  for (let at = 0; at < length; at += 1) bytes[at] = text.charCodeAt(at);
  bytes[length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 4, length * 8);
  const state = START.slice();
  for (let offset = 0; offset < bytes.length; offset += BLOCK) compress(state, view, offset);
  return state[0];
};

const rest = () => new Promise((resolve) => setTimeout(resolve));

const solve = async (token, bits) => {
  for (let from = 0; ; from += BATCH) {
    for (let work = from; work < from + BATCH; work += 1)
      if (Math.clz32(digestFront(`${token}.${work}`)) >= bits) return work;
    await rest();
  }
};

const showWorking = () => {
  const status = form.querySelector("[data-working]");
  status.hidden = false;
  status.textContent = status.dataset.working;
};

if (form) {
  form.querySelector("[data-question]").hidden = true;
  const work = solve(form.dataset.challenge, Number(form.dataset.bits));
  const finish = async () => {
    form.elements.work.value = String(await work);
    form.submit();
  };
  form.addEventListener("submit", (event) => {
    if (form.elements.work.value !== "") return;
    event.preventDefault();
    showWorking();
    void finish();
  });
}
