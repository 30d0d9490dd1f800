export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

export type Pasted = { value: unknown } | { line: number; column: number } | undefined;

/** What a pasted text is: JSON, or where it stops being that; nothing where it is empty. */
export function readJson(text: string): Pasted {
  if (text.trim() === "") return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return placeIn(text, (error as Error).message);
  }
}

/** What was pasted, where it is JSON. */
export const valueIn = (pasted: Pasted): unknown => (pasted && "value" in pasted ? pasted.value : undefined);

/** Engines tell the line and column, an offset, or nothing where the text ends too early. */
function placeIn(text: string, message: string) {
  const place = /line (\d+) column (\d+)/.exec(message);
  if (place) return { line: Number(place[1]), column: Number(place[2]) };
  const offset = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: before[before.length - 1]!.length + 1 };
}
