/** The lines of a file as it is read, without holding it whole. */
export async function* lines(file: Blob, onRead: (bytes: number) => void): AsyncGenerator<string> {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    onRead(value?.length ?? 0);
    const pieces = (rest + decoder.decode(value, { stream: !done })).split("\n");
    rest = done ? "" : pieces.pop()!;
    for (const piece of pieces) yield piece.endsWith("\r") ? piece.slice(0, -1) : piece;
    if (done) return;
  }
}
