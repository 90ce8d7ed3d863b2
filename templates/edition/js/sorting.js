// Tables that readers can sort. In which order values stand was decided when the report was made: every cell
// holds its place. Here whole numbers are compared, equal ones stay as they stood, and no value comes last.
const LAST = "-";
const live = document.getElementById("melding");
const DIRECTIONS = { ascending: 1, descending: -1 };
const SAID = {
  number: { ascending: "laag naar hoog", descending: "hoog naar laag" },
  date: { ascending: "vroeg naar laat", descending: "laat naar vroeg" },
  text: { ascending: "A tot Z", descending: "Z tot A" },
};

/** Fixed rows have no places and stay where they are, at the foot. */
const moves = (row) => row.querySelector("[data-sort]") !== null;

const compared = (one, other, direction) => {
  if (one === other) return 0;
  if (one === LAST) return 1;
  if (other === LAST) return -1;
  return DIRECTIONS[direction] * (Number(one) - Number(other));
};

const inOrder = (rows, column, direction) => (direction === "none" ? rows : [...rows].sort(
  (one, other) => compared(one.cells[column].dataset.sort, other.cells[column].dataset.sort, direction),
));

/** Numbers begin with the highest, words and dates with the first; the third time all is as it was. */
const next = (heading) => {
  const turns = heading.dataset.sort === "number"
    ? ["none", "descending", "ascending"] : ["none", "ascending", "descending"];
  return turns[(turns.indexOf(heading.getAttribute("aria-sort") ?? "none") + 1) % turns.length];
};

const name = (heading) => heading.querySelector("abbr")?.title ?? heading.textContent.trim();

const announce = (heading, direction) => {
  live.textContent = direction === "none"
    ? "De tabel staat weer in de eigen volgorde."
    : `Gesorteerd op ${name(heading)}, ${SAID[heading.dataset.sort][direction]}.`;
};

const makeSortable = (table) => {
  const headings = Array.from(table.querySelectorAll("thead th[data-sort]"));
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const [moving, fixed] = [rows.filter(moves), rows.filter((row) => !moves(row))];
  for (const heading of headings) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const direction = next(heading);
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      if (direction !== "none") heading.setAttribute("aria-sort", direction);
      body.append(...inOrder(moving, heading.cellIndex, direction), ...fixed);
      announce(heading, direction);
    });
  }
};

for (const heading of document.querySelectorAll("thead th[data-sort]:first-child")) {
  makeSortable(heading.closest("table"));
}
