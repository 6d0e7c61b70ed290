"use strict";
(() => {
  const every = (selector, from = document) => [...from.querySelectorAll(selector)];
  const say = (button, text) => {
    button.textContent = text;
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  };
  const select = (block) => {
    const range = document.createRange();
    range.selectNodeContents(block);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };
  for (const block of every("pre.copy")) {
    const box = document.createElement("div");
    const button = document.createElement("button");
    box.className = "copy";
    button.type = "button";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy: ${block.textContent.slice(0, 60)}`);
    block.replaceWith(box);
    box.append(block, button);
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(block.textContent);
        say(button, "Copied");
      } catch {
        // Where a page may not reach the clipboard, its reader may.
        select(block);
        say(button, document.execCommand("copy") ? "Copied" : "Selected");
      }
    });
  }
  // Whoever prints wants all of it.
  addEventListener("beforeprint", () => {
    for (const each of every("details")) each.open = true;
  });

  const table = document.getElementById("table");
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const search = document.getElementById("search");
  const code = document.getElementById("code");
  const count = document.getElementById("count");
  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter((word) => word);
    let shown = 0;
    for (const row of rows) {
      const fits = words.every((word) => texts.get(row).includes(word))
        && (!code.value || row.cells[1].textContent === code.value);
      row.hidden = !fits;
      if (fits) shown += 1;
    }
    count.textContent = `${shown} of ${rows.length} findings`;
  };
  document.querySelector(".tools").hidden = false;
  code.options[0].value = "";
  search.addEventListener("input", filter);
  code.addEventListener("change", filter);
  filter();

  const heads = [...table.tHead.rows[0].cells];
  const compare = new Intl.Collator("en", { numeric: true }).compare;
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const isNumber = head.classList.contains("n");
      const was = head.getAttribute("aria-sort");
      const isUp = was ? was === "descending" : !isNumber;
      for (const each of heads) each.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
      const value = (row) => {
        const text = row.cells[column].textContent;
        return isNumber ? Number(text.replaceAll(",", "")) : text;
      };
      const order = (one, other) =>
        isNumber ? value(one) - value(other) : compare(value(one), value(other));
      body.append(...rows.sort((one, other) => isUp ? order(one, other) : order(other, one)));
    });
  });
})();
