import { result } from "./check";
import { watchDebounced } from "./debounce";
import { industry, previousText, serviceLimit } from "./options";
import { orderText } from "./order";
import { restore, snapshot } from "./snapshot";

const NAME = "draft=";

/** The address of the page with everything typed so far in its fragment, which no server sees. */
export async function addressToShare() {
  const address = new URL(location.href);
  address.search = "";
  address.hash = NAME + (await packed(snapshot()));
  return address.href;
}

export async function restoreFromFragment() {
  if (!location.hash.startsWith(`#${NAME}`)) return;
  try {
    restore(await unpacked(location.hash.slice(NAME.length + 1)));
  } catch {
    console.warn("The fragment of the address holds no draft");
  }
}

export function keepInFragment() {
  // The result is new whenever the form is.
  watchDebounced(() => [result.value, orderText.value, industry.value, serviceLimit.value, previousText.value], async () => history.replaceState(null, "", await addressToShare()));
  addEventListener("hashchange", restoreFromFragment);
}

async function packed(text: string) {
  const bytes = await through(new Blob([text]), new CompressionStream("deflate-raw"));
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(characters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

async function unpacked(text: string) {
  const characters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(characters, (character) => character.charCodeAt(0));
  return new TextDecoder().decode(await through(new Blob([bytes]), new DecompressionStream("deflate-raw")));
}

async function through(blob: Blob, stream: CompressionStream | DecompressionStream) {
  return new Uint8Array(await new Response(blob.stream().pipeThrough(stream)).arrayBuffer());
}
