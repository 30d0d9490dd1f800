/** The languages of the site. `key` is their name in the data files, `folder` the folder of their pages. */
export const LANGUAGES = [
  { key: "zh", locale: "zh-CN", folder: "" },
  { key: "en", locale: "en", folder: "en" },
];
