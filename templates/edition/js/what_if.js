// The try-out: other weights, and at once the ranking and the tipping points that belong to them.
const MOST = 1000;
const TOP = 6;
const PAUSE = 600; // milliseconds without a change before the outcome is said aloud

// what is shown

const scoreText = ({ low, high }) => `${number(low)}${compare(low, high) ? ` tot ${number(high)}` : ""}`;
const leaders = (ranking) => ranking.scored.filter((entry) => entry.rank === 1);
const names = (found) => listOf(found.map((entry) => vendor.get(entry.vendor).name));

const rankingRow = (entry, before, knockOut) => element(
  "tr",
  { class: vendor.get(entry.vendor).incumbent ? "incumbent" : null },
  element("td", { class: "num" }, entry.scored ? String(entry.rank) : "–"),
  element("th", { scope: "row" }, vendor.get(entry.vendor).name),
  element("td", { class: "num strong" }, entry.scored ? scoreText(entry) : "geen"),
  element("td", { class: "num quiet" }, before.scored ? `${number(before.low)} (${before.rank})` : "geen"),
  element("td", { class: "num" }, entry.scored && before.scored ? points(minus(entry.low, before.low)) : "–"),
  element("td", {}, knockOut),
);

const rankingTable = (view, { ranking }, before) => table(
  `Rangorde in deze proef: ${view.name}`,
  "Score 0–100, met daarnaast de uitslag bij de afgesproken gewichten en de plaats daarin.",
  [["Plaats", "num"], ["Pakket"], ["Score", "num"], ["Afgesproken", "num"], ["Verschil", "num"], ["Knock-outs"]],
  ranking.entries.map((entry) => rankingRow(
    entry,
    before.ranking.entries.find((other) => other.vendor === entry.vendor),
    view.knockOuts.get(entry.vendor),
  )),
);

const turn = (side, tie) => (tie ? `${side} ${percentage(tie.share)}: ${vendor.get(tie.vendor).brief}` : "–");

const tippingRow = ({ theme: code, weight, lower, upper }) => element(
  "tr",
  {},
  element("th", { scope: "row" }, theme.get(code)),
  element("td", { class: "num" }, percentage(weight)),
  element("td", {}, turn("onder", lower)),
  element("td", {}, turn("boven", upper)),
);

const tippingTable = (view, { profile }) => table(
  `Omslagpunten in deze proef: ${view.name}`,
  "Het deel van alle gewichten waarbij een ander pakket bovenaan komt. Een streepje: dit thema kan dat niet alleen.",
  [["Thema"], ["Gewicht nu", "num"], ["Bij minder gewicht bovenaan"], ["Bij meer gewicht bovenaan"]],
  tippingPoints(profile).map(tippingRow),
);

const conclusion = (view, now, before) => {
  const first = leaders(now.ranking);
  if (!first.length) return `${view.name}: met deze gewichten heeft geen enkel pakket een score.`;
  const stand = `${names(first)} ${first.length > 1 ? "staan samen" : "staat"} bovenaan met ${number(first[0].low)}`;
  const same = names(first) === names(leaders(before.ranking));
  const held = same ? "in de uitslag ook" : `in de uitslag staat ${names(leaders(before.ranking)) || "niemand"} bovenaan`;
  return `${view.name}: ${stand}; ${held}.`;
};

const provisional = ({ ranking }) => (ranking.provisional
  ? " De rangorde is voorlopig: niet genoeg gewicht is beantwoord." : "");

const topLine = (entry) => element(
  "li", {}, element("b", {}, String(entry.rank)), ` ${vendor.get(entry.vendor).brief} ${number(entry.low)}`,
);

const state = (view) => {
  const counted = view.towns.map(({ slug, name: words }) => [words, changed(slug)]).filter(([, count]) => count);
  if (!counted.length) return "Alle gewichten zijn zoals afgesproken.";
  const said = counted.map(([words, count]) => `${count} in ${words}`);
  return `Anders dan afgesproken: ${listOf(said)}.`;
};

