import RPCProtocol
import ShotList

extension Services {
  /// What is known about a place.
  func hover(_ request: LSPHover, _ context: CallContext) async throws(RPCError) -> LSPMaybe<LSPHoverText> {
    let list = try await openShotList(request.textDocument.uri, context)
    guard let found = list.view.hover(at: list.offset(request.position)) else { return LSPMaybe(nil) }
    var card = found.card
    switch found.subject {
    case .shot(let name):
      if let price = await price(of: name, in: list) { card.lines.append("To make: \(price)") }
    case .product:
      if let sum = await sum(of: list) { card.lines.append("To make: \(sum)") }
    case .other: break
    }
    return LSPMaybe(LSPHoverText(contents: list.abilities.markup(card), range: list.range(found.range)))
  }
}
