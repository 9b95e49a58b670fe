import RPCProtocol
import Testing

@Suite struct RPCErrorTests {
  @Test func carriesItsReasonInItsData() {
    let error = RPCError.badParameters(JSONMismatch(path: "params.px", expected: "an integer", found: "text"))

    #expect(
      error.json.text
        == #"{"code":-32602,"message":"params.px: expected an integer, found text","#
        + #""data":{"reason":"badParameters","path":"params.px"}}"#)
  }

  @Test func sendsAnAnswerToARequestWithoutIDWithNull() {
    let message = RPCMessage.failure(id: nil, RPCError(code: -32700, reason: "parse", message: "no"))

    #expect(
      message.json.text
        == #"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"no","data":{"reason":"parse"}}}"#)
  }

  @Test func keepsTheDataOfForeignErrors() throws {
    let error = try RPCError(json: ["code": -32601, "message": "no", "data": [1, 2]])

    #expect(error == RPCError(code: -32601, reason: "", message: "no", data: ["value": [1, 2]]))
    #expect(error.json.text == #"{"code":-32601,"message":"no","data":{"value":[1,2]}}"#)
  }

  @Test func cannotHaveItsReasonReplacedByItsData() {
    let error = RPCError(code: 1001, reason: "noSuchAsset", message: "no", data: ["reason": "other", "asset": "a"])

    #expect(error.json["data"]?.text == #"{"reason":"noSuchAsset","asset":"a"}"#)
  }

  /// One character can have any number of combining marks.
  @Test(arguments: ["m", "\u{301}"])
  func namesAnUnknownMethodInPartOnly(scalar: String) {
    let error = RPCError.unknownMethod(String(repeating: scalar, count: 10_000))

    #expect(error.message == "No method is named '\(String(repeating: scalar, count: 100))…'")
  }
}
