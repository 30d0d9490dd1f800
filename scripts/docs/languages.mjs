/** The languages of the site. `key` is how the data files name them, `folder` where their pages lie. */
export const LANGUAGES = [
  { key: "zh", locale: "zh-CN", folder: "" },
  { key: "en", locale: "en", folder: "en" },
];
