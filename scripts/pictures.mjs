import { takePictures } from "./docs/pictures.mjs";
import { main } from "./lib/command.mjs";

await main(takePictures);
