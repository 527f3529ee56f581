import MarkdownIt from "markdown-it";

const markdown = new MarkdownIt();
const rendered = new Map();
const months = ["January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"];

function body(comment) {
  if (!rendered.has(comment.id)) rendered.set(comment.id, markdown.render(comment.body));
  return rendered.get(comment.id);
}

function plain(html) {
  return html.replace(/<[^>]*>/g, "").replace(/\s+/g, " ").trim();
}

function latest(comments) {
  return comments.reduce((last, one) => (one.date > last.date ? one : last));
}

function underWay(posts) {
  return posts
    .filter((post) => post.data.comments)
    .map((post) => ({ post, last: latest(post.data.comments) }))
    .sort((one, other) => (one.last.date < other.last.date ? 1 : -1));
}

function grouped(posts, keys) {
  const groups = new Map();
  for (const post of posts) {
    for (const key of keys(post)) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(post);
    }
  }
  return [...groups].map(([name, members]) => ({ name, posts: members }));
}

export default function (config) {
  const newest = (api) => api.getFilteredByTag("post").reverse();
  config.setLibrary("md", new MarkdownIt());
  config.addPassthroughCopy("style.css");
  config.addCollection("newest", newest);
  config.addCollection("topics", (api) => grouped(newest(api), (post) => post.data.topics));
  config.addCollection("persons", (api) => grouped(newest(api), (post) => [post.data.author]));
  config.addCollection("years", (api) =>
    grouped(newest(api), (post) => [String(post.date.getUTCFullYear())]));
  config.addCollection("underWay", (api) => underWay(newest(api)));
  config.addFilter("body", body);
  config.addFilter("replies", (comments, parent) =>
    (comments || []).filter((comment) => comment.reply_to === parent));
  config.addFilter("by", (comments, author) =>
    (comments || []).filter((comment) => comment.author === author));
  config.addFilter("first", (list, count) => list.slice(0, count));
  config.addFilter("excerpt", (comment) => plain(body(comment)).slice(0, 160));
  config.addFilter("summary", (html) => plain(html).split(" ").slice(0, 50).join(" "));
  config.addFilter("day", (value) => {
    const date = new Date(value);
    return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  });
  config.addFilter("iso", (value) => new Date(value).toISOString());
  config.addFilter("rfc822", (value) => new Date(value).toUTCString());
  return { markdownTemplateEngine: false, dir: { output: "_site" } };
}
