// What stylelint asks of our sheets, and what it does not, each with its reason.
export default {
  extends: ["stylelint-config-standard"],
  rules: {
    // A rule a line, a part a block: the sheet is read like a table.
    "at-rule-empty-line-before": null,
    "custom-property-empty-line-before": null,
    "declaration-block-single-line-max-declarations": null,
    "rule-empty-line-before": null,
    // A sheet in the order of the page cannot be in the order of specificity too; layers see to that.
    "no-descending-specificity": null,
    // Six digits in the palette, which tests read; three for the black and white of paper.
    "color-hex-length": null,
    // Understood by browsers of 2020 as well.
    "media-feature-range-notation": "prefix",
    // Names of fonts and colour spaces are written as their makers write them.
    "value-keyword-case": [
      "lower",
      { camelCaseSvgKeywords: true, ignoreKeywords: ["Charter", "Cambria", "Georgia", "Roboto", "srgb"] },
    ],
  },
};
