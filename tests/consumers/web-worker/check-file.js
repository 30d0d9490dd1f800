import { validateBatch } from "payscore";

onmessage = async ({ data: file }) => {
  const report = validateBatch(new Uint8Array(await file.arrayBuffer())); // 几十万行也不卡住页面
  postMessage(report);
};
