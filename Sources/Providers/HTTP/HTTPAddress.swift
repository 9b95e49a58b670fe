import CCURL

/// Where a server is: an `http` or `https` URL as libcurl itself understands it, so that what is checked is what is used.
struct HTTPAddress: Sendable, Hashable {
  /// The whole URL.
  let text: String
  let host: String
  let isSecure: Bool

  /// Whether it is this very machine, from which nothing leaves the house.
  var isLocal: Bool { host == "localhost" || host == "[::1]" || host.isLoopback }

  /// Reads a URL. nil for any that is no `http` or `https` URL, or that holds a name, a password or a fragment.
  init?(_ text: String) {
    guard text.utf8.count <= 2_000, !text.utf8.contains(0), let url = curl_url() else { return nil }
    defer { curl_url_cleanup(url) }
    guard curl_url_set(url, CURLUPART_URL, text, 0) == CURLUE_OK,
      let scheme = Self.part(CURLUPART_SCHEME, of: url), let host = Self.part(CURLUPART_HOST, of: url),
      let whole = Self.part(CURLUPART_URL, of: url), scheme == "http" || scheme == "https",
      [CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_FRAGMENT].allSatisfy({ Self.part($0, of: url) == nil })
    else { return nil }
    self.text = whole
    self.host = host.lowercased()
    isSecure = scheme == "https"
  }

  /// The address of `path` below this one.
  func appending(_ path: String) -> HTTPAddress? {
    HTTPAddress(text + (text.hasSuffix("/") ? "" : "/") + path)
  }

  private static func part(_ part: CURLUPart, of url: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(url, part, &text, 0) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }
}

extension String {
  /// Whether it is an address 127.x.x.x.
  fileprivate var isLoopback: Bool {
    let parts = split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
