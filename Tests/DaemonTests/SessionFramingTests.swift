import RPCProtocol
import TestSupport
import Testing

@testable import Daemon

@Suite struct SessionFramingTests {
  @Test(arguments: ["{bad}", "", "\u{0}", "[[[[", "\"text", "1e99999"])
  func badJSONIsReportedAndTheNextMessageWorks(text: String) async throws {
    let client = try TestDaemon().client()
    try client.send(frame: text)

    #expect(try await client.errorWithoutID().code == -32700)
    try await client.request("initialize")
  }

  @Test(arguments: ["3", "[]", "{}", "null", #"{"jsonrpc":"1.0","id":"x","method":"x"}"#])
  func whatIsNoMessageIsReportedAndTheNextWorks(text: String) async throws {
    let client = try TestDaemon().client()
    try client.send(frame: text)

    try await client.request("initialize")
    let codes = client.received.compactMap { message -> Int? in
      if case .failure(_, let error) = message { error.code } else { nil }
    }
    #expect(codes == [-32600])
  }

  @Test(arguments: [
    "Content-Length: abc\r\n\r\n", "Content-Length: -5\r\n\r\n", "X-Y: z\r\n\r\n", "Content-Length: 9000000000\r\n\r\n",
  ])
  func anUnreadableHeaderIsReportedAndEndsTheSession(header: String) async throws {
    let client = try TestDaemon().client()
    try client.send(raw: header)

    #expect(try await client.errorWithoutID().code == -32700)
    try await client.end()
  }

  @Test func oneByteAtATimeMakesNoDifference() async throws {
    let client = try TestDaemon().client()
    let body = #"{"jsonrpc":"2.0","id":"slow","method":"initialize"}"#
    for character in "content-length: \(body.utf8.count)\r\n\r\n\(body)" { try client.send(raw: String(character)) }

    guard case .success = try await client.answer(to: .string("slow")) else { throw client.failure("not answered") }
  }

  @Test func aBatchIsAnsweredCompletely() async throws {
    let daemon = try TestDaemon()
    let client = try await daemon.openClient()
    let ids = (0..<3).map { RPCID.string("batch \($0)") }

    try client.send(batch: [
      .request(id: ids[0], method: "test/hold", params: nil),
      .notification(method: "$/unknown", params: nil),
      .request(id: ids[1], method: "test/echo", params: ["number": 5]),
      .request(id: ids[2], method: "no/such/method", params: nil),
    ])
    await daemon.stage.arrivals(1)
    daemon.stage.release()

    #expect(try await client.answer(to: ids[0]) == .success("held"))
    #expect(try await client.answer(to: ids[1]) == .success(["number": 5]))
    #expect(try await client.answer(to: ids[2]) == .failure(.unknownMethod("no/such/method")))
    #expect(client.brokenPromises() == [])
  }

  @Test func aBatchOfNotificationsIsAnsweredByNothing() async throws {
    let client = try await TestDaemon().openClient()
    let before = client.received.count

    try client.send(batch: [.notification(method: "$/a", params: nil), .notification(method: "$/b", params: nil)])
    try await client.request("test/echo", ["number": 1])

    #expect(client.received.count == before + 1)
  }

  @Test func aBatchThatIsTooLargeIsRefusedAsAWhole() async throws {
    let client = try await TestDaemon().openClient()
    try client.send(frame: "[" + repeatElement("3", count: 1001).joined(separator: ",") + "]")

    #expect(try await client.errorWithoutID().code == -32600)
    try await client.request("test/echo", ["number": 1])
    #expect(client.received.count < 10)
  }
}
