/// The framing of the Language Server Protocol: a header that says how long the body is, and the body.
public enum Frame {
  /// The most bytes a header may have, with its last empty line.
  public static let maxHeaderBytes = 8 << 10

  /// The most bytes a message may have.
  public static let maxMessageBytes = 64 << 20

  /// The body with its header, ready to be sent.
  public static func encode(_ body: [UInt8]) -> [UInt8] {
    let header = "Content-Length: \(body.count)\r\n\r\n"
    var bytes: [UInt8] = []
    bytes.reserveCapacity(header.utf8.count + body.count)
    bytes.append(contentsOf: header.utf8)
    bytes.append(contentsOf: body)
    return bytes
  }
}

/// What came out of a stream of bytes.
public enum FrameEvent: Sendable, Equatable {
  /// A whole body, which may be empty or no JSON: the stream is in order and goes on.
  case message([UInt8])
  /// The place of the next message is unknown. Answer -32700 with id null, log the reason, close the connection.
  case failed(FrameError)
}

/// Why a header cannot be followed. Each of these ends the connection.
public enum FrameError: Error, Sendable, Equatable {
  /// More than `Frame.maxHeaderBytes` without an empty line.
  case headerTooLong
  /// A line is not `Name: value`.
  case malformedLine
  case missingLength
  case repeatedLength
  /// The length is not a row of decimal digits.
  case badLength
  /// The length is above the limit.
  case messageTooLarge(maxBytes: Int)
  /// `Content-Type` names something else than UTF-8.
  case unsupportedCharset
}

extension FrameError: CustomStringConvertible {
  /// One sentence, without a full stop.
  public var description: String {
    switch self {
    case .headerTooLong: "The header has more than \(Frame.maxHeaderBytes) bytes"
    case .malformedLine: "A header line must be 'Name: value'"
    case .missingLength: "The header has no Content-Length"
    case .repeatedLength: "The header has Content-Length twice"
    case .badLength: "Content-Length must be a number of bytes in decimal digits"
    case .messageTooLarge(let maxBytes): "A message may have at most \(maxBytes) bytes"
    case .unsupportedCharset: "Content-Type must name UTF-8 as its charset, or none"
    }
  }
}
