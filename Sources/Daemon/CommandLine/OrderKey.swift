/// The key of an order that a command sends once: never the same twice.
enum OrderKey {
  static func fresh() -> String { String(UInt64.random(in: 0...UInt64.max), radix: 36) }
}
