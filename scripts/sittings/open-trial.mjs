import { launch } from '../pages/launch.mjs';
import { copyBuild } from './copy-build.mjs';
import { openProduct } from './open-product.mjs';

/**
 * What judges need of one build: its folder, the running product and a browser. Both are opened when the first judge asks
 * for them and serve all that follow.
 */
export function openTrial(faults = []) {
  const build = copyBuild(faults);
  let product = null;
  let browser = null;
  return {
    root: build.root,
    product: () => (product ??= openProduct(build.root)),
    // Playwright switches the back/forward cache off, which is part of what is judged.
    browser: () => (browser ??= launch({ ignoreDefaultArgs: ['--disable-back-forward-cache'] })),
    async close() {
      await (await browser)?.close();
      await (await product)?.close();
      build.remove();
    },
  };
}
