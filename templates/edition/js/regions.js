// What is too wide scrolls by itself. Only where it does, the keyboard stops there and it has a name.
const settle = (box) => {
  box.dataset.name ??= box.getAttribute("aria-label") ?? "";
  const scrolls = box.scrollWidth > box.clientWidth;
  for (const [attribute, value] of [["role", "group"], ["aria-label", box.dataset.name], ["tabindex", "0"]]) {
    if (scrolls) box.setAttribute(attribute, value);
    else box.removeAttribute(attribute);
  }
};

const settleAll = () => document.querySelectorAll(".scroll").forEach(settle);
window.addEventListener("resize", settleAll);
document.addEventListener("toggle", settleAll, true);
document.fonts.ready.then(settleAll);
