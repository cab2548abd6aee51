addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || (event.key !== "j" && event.key !== "k")) return;
  const links = [...document.querySelectorAll(".card .number")];
  const here = links.findIndex((link) => link.closest(".card").contains(document.activeElement));
  const next = links[here < 0 ? 0 : here + (event.key === "j" ? 1 : -1)];
  if (!next) return;
  next.focus();
  document.getElementById(next.hash.slice(1)).scrollIntoView({ block: "nearest" });
});
