// The contents: folded on a small screen, and showing which chapter is being read.
const contents = document.querySelector("nav.contents details");
const narrow = window.matchMedia("(max-width: 70rem)");

const fold = () => { contents.open = !narrow.matches; };
narrow.addEventListener("change", fold);
fold();

contents.addEventListener("click", (event) => {
  if (narrow.matches && event.target.closest("a")) contents.open = false;
});

const entries = new Map(
  Array.from(contents.querySelectorAll("a"), (link) => [link.hash.slice(1), link]),
);
const reading = new Set();

const mark = () => {
  const [first] = [...entries.keys()].filter((id) => reading.has(id));
  for (const [id, link] of entries) {
    if (id === first) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
};

const observer = new IntersectionObserver((seen) => {
  for (const { target, isIntersecting } of seen) {
    if (isIntersecting) reading.add(target.id);
    else reading.delete(target.id);
  }
  mark();
}, { rootMargin: "-15% 0px -75% 0px" });
for (const id of entries.keys()) {
  const chapter = document.getElementById(id);
  if (chapter) observer.observe(chapter);
}
