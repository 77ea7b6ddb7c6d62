/**
 * Stands for `archiver`, which cdktf loads whenever it is loaded: a third of the time that each test file waits for cdktf. cdktf zips
 * assets in a process of its own, so that nothing here ever calls it.
 */
export default function archiver(): never {
  throw new Error(
    "a test made an archive in its own process: take `archiver` out of `moduleNameMapper` in jest.base.config.js",
  );
}
