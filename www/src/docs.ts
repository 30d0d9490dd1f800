import { locale } from "./text";

/** A page of the documents, which lie beside this page, in the language it is read in. */
export const inDocs = (page: string) => `./docs/${locale.value === "en" ? "en/" : ""}${page}`;
