import Platform
import RPCProtocol
import ShotList
import Workspace

extension Services {
  /// Runs a command. Long ones answer at once; what comes out is told when it is there.
  func execute(_ request: LSPExecuteCommand, _ context: CallContext) async throws(RPCError) -> JSONValue {
    guard let command = EditorCommand(rawValue: request.command) else {
      let known = EditorCommand.allCases.map(\.rawValue).joined(separator: ", ")
      throw .failed("noSuchCommand", "No command is named '\(request.command.prefix(100))'; there are \(known)")
    }
    switch command {
    case .generate: return try await generate(try await target(of: request, context), context)
    case .generateAll:
      var target = try await target(of: request, context)
      target.shot = nil
      return try await generate(target, context)
    case .plan: return try await plan(try await target(of: request, context), context)
    case .enhance: return try await enhance(request, context)
    case .compare: return try await compare(try await target(of: request, context), context)
    case .export: return try await export(try await target(of: request, context), context)
    case .openResult: return try await openResult(try await target(of: request, context), context)
    case .cancel:
      await context.session[EditorWork.key]?.cancel()
      return .null
    case .fix: return try await fix(request, context)
    }
  }

  /// The person wants the work under a token to stop.
  func cancelWork(_ notification: LSPWorkDoneCancel, _ context: CallContext) async {
    guard case .string(let token) = notification.token else { return }
    await context.session[EditorWork.key]?.cancel(token)
  }

  /// What a command is about.
  private struct Target {
    var workspace: Workspace
    /// Absolute.
    var path: String
    /// As the editor has it; nil reads the file.
    var text: String?
    var shot: String?
  }

  /// The document and shot that the first argument names, or the document whose URI it is; without it the document that
  /// this session used last.
  ///
  /// Throws: `noDocument`, `notOnDisk`.
  private func target(of request: LSPExecuteCommand, _ context: CallContext) async throws(RPCError) -> Target {
    let uri = try document(of: request, context)
    guard let path = FileURI.path(of: uri) else {
      throw .failed("notOnDisk", "'\(uri.prefix(200))' is not saved yet; save it beside its photos first")
    }
    let workspace = try await answering { () async throws(WorkspaceError) in try await shelf.workspace(of: path) }
    context.session[Self.lastWorkspace] = workspace
    return Target(
      workspace: workspace, path: path, text: context.session[Documents.key]?[uri]?.text, shot: request.shot)
  }

  /// The URI that the first argument names, or that of the document that this session used last. Throws: `noDocument`.
  func document(of request: LSPExecuteCommand, _ context: CallContext) throws(RPCError) -> String {
    if let uri = request.uri ?? context.session[Documents.key]?.latest { return uri }
    throw .failed("noDocument", "No shot list is open; open one, or name it by the argument {\"uri\": …}")
  }

  private func generate(_ target: Target, _ context: CallContext) async throws(RPCError) -> JSONValue {
    let key = "command-\(UInt64.random(in: 0...UInt64.max))"
    let order = GenerateOrder(
      target.path, text: target.text, shots: target.shot.map { [$0] }, key: key,
      owner: jobOwner(in: target.workspace, context))
    let queued = try await answering { () async throws(WorkspaceError) in try await target.workspace.generate(order) }
    for warning in queued.warnings { context.session.notify(LSPLogMessage(type: .warning, message: warning)) }
    follow(queued.jobs, of: target.workspace, titled: target.shot ?? Path.name(of: target.path), context)
    return ["jobs": .array(queued.jobs.map { .string($0.id.rawValue) })]
  }

  private func plan(_ target: Target, _ context: CallContext) async throws(RPCError) -> JSONValue {
    let order = GenerateOrder(target.path, text: target.text, shots: target.shot.map { [$0] }, key: "plan")
    let plan = try await answering { () throws(WorkspaceError) in KrafPlan.Reply(try target.workspace.plan(order)) }
    context.session.notify(LSPShowMessage(type: .info, message: plan.summary))
    return plan.json
  }

