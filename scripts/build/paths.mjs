import { inProject } from "../lib/project.mjs";

/** What `cargo xtask` leaves. */
export const bindgen = (file) => inProject("target/bindgen", file);

/** What lies between that and the package. */
export const intermediate = (file) => inProject("target/package", file);

export const template = (...parts) => inProject("pkg-template", ...parts);

/** The package as it is published. */
export const published = (...parts) => inProject("pkg", ...parts);
