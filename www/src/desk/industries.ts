import { locale } from "../text";

const names: Record<string, string> = {};

export const industryName = (id: string) => names[id] ?? `${id} ${locale.value}`;
