import RPCProtocol
import ShotList

extension Services {
  /// Agrees with an editor on positions and says what is answered; nothing is advertised that is not.
  func initialize(_ request: LSPInitialize, _ context: CallContext) -> LSPInitialize.Reply {
    let encoding = request.positionEncodings.lazy.compactMap { PositionEncoding(rawValue: $0) }.first ?? .utf16
    let abilities = EditorAbilities(request.capabilities)
    context.session[Documents.key] = Documents(encoding: encoding)
    context.session[EditorAbilities.key] = abilities
    var capabilities: JSONObject = [
      "positionEncoding": .string(encoding.rawValue),
      "textDocumentSync": ["openClose": true, "change": 2, "save": ["includeText": false]],
      "experimental": [
        "kraf": [
          "protocol": .integer(ProtocolVersions.current), "build": .string(identity.build),
          "capabilities": .array(DaemonIdentity.capabilities.map { .string($0) }),
        ]
      ],
    ]
    for feature in languageFeatures(for: self) {
      if let name = feature.capability { capabilities[name] = feature.value }
    }
    if abilities.pullsDiagnostics {
      capabilities["diagnosticProvider"] = ["interFileDependencies": false, "workspaceDiagnostics": false]
    }
    return LSPInitialize.Reply(
      capabilities: .object(capabilities), serverInfo: LSPProgram(name: "krafd", version: identity.build))
  }
}
