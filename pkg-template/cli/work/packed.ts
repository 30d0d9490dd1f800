import { type PackedRows, packRows, unpackRows } from "../../tables/packed";
import type { OrdersPiece, Piece } from "../read/pieces";

/** A piece as plain data, which can be passed to a thread. */
export type PackedPiece = OrdersPiece | { type: "rows"; rows: PackedRows; index: number };

export const pack = (piece: Piece): PackedPiece => (piece.type === "rows" ? { ...piece, rows: packRows(piece.rows) } : piece);

export const unpack = (piece: PackedPiece): Piece => (piece.type === "rows" ? { ...piece, rows: unpackRows(piece.rows) } : piece);
