import type { DocumentKind } from "payscore";
import { zh } from "../text/zh";

/** What a file may hold. */
export const fileKinds = Object.keys(zh.file.kinds) as DocumentKind[];