  private func compare(_ target: Target, _ context: CallContext) async throws(RPCError) -> JSONValue {
    guard let shot = target.shot else {
      throw .failed("noShot", "Name the shot whose variants are compared by the argument {\"shot\": …}")
    }
    let sheet = try await answering { () async throws(WorkspaceError) in
      let ids = try target.workspace.variants(ofShot: shot, in: target.path)
      let channels = try target.workspace.channels(ofShot: shot, in: target.path)
      let sheet = try await target.workspace.compare(ids, for: channels).sheet
      return try target.workspace.objectPath(of: sheet.id)
    }
    await show(sheet, context)
    return ["sheet": .string(sheet)]
  }

  private func export(_ target: Target, _ context: CallContext) async throws(RPCError) -> JSONValue {
    let folder = Path.join(Path.folder(of: target.path), "set")
    let order = SetExportOrder(target.path, channels: nil, to: folder, allowed: [])
    let reply = try await answering { () async throws(WorkspaceError) in
      SetExport.Reply(try await target.workspace.exportSet(order), in: folder)
    }
    context.session.notify(
      LSPShowMessage(
        type: reply.leftOut.isEmpty ? .info : .warning,
        message: "Wrote \(Table.count(reply.pictures.count, "picture")) to \(folder)"
          + (reply.leftOut.isEmpty ? "" : "; left out \(reply.leftOut.count), the manifest says why")))
    return reply.json
  }

  private func openResult(_ target: Target, _ context: CallContext) async throws(RPCError) -> JSONValue {
    guard let shot = target.shot else {
      throw .failed("noShot", "Name the shot whose picture is opened by the argument {\"shot\": …}")
    }
    let path = try await answering { () throws(WorkspaceError) in
      try target.workspace.variants(ofShot: shot, in: target.path).last.map { id throws(WorkspaceError) in
        try target.workspace.objectPath(of: id)
      }
    }
    guard let path else { throw .failed("notMade", "The shot '\(shot)' was not made yet; generate it first") }
    await show(path, context)
    return ["path": .string(path)]
  }

  /// Asks the editor for a change of its text.
  private func fix(_ request: LSPExecuteCommand, _ context: CallContext) async throws(RPCError) -> JSONValue {
    guard let edit = request.arguments?.first, (try? LSPWorkspaceEdit(json: edit)) != nil else {
      throw .failed("noEdit", "'kraf.fix' is started by code actions, which give it the change to make")
    }
    return try await context.session.ask("workspace/applyEdit", ["edit": edit])
  }

  /// Opens a picture in the editor, or says where it lies.
  private func show(_ path: String, _ context: CallContext) async {
    let opens = context.session[EditorAbilities.key]?.opensDocuments ?? false
    let opened =
      opens
      ? try? await context.session.ask(
        "window/showDocument", ["uri": .string(FileURI.uri(of: path)), "external": true])
      : nil
    if opened?["success"]?.boolValue != true {
      context.session.notify(LSPShowMessage(type: .info, message: path))
    }
  }
}

extension LSPExecuteCommand {
  /// The document that the first argument names.
  fileprivate var uri: String? { arguments?.first?["uri"]?.stringValue ?? arguments?.first?.stringValue }

  /// The shot that it names.
  var shot: String? { arguments?.first?["shot"]?.stringValue }

  /// Whether the user's model is to help.
  var isAssisted: Bool { arguments?.first?["assisted"]?.boolValue ?? false }

  /// What it waits for: the changes of its document that came before it. One that names none may be about any document, and
  /// so waits for all; what reads no open text, or takes long, waits for nobody.
  var access: Access {
    // A model thinks for seconds; its answer is laid over the text as it is then.
    if isAssisted { return .free }
    if let uri { return .reads(uri) }
    switch EditorCommand(rawValue: command) {
    case .generate, .generateAll, .plan, .enhance: return .exclusive
    case .compare, .export, .openResult, .cancel, .fix, nil: return .free
    }
  }
}
