const rules = [...document.querySelectorAll(".rule")];
const texts = rules.map((rule) => rule.textContent.toLowerCase());
const count = document.getElementById("count");
document.getElementById("search").addEventListener("input", (event) => {
  const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  rules.forEach((rule, number) => {
    rule.hidden = !words.every((word) => texts[number].includes(word));
    shown += rule.hidden ? 0 : 1;
  });
  count.textContent = words.length ? `${shown} of ${rules.length}` : "";
});
