import CCURL
import CShims
import Platform

/// A transfer and libcurl's handle for it. A class because libcurl calls back into it; used by the engine's thread alone.
final class HTTPExchange {
  let transfer: HTTPTransfer
  let handle: UnsafeMutableRawPointer
  private let clock: MonotonicClock
  private var headers: UnsafeMutablePointer<curl_slist>?
  private var head = HTTPHead(status: 0, headers: [])
  /// When the last byte came; nil before the first.
  private var lastByte: Duration?
  private var hasHead = false
  private var isTooLarge = false

  /// nil when there is no memory for it.
  init?(_ transfer: HTTPTransfer, _ clock: MonotonicClock) {
    guard let handle = curl_easy_init() else { return nil }
    self.transfer = transfer
    self.handle = handle
    self.clock = clock
    setUp(transfer.request)
  }

  deinit {
    curl_easy_cleanup(handle)
    curl_slist_free_all(headers)
  }

  private func setUp(_ request: HTTPRequest) {
    set(CURLOPT_URL, request.address.text)
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds(request.limits.connecting))
    set(CURLOPT_TIMEOUT_MS, milliseconds(request.limits.total))
    if request.staysInTheHouse { set(CURLOPT_NOPROXY, "*") }
    // A proxy's own answer is none of the server's.
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    // A name that is looked up for long holds up nobody else.
    set(CURLOPT_QUICK_EXIT, 1)
    if request.method == .post {
      krafd_curl_set_body(handle, request.body, request.body.count)
      // On a connection that was used before, libcurl would silently send once more what may have been accepted.
      set(CURLOPT_FRESH_CONNECT, 1)
      set(CURLOPT_FORBID_REUSE, 1)
    }
    for header in [(name: "Expect", value: "")] + request.headers {
      headers = curl_slist_append(headers, "\(header.name): \(header.value)") ?? headers
    }
    krafd_curl_set_pointer(handle, CURLOPT_HTTPHEADER.rawValue, headers)
    // Not retained: this object ends the handle before it ends itself.
    let context = Unmanaged.passUnretained(self).toOpaque()
    krafd_curl_set_sink(
      handle, CURLOPT_HEADERFUNCTION.rawValue, CURLOPT_HEADERDATA.rawValue,
      { bytes, size, count, context in
        HTTPExchange.of(context)?.take(header: UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
      }, context)
    krafd_curl_set_sink(
      handle, CURLOPT_WRITEFUNCTION.rawValue, CURLOPT_WRITEDATA.rawValue,
      { bytes, size, count, context in
        HTTPExchange.of(context)?.take(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
      }, context)
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> HTTPExchange? {
    context.map { Unmanaged<HTTPExchange>.fromOpaque($0).takeUnretainedValue() }
  }

  private func set(_ option: CURLoption, _ value: Int) { krafd_curl_set_long(handle, option.rawValue, value) }

  private func set(_ option: CURLoption, _ value: String) { krafd_curl_set_text(handle, option.rawValue, value) }

  private func milliseconds(_ duration: Duration) -> Int { max(1, Int(duration / .milliseconds(1))) }

  /// One line of the head, with its end.
  private func take(header line: UnsafeRawBufferPointer) -> Int {
    lastByte = clock.now
    let text = String(decoding: line, as: UTF8.self).trimmingEnd
    if text.hasPrefix("HTTP/") {
      let status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
      head = HTTPHead(status: status ?? 0, headers: [])
    } else if text.isEmpty {
      // An answer below 200 announces another.
      if head.status >= 200 {
        hasHead = true
        transfer.take(head)
      }
    } else if let colon = text.firstIndex(of: ":") {
      let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      head.headers.append((text[..<colon].lowercased(), String(value)))
    }
    return line.count
  }

  /// A piece of the body. Answers how much was taken; anything but all of it ends the exchange or pauses it.
  private func take(_ bytes: UnsafeRawBufferPointer) -> Int {
    lastByte = clock.now
    switch transfer.take(bytes) {
    case .taken: return bytes.count
    case .paused: return Int(CURL_WRITEFUNC_PAUSE)
    case .tooLarge:
      isTooLarge = true
      return 0
    }
  }

  /// The time until silence ends this exchange; nil before the first byte, and while the consumer is what it waits for.
  func timeLeft(_ now: Duration) -> Duration? {
    guard let lastByte, !transfer.isPaused else { return nil }
    return lastByte + transfer.request.limits.stall - now
  }

  /// Counts silence from now on: what came before the consumer caught up is no silence of the server's.
  func goOn() {
    if lastByte != nil { lastByte = clock.now }
    transfer.unpause()
    curl_easy_pause(handle, CURLPAUSE_CONT)
  }

  var stalled: Result<Void, HTTPFailure> {
    .failure(.lost(detail: "no byte came for \(transfer.request.limits.stall.text)"))
  }

  /// What libcurl's end of a transfer means.
  func outcome(_ code: CURLcode) -> Result<Void, HTTPFailure> {
    if code == CURLE_OK { return hasHead ? .success(()) : .failure(.lost(detail: "the answer ends in its head")) }
    if isTooLarge { return .failure(.tooLarge(maxBytes: transfer.request.limits.maxBytes)) }
    let detail =
      code == CURLE_OPERATION_TIMEDOUT && hasConnected
      ? "no whole answer within \(transfer.request.limits.total.text)"
      : String(cString: curl_easy_strerror(code)).lowercasedFirst
    return .failure(isSent ? .lost(detail: detail) : .notSent(detail: detail))
  }

  private var hasConnected: Bool { krafd_curl_long(handle, CURLINFO_REQUEST_SIZE.rawValue) > 0 }

  /// Whether the server has the whole request, so that it may act on it.
  private var isSent: Bool { hasConnected && krafd_curl_sent(handle) >= transfer.request.body.count }
}

extension Duration {
  /// For people: `60 s`, `200 ms`.
  fileprivate var text: String {
    self >= .seconds(1) ? "\(Int(self / .seconds(1))) s" : "\(Int(self / .milliseconds(1))) ms"
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace || last.isNewline { text.removeLast() }
    return String(text)
  }

  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
