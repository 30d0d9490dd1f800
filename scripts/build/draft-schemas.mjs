import { writeFileSync } from "node:fs";
import ts from "typescript";
import { published } from "./paths.mjs";

/** The dialect that every editor supports. */
const DIALECT = "http://json-schema.org/draft-07/schema#";

/** For editors: JSON Schemas of the drafts that the builders take, generated from the package's declarations. */
export function writeDraftSchemas(idOf) {
  const declarations = published("core.d.ts");
  const program = ts.createProgram([declarations], { strict: true, types: [], lib: ["lib.es2022.d.ts"] });
  const checker = program.getTypeChecker();
  const builders = program.getSourceFile(declarations).statements.filter((statement) => ts.isFunctionDeclaration(statement) && /^build\w+Request$/.test(statement.name.text));
  for (const { parameters: [draft] } of builders) {
    const type = checker.getTypeAtLocation(draft);
    const file = `schemas/${type.symbol.name.replace(/\B[A-Z]/g, "-$&").toLowerCase()}.json`;
    write(file, { $schema: DIALECT, $id: idOf(file), title: type.symbol.name, ...objectSchema(type, checker) });
  }
}

function write(file, schema) {
  writeFileSync(published(file), `${JSON.stringify(schema, null, 2)}\n`);
}

function objectSchema(type, checker) {
  const properties = type.getProperties().map((property) => {
    const description = ts.displayPartsToString(property.getDocumentationComment(checker));
    return [property.name, { ...valueSchema(checker.getTypeOfSymbol(property), checker), ...(description && { description }) }];
  });
  const required = type.getProperties().filter(({ flags }) => !(flags & ts.SymbolFlags.Optional));
  return { type: "object", properties: Object.fromEntries(properties), ...(required.length > 0 && { required: required.map(({ name }) => name) }) };
}

/** The part of a type that JSON can express: a Date, for example, is left out. */
function valueSchema(type, checker) {
  const schemas = (type.isUnion() ? type.types : [type]).flatMap((part) => partSchema(part, checker) ?? []);
  const types = [...new Set(schemas.map((schema) => schema.type))];
  const values = schemas.flatMap((schema) => schema.enum ?? []);
  return Object.assign({}, ...schemas, { type: types.length === 1 ? types[0] : types }, values.length > 0 && { enum: values });
}

const PRIMITIVES = [
  [ts.TypeFlags.StringLike, "string"],
  [ts.TypeFlags.NumberLike, "number"],
  [ts.TypeFlags.BooleanLike, "boolean"],
  [ts.TypeFlags.Null, "null"],
];

function partSchema(type, checker) {
  const [, primitive] = PRIMITIVES.find(([flag]) => type.flags & flag) ?? [];
  if (primitive) return { type: primitive, ...(type.isStringLiteral() && { enum: [type.value] }) };
  if (checker.isArrayType(type)) return { type: "array", items: valueSchema(checker.getTypeArguments(type)[0], checker) };
  const isOurs = type.symbol?.declarations?.some((declaration) => ts.isInterfaceDeclaration(declaration) && declaration.getSourceFile().fileName.endsWith("core.d.ts"));
  return isOurs ? objectSchema(type, checker) : undefined;
}
