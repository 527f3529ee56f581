// The search page's own script, the only one of the theme: it asks Pagefind's index and prints what
// it answers. Nothing of an answer is taken for HTML but <mark>.

const index = document.querySelector("script[data-index]").dataset.index;
const form = document.getElementById("search");
const found = document.getElementById("count");
const results = document.getElementById("results");
const more = document.getElementById("more");
const PAGE = 20;
const COMMENTS = 3;
let engine;
let answers = [];
let turn = 0;

function opened() {
  engine ??= import(index).then(async (pagefind) => {
    await pagefind.options({ baseUrl: new URL("..", index).pathname, excerptLength: 30 });
    const filters = await pagefind.filters();
    for (const select of form.querySelectorAll("select[data-fill]")) {
      for (const name of Object.keys(filters[select.name] ?? {}).sort()) {
        select.append(new Option(name, name));
      }
    }
    return pagefind;
  });
  return engine;
}

function words(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  const out = document.createDocumentFragment();
  for (const node of parsed.childNodes) {
    if (node.nodeName === "MARK") {
      out.append(made("mark", node.textContent));
    } else {
      out.append(node.textContent);
    }
  }
  return out;
}

function made(name, ...inside) {
  const element = document.createElement(name);
  element.append(...inside);
  return element;
}

function link(url, ...inside) {
  return Object.assign(made("a", ...inside), { href: url });
}

// A comment's own heading begins what is found in it; the comment is what should be shown.
function comment(each) {
  return made("li", link(each.url.replace(/-by$/, ""), words(each.excerpt)));
}

function entry(answer) {
  const title = made("h2", link(answer.url, answer.meta.title));
  const item = made("li", title, made("p", words(answer.excerpt)));
  const inside = answer.sub_results.filter((each) => each.url !== answer.url).slice(0, COMMENTS);
  if (inside.length) item.append(made("ul", ...inside.map(comment)));
  return item;
}

async function show(mine) {
  const next = await Promise.all(answers.splice(0, PAGE).map((answer) => answer.data()));
  if (mine === turn) {
    results.append(...next.map(entry));
    more.hidden = !answers.length;
  }
}

async function ask() {
  const mine = ++turn;
  const asked = [...new FormData(form)].filter(([, value]) => value.trim());
  const query = new URLSearchParams(asked).toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
  const { q, ...filters } = Object.fromEntries(asked);
  const pagefind = await opened();
  const answer = asked.length ? await pagefind.search(q ?? null, { filters }) : { results: [] };
  if (mine !== turn) return;
  answers = answer.results;
  const said = answers.length ? found.dataset.some : found.dataset.none;
  found.textContent = asked.length ? said.replace("{}", answers.length.toLocaleString(document.documentElement.lang)) : "";
  results.replaceChildren();
  await show(mine);
}

let waiting;
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, 200);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});
form.addEventListener("focusin", opened, { once: true });
more.addEventListener("click", () => show(turn));
form.hidden = false;

const given = new URLSearchParams(location.search);
if ([...given].length) {
  await opened();
  for (const [name, value] of given) {
    if (form.elements[name]) form.elements[name].value = value;
  }
  await ask();
}
