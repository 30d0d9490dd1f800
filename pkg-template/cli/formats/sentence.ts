import type { FileProblem } from "../report";

export const sentence = ({ message, line, column }: FileProblem) => (line === undefined ? message : `${line}:${column} ${message}`);
