export function read(value) {
  return new Float64Array(typeof value === "object" ? 1 : 2);
}
