/// Runs a command of krafd; long ones answer at once with a job.
public struct LSPExecuteCommand: RPCRequest {
  public static let method = "workspace/executeCommand"
  public static let summary = "Runs a command of krafd; long ones answer at once with a job."

  public typealias Reply = JSONValue

  /// Its name, such as `kraf.generate`.
  public var command: String

  /// Optional for every command.
  public var arguments: [JSONValue]?

  /// The editor wants progress under this token.
  public var workDoneToken: RPCID?

  public init(command: String, arguments: [JSONValue]? = nil, workDoneToken: RPCID? = nil) {
    self.command = command
    self.arguments = arguments
    self.workDoneToken = workDoneToken
  }
}

extension LSPExecuteCommand {
  public init(json: JSONValue) throws(JSONMismatch) {
    command = try json.member("command")
    arguments = try json.optional("arguments")
    workDoneToken = try json.optional("workDoneToken")
  }

  public var json: JSONValue {
    .record(["command": command.json, "arguments": arguments?.json, "workDoneToken": workDoneToken?.json])
  }
}

extension LSPExecuteCommand {
  public static let examples = [
    RPCExample(
      params: #"{"command": "kraf.generate", "arguments": [{"shot": "hero"}], "workDoneToken": "t1"}"#,
      reply: #"{"job": "j17"}"#),
    RPCExample(
      params: #"{"command": "kraf.check"}"#,
      reply: #"null"#),
  ]
}
