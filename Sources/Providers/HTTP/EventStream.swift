/// Reads server-sent events out of bytes that come in any pieces. Only their data is kept: names and ids are not used by any
/// server that krafd speaks to.
struct EventStream {
  /// Of one line and of one event.
  let maxBytes: Int
  private var line: [UInt8] = []
  private var data: [UInt8]?
  private var endedWithReturn = false

  init(maxBytes: Int = 64 << 20) { self.maxBytes = maxBytes }

  /// A line or an event with more bytes than allowed.
  struct TooLong: Error, Equatable {}

  /// The data of every event that these bytes complete. Lines end with LF, CR or both.
  mutating func read(_ bytes: [UInt8]) throws(TooLong) -> [[UInt8]] {
    var events: [[UInt8]] = []
    for byte in bytes {
      defer { endedWithReturn = byte == UInt8(ascii: "\r") }
      switch byte {
      case UInt8(ascii: "\n") where endedWithReturn: continue
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): if let event = try endLine() { events.append(event) }
      default:
        guard line.count < maxBytes else { throw TooLong() }
        line.append(byte)
      }
    }
    return events
  }

  /// Takes the line; an empty one completes an event.
  private mutating func endLine() throws(TooLong) -> [UInt8]? {
    defer { line.removeAll(keepingCapacity: true) }
    if line.isEmpty { return data.take() }
    let name = line.prefix { $0 != UInt8(ascii: ":") }
    guard name.elementsEqual("data".utf8) else { return nil }
    var value = line.dropFirst(name.count + 1)
    if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
    guard (data?.count ?? 0) + value.count < maxBytes else { throw TooLong() }
    data = data.map { $0 + [UInt8(ascii: "\n")] + value } ?? Array(value)
    return nil
  }
}
