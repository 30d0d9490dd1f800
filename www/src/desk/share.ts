import { result } from "./check";
import { watchDebounced } from "./debounce";
import { fillForm, form } from "./form";
import { industry, previousText, serviceLimit } from "./options";
import { loadOrder, orderText } from "./order";

interface Shared {
  form: Record<string, unknown>;
  order: string;
  industry: typeof industry.value;
  serviceLimit: string;
  previous: string;
}

const NAME = "draft=";

/** The address of the page with everything typed so far in its fragment, which no server sees. */
export async function addressToShare() {
  const address = new URL(location.href);
  address.search = "";
  address.hash = NAME + (await packed(JSON.stringify(current())));
  return address.href;
}

export async function restoreFromFragment() {
  if (!location.hash.startsWith(`#${NAME}`)) return;
  try {
    restore(JSON.parse(await unpacked(location.hash.slice(NAME.length + 1))));
  } catch {
    console.warn("The fragment of the address holds no draft");
  }
}

export function keepInFragment() {
  // The result is new whenever the form is.
  watchDebounced(() => [result.value, orderText.value, industry.value, serviceLimit.value, previousText.value], async () => history.replaceState(null, "", await addressToShare()));
  addEventListener("hashchange", restoreFromFragment);
}

function current(): Shared {
  return { form: { ...form }, order: orderText.value, industry: industry.value, serviceLimit: serviceLimit.value, previous: previousText.value };
}

function restore(shared: Partial<Shared>) {
  fillForm(shared.form ?? {});
  loadOrder(shared.order ?? "");
  industry.value = shared.industry ?? "";
  serviceLimit.value = shared.serviceLimit ?? "";
  previousText.value = shared.previous ?? "";
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
