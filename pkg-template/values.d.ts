export { countChars, fenToYuan, parsePayscoreTime, toPayscoreTime, yuanToFen, type TimeInput } from "payscore";
