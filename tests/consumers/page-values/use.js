import { countChars, fenToYuan, parsePayscoreTime, toPayscoreTime, yuanToFen } from "/node_modules/payscore/values.js";

const fen = yuanToFen(19.9);
const time = toPayscoreTime(parsePayscoreTime("20091225091010"));
document.title = `${fen} fen, ${fenToYuan(fen)} yuan, ${time}, ${countChars("支付分")} characters`;
