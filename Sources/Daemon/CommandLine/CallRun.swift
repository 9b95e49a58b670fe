import Platform
import RPCProtocol

/// `krafd call`: one request, one reply on standard output.
public struct CallRun: Sendable {
  public var method: String
  public var params: String
  /// Whether what the daemon tells meanwhile is printed too, one message a line.
  public var follows: Bool

  public init(method: String, params: String, follows: Bool) {
    self.method = method
    self.params = params
    self.follows = follows
  }

  public func run() throws(CommandFailure) {
    let text = params == "-" ? try standardInput() : params
    let json: JSONValue
    do throws(JSONSyntaxError) {
      json = try JSONValue(parsing: text)
    } catch {
      throw .usage("The parameters are no JSON: \(error)")
    }
    var link = try DaemonLink.start()
    let follows = follows
    let reply = try link.call(method, json) { method, params in
      guard follows else { return }
      Terminal.say((["method": method.json, "params": params] as JSONValue).text)
    }
    Terminal.say(reply.text)
  }

  private func standardInput() throws(CommandFailure) -> String {
    do throws(PlatformError) {
      return String(decoding: try Descriptor.input.readToEnd(maxBytes: 64 << 20, path: "standard input"), as: UTF8.self)
    } catch {
      throw .failed(error.sentence.text)
    }
  }
}
