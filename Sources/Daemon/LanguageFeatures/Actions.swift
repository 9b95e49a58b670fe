import Catalog
import Generation
import RPCProtocol
import ShotList
import Workspace

extension Services {
  /// What can be done with each shot, above its heading; every one is also a code action.
  func lenses(_ request: LSPCodeLens, _ context: CallContext) async throws(RPCError) -> [LSPCodeLensItem] {
    let list = try await openShotList(request.textDocument.uri, context)
    let prices = await prices(of: list)
    return list.view.analysis.shots.flatMap { shot in
      list.commands(for: shot, price: prices[shot.name]).map {
        LSPCodeLensItem(range: list.range(shot.heading), command: $0)
      }
    }
  }

  /// Mends of the issues at a place, and what can be done with its shot.
  func actions(_ request: LSPCodeActions, _ context: CallContext) async throws(RPCError) -> [LSPActionItem] {
    let list = try await openShotList(request.textDocument.uri, context)
    let part = list.range(request.range)
    let only = request.context.only
    var actions: [LSPAction] = []
    for issue in list.view.analysis.issues where issue.range.touches(part) {
      guard let fix = issue.fix, wants("quickfix", only) else { continue }
      actions.append(
        LSPAction(
          title: fix.title, kind: "quickfix",
          diagnostics: [LSPDiagnostic(issue, list.view.lines, list.encoding)], isPreferred: true,
          edit: list.edit([TextChange(fix.range, fix.replacement)])))
    }
    if let shot = list.view.resolvedShot(at: part.lowerBound) {
      if wants("refactor.rewrite", only), let change = list.view.enhanced(shot.name)?.change {
        actions.append(
          LSPAction(
            title: "Enhance the prompt of '\(shot.name)'", kind: "refactor.rewrite", edit: list.edit([change])))
      }
      if wants("refactor.rewrite", only), list.abilities.appliesEdits, let help = try? helpCommand(for: shot, in: list)
      {
        actions.append(LSPAction(title: help.title, kind: "refactor.rewrite", command: help))
      }
      let price = await price(of: shot.name, in: list)
      for command in list.commands(for: shot, price: price) where wants("source.kraf", only) {
        actions.append(command.action)
      }
    }
    if list.view.resolvedShot(at: part.lowerBound) == nil, wants("source.kraf", only) {
      for command in list.commands where !list.view.analysis.shots.isEmpty { actions.append(command.action) }
    }
    guard list.abilities.takesActions else { return actions.compactMap(list.plainCommand).map(LSPActionItem.command) }
    return actions.map(LSPActionItem.action)
  }

  /// The command that has the user's model help with a shot's prompt, with the most that it may cost; nil where there is no
  /// model. Throws: what is wrong with its settings, which whoever starts it otherwise is told.
  private func helpCommand(for shot: ResolvedShot, in list: OpenShotList) throws(RPCError) -> LSPCommand? {
    guard let model = try textModel(), let question = list.view.question(about: shot.name) else { return nil }
    let cost = model.microsAtMost(for: question).map { " · at most \(Money.text(Int64($0)))" } ?? ""
    return LSPCommand(
      title: "Enhance the prompt of '\(shot.name)' with \(model.name)\(cost)", command: EditorCommand.enhance.rawValue,
      arguments: [["uri": .string(list.uri), "shot": .string(shot.name), "assisted": true]])
  }

  /// Whether an editor asked for actions of a kind, or of one that it belongs to.
  private func wants(_ kind: String, _ only: [String]?) -> Bool {
    only?.contains { $0.isEmpty || kind == $0 || kind.hasPrefix($0 + ".") || $0.hasPrefix(kind + ".") } ?? true
  }

  /// What each shot costs and how long it takes, in words; nothing for a document that lies on no disk or has mistakes.
  func prices(of list: OpenShotList) async -> [String: String] {
    Dictionary(grouping: await plan(of: list)?.jobs ?? [], by: \.shot).mapValues(words(about:))
  }

  /// The same for one shot.
  func price(of shot: String, in list: OpenShotList) async -> String? {
    (await plan(of: list, shots: [shot])?.jobs).map(words(about:))
  }

