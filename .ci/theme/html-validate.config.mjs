// What html-validate asks of our pages, and what it does not, each with its reason.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: {
    // Safari no longer reads a list without markers as a list, unless its role says so.
    "no-redundant-role": "off",
    "prefer-native-element": ["error", { exclude: ["list"] }],
    // Python-Markdown names footnotes "fn:1", which HTML allows.
    "valid-id": ["error", { relaxed: true }],
    // What docutils writes for the tables of a post. The Nu checker watches the other elements.
    "no-deprecated-attr": "off",
    "void-style": "off",
    // How long a title is, is its author's matter.
    "long-title": "off",
  },
};
