export { init } from "../instance.js";
