import { inProject } from "../lib/project.mjs";

/** The output of `cargo xtask`. */
export const bindgen = (file) => inProject("target/bindgen", file);

/** Intermediate files between that and the package. */
export const intermediate = (file) => inProject("target/package", file);

export const template = (...parts) => inProject("pkg-template", ...parts);

/** The package as it is published. */
export const published = (...parts) => inProject("pkg", ...parts);
