/** Formatting of the whole project; Apex and XML keep the four spaces that Salesforce's own tools write. */
export default {
  printWidth: 140,
  plugins: ["prettier-plugin-apex", "@prettier/plugin-xml"],
  overrides: [
    { files: ["**/lwc/**/*.html", "local-org/lightning/browser/modules/**/*.html"], options: { parser: "lwc" } },
    { files: "*.{cmp,app,page,component,evt}", options: { parser: "html" } },
    { files: "*.{cls,trigger,apex}", options: { tabWidth: 4 } },
    { files: "*.xml", options: { tabWidth: 4, xmlWhitespaceSensitivity: "ignore" } },
    // What is displayed has to stay on one line: a line break would be part of it.
    { files: "**/{labels,translations}/*.xml", options: { printWidth: 10_000 } },
    { files: "*.md", options: { proseWrap: "preserve" } },
  ],
};
