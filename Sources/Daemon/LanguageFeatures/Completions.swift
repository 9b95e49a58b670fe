import RPCProtocol
import ShotList

extension Services {
  /// What may be written at a place.
  func completion(_ request: LSPCompletion, _ context: CallContext) async throws(RPCError) -> LSPCompletionList {
    let list = try await openShotList(request.textDocument.uri, context)
    let found = list.view.completions(at: list.offset(request.position))
    return LSPCompletionList(
      isIncomplete: found.contains { $0.kind == .word },
      items: found.enumerated().map { place, item in
        let order = String(place)
        var card = item.card
        // Editors show the detail above it.
        if card?.title == item.detail { card?.title = "" }
        return LSPCompletionItem(
          label: item.label, kind: item.kind.number, detail: item.detail.isEmpty ? nil : item.detail,
          documentation: card.map(list.abilities.documentation),
          sortText: String(repeating: "0", count: max(0, 4 - order.count)) + order, filterText: item.label,
          textEdit: list.edit(item.change))
      })
  }
}

extension Completion.Kind {
  /// The protocol's number: of property, enum member, color, variable, class, method, text.
  fileprivate var number: Int {
    switch self {
    case .key: 10
    case .value: 20
    case .color: 16
    case .handle: 6
    case .role: 7
    case .operation: 2
    case .word: 1
    }
  }
}
