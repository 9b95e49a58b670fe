import Glibc

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
    var rest = bytes[...]
    while let first = rest.first {
      if first == UInt8(ascii: "\n"), endedWithReturn {
        endedWithReturn = false
        rest = rest.dropFirst()
        continue
      }
      let end = rest.lineEnd
      guard line.count + (end - rest.startIndex) <= maxBytes else { throw TooLong() }
      line.append(contentsOf: rest[..<end])
      endedWithReturn = false
      guard end < rest.endIndex else { break }
      endedWithReturn = rest[end] == UInt8(ascii: "\r")
      if let event = try endLine() { events.append(event) }
      rest = rest[(end + 1)...]
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
    if data == nil {
      data = Array(value)
    } else {
      data?.append(UInt8(ascii: "\n"))
      data?.append(contentsOf: value)
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// The index of the first LF or CR, or the end. A line may be megabytes long, so the C library looks for it.
  fileprivate var lineEnd: Int {
    withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return endIndex }
      func place(_ byte: UInt8, within count: Int) -> Int {
        memchr(start, Int32(byte), count).map { UnsafeRawPointer($0) - start } ?? count
      }
      let feed = place(UInt8(ascii: "\n"), within: bytes.count)
      return startIndex + place(UInt8(ascii: "\r"), within: feed)
    }
  }
}
