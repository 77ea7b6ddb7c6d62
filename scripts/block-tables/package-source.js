function packageSource() {
  throw new Error("later");
}
module.exports = { packageSource };
