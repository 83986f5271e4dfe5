const rules = [...document.querySelectorAll(".rule")];
const groups = [...document.querySelectorAll(".group")];
const texts = rules.map((rule) => rule.textContent.toLowerCase());
const count = document.getElementById("count");
document.getElementById("search").addEventListener("input", (event) => {
  const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
  rules.forEach((rule, number) => {
    rule.hidden = !words.every((word) => texts[number].includes(word));
  });
  groups.forEach((group) => {
    group.hidden = !group.querySelector(".rule:not([hidden])");
  });
  count.textContent = words.length ? `${rules.filter((rule) => !rule.hidden).length} of ${rules.length}` : "";
});
