import Catalog
import RPCProtocol
import ShotList
import Synchronization
import Workspace

extension Services {
  /// Asks the editor to write down what makes the prompts of shots complete, as one change.
  func enhance(_ request: LSPExecuteCommand, _ context: CallContext) async throws(RPCError) -> JSONValue {
    let uri = try document(of: request, context)
    let list = try await openShotList(uri, context)
    let known = list.view.analysis.shots.map(\.name)
    if let name = request.shot, !known.contains(name) { throw RPCError(.noSuchShot(name: name, known: known)) }
    guard list.abilities.appliesEdits else {
      throw .failed("cannotEdit", "Your editor takes no changes from krafd; run 'krafd enhance FILE --write' instead")
    }
    let shots = request.shot.map { [$0] } ?? known
    if request.isAssisted {
      guard try textModel() != nil else { throw .noTextModel }
      guard !shots.isEmpty else { throw RPCError(.noShots(path: uri)) }
      helpInTheBackground(with: shots, of: uri, context)
      return ["shots": .integer(shots.count)]
    }
    let changes = shots.compactMap { list.view.enhanced($0)?.change }
    guard try await write(changes, into: list, context) else {
      context.session.notify(LSPShowMessage(type: .info, message: "The prompts are complete; nothing was changed"))
      return ["changes": 0]
    }
    return ["changes": .integer(changes.count)]
  }

  /// Asks the user's model about each shot with progress that can be cancelled, then the editor for one change of its text.
  private func helpInTheBackground(with shots: [String], of uri: String, _ context: CallContext) {
    let session = context.session
    let work = session.value(EditorWork.key) { EditorWork() }
    let asking = Mutex<Task<Void, Never>?>(nil)
    let isStopped = Cancellation()
    let stop: @Sendable () -> Void = {
      isStopped.cancel()
      asking.withLock { $0 }?.cancel()
    }
    let token = work.add { stop() }
    let hook = session.onEnd(stop)
    let task = Task {
      let shows = await session.opensProgress(token)
      if shows {
        session.progress(token, .begin(title: "Enhance", cancellable: true, message: nil, percentage: 0))
      }
      var answers: [(shot: String, help: Help)] = []
      var message: LSPShowMessage?
      do throws(RPCError) {
        for (done, shot) in shots.enumerated() where !isStopped.isCancelled {
          if shows { session.progress(token, .report(message: shot, percentage: done * 100 / shots.count)) }
          let view = try await openShotList(uri, context).view
          // A shot may have been renamed while others were asked about.
          guard view.question(about: shot) != nil else { continue }
          let help = try await help(with: shot, in: view)
          answers.append((shot, help))
          if help.endsAsking { break }
        }
      } catch {
        if error != .cancelled { message = LSPShowMessage(type: .error, message: error.message) }
      }
      // What was answered before, and perhaps paid for, is not lost when the rest fails.
      if !isStopped.isCancelled, !answers.isEmpty {
        do throws(RPCError) {
          message = try await write(answers, into: uri, context)
        } catch {
          message = LSPShowMessage(type: .error, message: error.message)
        }
      }
      work.end(token)
      session.forget(hook)
      let said = message ?? LSPShowMessage(type: .info, message: "Cancelled; nothing was changed")
      if shows { session.progress(token, .end(message: said.message)) }
      session.notify(said)
    }
    asking.withLock { $0 = task }
    if isStopped.isCancelled { task.cancel() }
  }

  /// Lays what a model answered over the text as it is now. Answers what to tell.
  private func write(
    _ answers: [(shot: String, help: Help)], into uri: String, _ context: CallContext
  ) async throws(RPCError) -> LSPShowMessage {
    let list = try await openShotList(uri, context)
    var changes: [TextChange] = []
    var notes: [String] = []
    for (shot, help) in answers {
      switch help.answer {
      case .success(let answer):
        guard let made = list.view.enhanced(shot, answer: answer, by: help.model) else { continue }
        changes += [made.prompt.change].compactMap(\.self)
        notes += made.notes
      case .failure(let failure):
        changes += [list.view.enhanced(shot)?.change].compactMap(\.self)
        notes.append(help.note(about: failure))
      }
    }
    let cost = answers.reduce(0) { $0 + ($1.help.costMicros ?? 0) }
    if cost > 0 { notes.append("It cost at most \(Money.text(Int64(cost)))") }
    guard try await write(changes, into: list, context) else {
      return LSPShowMessage(
        type: .info, message: (notes + ["The prompts are complete; nothing was changed"]).joined(separator: ". "))
    }
    let name = answers.first?.help.model ?? ""
    return notes.isEmpty
      ? LSPShowMessage(type: .info, message: "Enhanced with \(name)")
      : LSPShowMessage(type: .warning, message: notes.joined(separator: ". "))
  }

  /// Asks the editor for changes; false where there are none. Throws: `notApplied`.
  private func write(
    _ changes: [TextChange], into list: OpenShotList, _ context: CallContext
  ) async throws(RPCError) -> Bool {
    guard !changes.isEmpty else { return false }
    let reply = try await context.session.ask(
      "workspace/applyEdit", ["label": "Enhance", "edit": list.edit(changes).json])
    guard reply["applied"]?.boolValue != false else {
      throw .failed("notApplied", "The text changed meanwhile, so nothing was written; enhance it again")
    }
    return true
  }
}
