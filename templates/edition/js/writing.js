// Figures as the report prints them, rounded once, half away from zero; and the elements they stand in.
const HARD_SPACE = "\u00a0";
const MINUS = "\u2212";

/** In units of 10^−decimals. */
const halfUp = (value, decimals) => {
  const size = (value.n < 0n ? -value.n : value.n) * 10n ** BigInt(decimals);
  const units = (2n * size + value.d) / (2n * value.d);
  return value.n < 0n ? -units : units;
};

const number = (value, decimals = 1) => {
  const units = halfUp(value, decimals);
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ".");
  return `${units < 0n ? MINUS : ""}${whole}${decimals ? `,${digits.slice(-decimals)}` : ""}`;
};

const points = (value) => `${halfUp(value, 1) > 0n ? "+" : ""}${number(value)}`;
const percentage = (share, decimals = 1) => `${number(times(HUNDRED, share), decimals)}${HARD_SPACE}%`;

const listOf = (words) => (words.length < 2 ? words.join("")
  : `${words.slice(0, -1).join(", ")} en ${words[words.length - 1]}`);

/** An element with attributes and what stands in it; text stays text. */
const element = (tag, attributes = {}, ...inside) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value);
  made.append(...inside);
  return made;
};

/** A table as the report writes them: a caption, and a scope on every heading. */
const table = (caption, subtitle, headings, rows) => element("div", { class: "scroll", "aria-label": caption }, element(
  "table",
  { class: "table" },
  element("caption", {}, element("span", { class: "h" }, caption), element("span", { class: "sub" }, subtitle)),
  element("thead", {}, element("tr", {}, ...headings.map(([text, style]) => (
    element("th", { scope: "col", class: style ?? "" }, text))))),
  element("tbody", {}, ...rows),
));
