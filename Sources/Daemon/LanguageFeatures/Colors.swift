import Catalog
import RPCProtocol
import ShotList

extension Services {
  /// The colors of a document.
  func colors(_ request: LSPDocumentColors, _ context: CallContext) async throws(RPCError) -> [LSPColorPlace] {
    let list = try await openShotList(request.textDocument.uri, context)
    return list.view.colors.map { place in
      LSPColorPlace(
        range: list.range(place.range),
        color: LSPColor(
          red: Double(place.color.red) / 255, green: Double(place.color.green) / 255,
          blue: Double(place.color.blue) / 255, alpha: 1))
    }
  }

  /// How a color is written; a shot list has no half-transparent ones.
  func colorTexts(_ request: LSPColorPresentation, _ context: CallContext) async throws(RPCError) -> [LSPColorText] {
    let parts = [request.color.red, request.color.green, request.color.blue].map { part in
      let byte = UInt8(min(max(part.isNaN ? 0 : part, 0), 1) * 255 + 0.5)
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count == 1 ? "0" + digits : digits
    }
    return [LSPColorText(label: "#" + parts.joined())]
  }
}