// what is filled in

const inputOf = (town, code, type) => {
  const [weight, agreed] = [tried.get(town.slug).get(code), stated.get(town.slug).get(code)];
  const top = type === "range" ? Math.max(20, 2 * Math.max(...stated.get(town.slug).values())) : Math.max(MOST, agreed);
  const label = `${theme.get(code)}, ${town.name}, afgesproken ${agreed}${type === "range" ? ", schuif" : ""}`;
  const made = element("input", { type, min: 0, max: top, step: 1, "aria-label": label });
  made.value = weight;
  return made;
};

const cellOf = (town, code) => {
  if (!stated.get(town.slug).has(code)) return element("td", { class: "quiet" }, "–");
  const [slider, field] = [inputOf(town, code, "range"), inputOf(town, code, "number")];
  const word = element("span", { class: "word" }, "afgesproken ");
  const agreed = element("span", { class: "agreed" }, word, String(stated.get(town.slug).get(code)));
  const cell = element("td", {}, slider, field, agreed);
  const take = (input, other) => input.addEventListener("input", () => {
    const valid = input.value !== "" && input.validity.valid;
    field.setAttribute("aria-invalid", String(!valid));
    if (!valid) return;
    other.value = input.value;
    tried.get(town.slug).set(code, Number(input.value));
    cell.classList.toggle("changed", tried.get(town.slug).get(code) !== stated.get(town.slug).get(code));
    show();
  });
  take(slider, field);
  take(field, slider);
  cell.classList.toggle("changed", tried.get(town.slug).get(code) !== stated.get(town.slug).get(code));
  return cell;
};

const weightsTable = ({ towns }) => {
  const codes = model.themes.map(({ code }) => code).filter((code) => towns.some(({ slug }) => stated.get(slug).has(code)));
  const made = table(
    "Gewichten om te proberen",
    "Onder elk gewicht staat wat is afgesproken.",
    [["Thema"], ...towns.map(({ name: words }) => [words])],
    codes.map((code) => element(
      "tr", {}, element("th", { scope: "row" }, theme.get(code)), ...towns.map((town) => cellOf(town, code)),
    )),
  );
  made.querySelector("table").classList.toggle("one", towns.length === 1);
  return made;
};

let chosen = views[0];
let saying;

const sayLater = (words) => {
  clearTimeout(saying);
  saying = setTimeout(() => { live.textContent = words; }, PAUSE);
};

function show(aloud = true) {
  const [now, before] = [outcome(chosen, tried), outcome(chosen, stated)];
  the("proef-rangorde").replaceChildren(rankingTable(chosen, now, before));
  the("proef-omslag").replaceChildren(tippingTable(chosen, now));
  document.querySelectorAll("#proef-deel .scroll").forEach(settle);
  const words = conclusion(chosen, now, before);
  the("proef-stand").replaceChildren(element("strong", {}, words), `${provisional(now)} ${state(chosen)}`);
  the("proef-top").replaceChildren(...now.ranking.scored.slice(0, TOP).map(topLine));
  if (aloud) sayLater(`${words}${provisional(now)}`);
}

const choose = (aloud) => {
  chosen = views[the("proef-keuze").selectedIndex];
  the("proef-invoer").replaceChildren(weightsTable(chosen));
  show(aloud);
};

if (views.length) {
  the("proef-keuze").append(...views.map(({ name: words }) => element("option", {}, words)));
  the("proef-keuze").selectedIndex = Math.max(0, views.findIndex(({ key }) => key));
  the("proef-keuze").addEventListener("change", () => choose(true));
  the("proef-terug").addEventListener("click", () => {
    for (const [slug, weights] of stated) tried.set(slug, new Map(weights));
    choose(true);
  });
  the("proef-zonder").hidden = true;
  the("proef-deel").hidden = false;
  choose(false);
}