  /// The same for the whole document.
  func sum(of list: OpenShotList) async -> String? { (await plan(of: list)?.jobs).map(words(about:)) }

  private func plan(of list: OpenShotList, shots: [String]? = nil) async -> Plan? {
    guard let path = FileURI.path(of: list.uri), let workspace = try? await shelf.workspace(of: path) else {
      return nil
    }
    return try? workspace.plan(GenerateOrder(path, text: list.view.file.tree.text, shots: shots, key: "lens"))
  }

  /// The same for a shot of a text that need not be open; nil where it has mistakes.
  func price(of shot: String, in text: String, at path: String, _ workspace: Workspace) -> String? {
    (try? workspace.plan(GenerateOrder(path, text: text, shots: [shot], key: "preview"))).map { words(about: $0.jobs) }
  }

  private func words(about jobs: [Generation::PlannedJob]) -> String {
    let left = jobs.filter { $0.action != .reuse }
    guard !left.isEmpty else { return Self.madeAlready }
    let price = left.reduce(PriceRange.free) { $0 + $1.price }
    let seconds = left.reduce(0) { $0 + ($1.seconds ?? 0) }
    return [
      Table.count(left.reduce(0) { $0 + $1.count }, "picture"), price.highMicros == 0 ? "free" : Money.text(price),
      seconds > 0 ? "\(Table.seconds(Int(seconds * 1_000))) s" : "",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// Nothing is left to do.
  fileprivate static let madeAlready = "made already"
}

extension OpenShotList {
  /// The commands for one shot.
  fileprivate func commands(for shot: ResolvedShot, price: String?) -> [LSPCommand] {
    var target: JSONObject = ["uri": .string(uri), "shot": .string(shot.name)]
    var commands = [
      LSPCommand(
        title: "Generate '\(shot.name)'" + (price.map { " · \($0)" } ?? ""), command: EditorCommand.generate.rawValue,
        arguments: [.object(target)])
    ]
    if !shot.compare.isEmpty {
      commands.append(
        LSPCommand(
          title: "Compare '\(shot.name)'", command: EditorCommand.compare.rawValue, arguments: [.object(target)]))
    }
    if price == Services.madeAlready {
      commands.append(
        LSPCommand(
          title: "Open the result of '\(shot.name)'", command: EditorCommand.openResult.rawValue,
          arguments: [.object(target)]))
    }
    target["shot"] = nil
    commands.append(
      LSPCommand(title: "Plan this shot list", command: EditorCommand.plan.rawValue, arguments: [.object(target)]))
    return commands
  }

  /// The commands for the whole list, in its header.
  fileprivate var commands: [LSPCommand] {
    let target: JSONValue = ["uri": .string(uri)]
    return [
      LSPCommand(title: "Generate all shots", command: EditorCommand.generateAll.rawValue, arguments: [target]),
      LSPCommand(title: "Plan this shot list", command: EditorCommand.plan.rawValue, arguments: [target]),
      LSPCommand(title: "Enhance all prompts", command: EditorCommand.enhance.rawValue, arguments: [target]),
      LSPCommand(title: "Export the set", command: EditorCommand.export.rawValue, arguments: [target]),
    ]
  }

  /// An action for an editor that knows commands only: a change becomes a command that asks the editor for it.
  fileprivate func plainCommand(_ action: LSPAction) -> LSPCommand? {
    if let command = action.command { return command }
    guard let edit = action.edit, abilities.appliesEdits else { return nil }
    return LSPCommand(title: action.title, command: EditorCommand.fix.rawValue, arguments: [edit.json])
  }
}

extension LSPCommand {
  /// The command as an action of its own kind.
  fileprivate var action: LSPAction {
    LSPAction(title: title, kind: "source.kraf." + command.dropFirst("kraf.".count), command: self)
  }
}

extension Range<Int> {
  /// Whether both share a byte or an end: a cursor behind a word is at the word.
  fileprivate func touches(_ other: Range<Int>) -> Bool {
    lowerBound <= other.upperBound && other.lowerBound <= upperBound
  }
}
