// `node bin/run.js scripts/build-image-root.ts`: builds the image's content without an engine, and says what is in it.
import { buildImageRoot } from './image/build-root.ts';
const built = await buildImageRoot(process.cwd(), console.log);
console.log(built);
