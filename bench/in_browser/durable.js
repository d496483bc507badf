// Given to the worker that runs Python: tells when a change lies on the disk. Units: milliseconds since 1970.
() => {
  const begin = IDBDatabase.prototype.transaction;
  let tell = () => {};
  IDBDatabase.prototype.transaction = function (stores, mode, how) {
    const transaction = begin.call(this, stores, mode, how);
    if (mode === "readwrite") {
      transaction.addEventListener("complete", () => tell(performance.timeOrigin + performance.now()));
    }
    return transaction;
  };
  self.awaitDurable = () => {
    self.durable = new Promise((resolve) => { tell = resolve; });
  };
}
