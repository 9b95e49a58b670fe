import RPCProtocol

/// The JSON reader and writer on messages of two sizes.
enum ProtocolBench {
  static func rows() throws -> [Row] {
    try [(1, "1 KB", 5.0), (97, "97 KB", 505.0)].flatMap { copies, size, _ in
      let message = document(copies: copies)
      let bytes = message.encoded()
      let read = try Samples(count: 300, warmUp: 30) { _ = try JSONValue(parsing: bytes) }
      let write = Samples(count: 300, warmUp: 30) { _ = message.encoded() }
      return [
        Row(name: "read JSON, \(size)", value: read.median * 1000, unit: "µs"),
        Row(name: "write JSON, \(size)", value: write.median * 1000, unit: "µs"),
      ]
    }
  }

  /// About `copies` KB: job descriptions as `kraf/job/list` answers them.
  private static func document(copies: Int) -> JSONValue {
    let asset: JSONValue = [
      "asset": "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea", "mediaType": "image/png",
      "path": "/home/someone/shop/.kraf/objects/3f/79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea.png",
      "width": 1024, "height": 1024, "byteCount": 812_331, "createdAt": "2026-01-31T12:00:00Z", "kind": "output",
    ]
    let job: JSONValue = [
      "job": "j0123456789ab", "kind": "generate", "title": "hero · studio", "shot": "hero", "state": "running",
      "stage": "tracing pass 4 of 6", "fraction": 0.625, "costMicros": 0, "elapsedMs": 1234,
      "createdAt": "2026-01-31T12:00:00Z", "warnings": ["“eucalyptus” cannot be rendered by the studio"],
      "outputs": [asset, asset],
    ]
    return ["jsonrpc": "2.0", "id": 7, "result": ["jobs": .array(Array(repeating: job, count: copies))]]
  }
}
