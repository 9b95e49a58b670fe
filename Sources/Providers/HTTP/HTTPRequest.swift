/// One exchange with a server. Nobody follows redirects: a key must not travel to a place that was not named.
struct HTTPRequest: Sendable {
  var method: HTTPMethod
  var address: HTTPAddress
  /// In the order in which they are sent.
  var headers: [(name: String, value: String)] = []
  var body: [UInt8] = []
  var limits = HTTPLimits()
  /// Whether the server stands in the user's house, so that no proxy may see the request.
  var staysInTheHouse = false
}

/// What is asked of a server.
enum HTTPMethod: String, Sendable { case get = "GET", post = "POST" }

/// How long an exchange may take and how much it may bring.
struct HTTPLimits: Sendable {
  /// Until there is a connection.
  var connecting = Duration.seconds(5)
  /// From the start to the last byte.
  var total = Duration.seconds(120)
  /// Between two bytes, once the first has come.
  var stall = Duration.seconds(60)
  /// Of the answer's body.
  var maxBytes = 96 << 20
}

/// How a server began its answer.
struct HTTPHead: Sendable, Equatable {
  var status: Int
  /// Names in lower case, in the order in which they came.
  var headers: [(name: String, value: String)]

  /// The first value under a name in lower case.
  func value(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  static func == (left: HTTPHead, right: HTTPHead) -> Bool {
    left.status == right.status && left.headers.elementsEqual(right.headers, by: ==)
  }
}

/// A piece of an answer: its head comes first, once.
enum HTTPPart: Sendable, Equatable {
  case head(HTTPHead)
  case bytes([UInt8])
}

/// Why an exchange did not come to its end; what could have been accepted, and so billed, is told apart.
enum HTTPFailure: Error, Sendable, Equatable {
  /// The server cannot have understood the request: no connection, or it broke before the last byte was sent.
  case notSent(detail: String)
  /// The request was sent in full, and the answer is missing or cut short.
  case lost(detail: String)
  /// The answer has more bytes than allowed.
  case tooLarge(maxBytes: Int)
  /// The caller does not want it any more.
  case cancelled
}
