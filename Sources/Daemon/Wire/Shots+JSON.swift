import Catalog
import RPCProtocol
import ShotList

extension SyntaxNode {
  /// The node with its byte range and the texts that its kind names.
  func json(in tree: SyntaxTree) -> JSONValue {
    var object: JSONObject = ["kind": .string(word), "range": [range.lowerBound.json, range.upperBound.json]]
    for (name, part) in parts { object[name] = .string(tree.text(part)) }
    return .object(object)
  }

  private var word: String {
    switch kind {
    case .title: "title"
    case .property: "property"
    case .reference: "reference"
    case .shot: "shot"
    case .step: "step"
    case .prompt: "prompt"
    case .avoid: "avoid"
    case .comment: "comment"
    case .blank: "blank"
    case .unknown: "unknown"
    }
  }

  private var parts: [(String, Range<Int>)] {
    switch kind {
    case .title(let name): [("name", name)]
    case .property(let property): [("key", property.key), ("value", property.value)]
    case .reference(let reference):
      [("handle", reference.handle), ("path", reference.path), ("referenceKind", reference.kind)]
    case .shot(let role, let name): [("role", role), ("name", name)]
    case .step(let operation): [("operation", operation)]
    case .avoid(let text): [("text", text)]
    case .prompt, .comment, .blank, .unknown: [("text", content)]
    }
  }
}

extension ResolvedShot {
  /// The shot with every value resolved; `sources` says where each came from.
  var json: JSONValue {
    .record([
      "name": name.json, "role": role.json, "style": style.value.json, "model": model.value.json,
      "prompt": prompt.json, "avoid": avoid.json, "from": from?.value.json, "ratio": "\(ratio.value)".json,
      "width": size.value.width.json, "height": size.value.height.json, "seed": seed.value.json,
      "count": count.value.json, "lock": lock.value.json, "form": form?.rawValue.json,
      "palette": palette.value.map(\.text).json, "channels": channels.value.json, "compare": compare.json,
      "steps": steps.map(\.operation).json,
      "sources": .record([
        "style": style.source.rawValue.json, "model": model.source.rawValue.json, "from": from?.source.rawValue.json,
        "ratio": ratio.source.rawValue.json, "size": size.source.rawValue.json, "seed": seed.source.rawValue.json,
        "count": count.source.rawValue.json, "lock": lock.source.rawValue.json,
        "palette": palette.source.rawValue.json, "channels": channels.source.rawValue.json,
      ]),
    ])
  }
}
