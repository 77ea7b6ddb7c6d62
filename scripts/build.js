/** `npm run build`: compiles to `dist/`. */
require("./setup.js").build();
