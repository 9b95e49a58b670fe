import RPCProtocol
import TestSupport
import Testing

@testable import Daemon

/// The rules of LSP 3.17, "Server lifecycle", as krafd promises them.
@Suite struct SessionLifeTests {
  @Test func aRequestBeforeInitializeIsRefused() async throws {
    let client = try TestDaemon().client()

    #expect(try await client.refusal(of: "test/read").code == -32002)
    #expect(try await client.refusal(of: "no/such/method").code == -32002)
    #expect(client.brokenPromises() == [])
  }

  @Test func aNotificationBeforeInitializeIsDropped() async throws {
    let client = try TestDaemon().client()
    try client.notify("initialized", [:])

    try await client.request("initialize")

    #expect(client.brokenPromises() == [])
  }

  @Test func helloOpensASessionToo() async throws {
    let client = try TestDaemon().client()
    try await client.request("kraf/hello")

    #expect(try await client.request(TestMethods.Echo(number: 7)).number == 7)
  }

  @Test func aSecondInitializeIsRefused() async throws {
    let client = try await TestDaemon().openClient()

    #expect(try await client.refusal(of: "initialize").code == -32600)
  }

  @Test func anInitializeThatFailsLeavesTheSessionClosedAndMayBeRepeated() async throws {
    let client = try TestDaemon().client()

    #expect(try await client.refusal(of: "initialize", ["fail": true]).reason == "asked")
    #expect(try await client.refusal(of: "test/read").code == -32002)
    try await client.request("initialize")
  }

  @Test func whatIsToldTooEarlyWaitsForTheAnswerToInitialize() async throws {
    let client = try await TestDaemon().openClient()

    try await client.notification("test/early")
    #expect(client.brokenPromises() == [])
  }

  @Test func afterShutdownEverythingIsRefused() async throws {
    let client = try await TestDaemon().openClient()
    #expect(try await client.request("shutdown") == .null)

    #expect(try await client.refusal(of: "test/read").code == -32600)
    #expect(try await client.refusal(of: "shutdown").code == -32600)
  }

  @Test func unknownRequestsAreRefusedAndUnknownNotificationsIgnored() async throws {
    let client = try await TestDaemon().openClient()
    try client.notify("$/unknown")
    try client.notify("$/cancelRequest", ["id": 4711])

    #expect(try await client.refusal(of: "no/such/method").code == -32601)
    #expect(try await client.refusal(of: "$/unknown").code == -32601)
  }

  @Test(arguments: [(["shutdown"], "exit", 0), ([], "exit", 1), (["shutdown"], nil, 0), ([], nil, 1)])
  func theExitCodeIsZeroOnlyAfterShutdown(requests: [String], last: String?, code: Int32) async throws {
    let daemon = try TestDaemon()
    let (client, exitCode) = try daemon.clientWithExitCode()
    try await client.request("initialize")
    for request in requests { try await client.request(request) }

    if let last { try client.notify(last) } else { client.endInput() }

    try await client.end()
    #expect(await exitCode.value == code)
  }

  @Test func badParametersNameTheirPlace() async throws {
    let client = try await TestDaemon().openClient()

    let error = try await client.refusal(of: "test/echo", ["number": "seven"])
    #expect(error.code == -32602)
    #expect(error.data["path"] == "params.number")
  }
}
