import RPCProtocol
import Testing

@testable import Daemon

/// Expected values: RFC 4180.
@Suite struct LedgerTextTests {
  @Test(arguments: [
    ("hero", "hero"), ("a, b", "\"a, b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("two\nlines", "\"two\nlines\""),
    ("=1+1", "'=1+1"), ("@front, big", "\"'@front, big\""),
  ])
  func aValueStaysOneFieldAndNoFormula(title: String, field: String) {
    let entry = LedgerEntry(
      number: 1, job: "j", title: title, document: nil, shot: nil, model: "m", estimateMicrosMin: 0,
      estimateMicrosMax: 0, arithmetic: "free", actualMicros: nil, state: .open, createdAt: "t", closedAt: nil)

    let rows = LedgerRun.csv([entry]).split(separator: "\r\n").map(String.init)

    #expect(rows[1] == "1,t,,j,\(field),,,m,0,0,free,,open")
  }
}
